import { DecoratorHelpers } from '@storybook/addon-themes';
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { installStandInEndpoint } from '../stories/stand-in-endpoint.js';
import { houseStyles, installHouseStyles } from './house-styles.js';
import './preview.css';
import '@peilglas/elements/define';

installStandInEndpoint();
installHouseStyles();
DecoratorHelpers.initializeThemeState([...houseStyles], 'none');

/** Globals and parameters are whatever a story or an address says; anything but text is as good as nothing. */
function textOf(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** A page in the house style, scheme and language of the toolbar. A new language makes a new page. */
const onPage: Decorator = (story, context) => {
  const lang = textOf(context.globals.lang, 'nl');
  const page = html`<div
    class="story-page"
    lang=${lang}
    data-house-style=${DecoratorHelpers.pluckThemeFromContext(context) || 'none'}
    data-scheme=${textOf(context.globals.scheme, 'light')}
    data-view=${context.viewMode}
  >
    <div class="story-frame" data-width=${textOf(context.parameters.width, 'full')}>${story()}</div>
  </div>`;
  return html`${keyed(lang, page)}`;
};

const preview: Preview = {
  decorators: [onPage],
  tags: ['autodocs'],
  initialGlobals: { scheme: 'light', lang: 'nl' },
  globalTypes: {
    scheme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Scheme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    lang: {
      description: 'Language',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'nl', title: 'Nederlands' },
          { value: 'en', title: 'English' },
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    // A violation is a fault, not a remark.
    a11y: { test: 'error' },
    controls: { expanded: true },
    backgrounds: { disable: true },
    docs: { toc: true },
    options: {
      storySort: {
        order: [
          'data-context',
          'kpi-tile',
          'trend-chart',
          'data-table',
          'municipality-compare',
          'municipality-map',
          'share-chart',
          'population-pyramid',
          'definition-panel',
          'municipality-picker',
          'period-picker',
          'indicator-picker',
        ],
      },
    },
  },
};

export default preview;
