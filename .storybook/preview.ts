import { DecoratorHelpers } from '@storybook/addon-themes';
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { elementView, type Args } from '../stories/element-view.js';
import { installStandInEndpoint } from '../stories/stand-in-endpoint.js';
import { argTypesOf, declarationOf } from './arg-types.js';
import { houseStyles, installHouseStyles } from './house-styles.js';
import { textOf, toolbar } from './toolbar.js';
import './preview.css';
import '@peilglas/elements/define';

installStandInEndpoint();
installHouseStyles();
DecoratorHelpers.initializeThemeState([...houseStyles], 'none');

/** A story cannot force colours: that is a setting of the reader, or of the developer tools. */
const forcedColoursNote = html`<p class="story-note" lang="en">
  This story is about forced colours, such as Windows contrast themes. Turn them on in the system, or in the developer
  tools of the browser: Rendering → Emulate CSS media feature forced-colors.
</p>`;

/** A page as the toolbar has it. A new language makes a new page. */
const onPage: Decorator = (story, { globals, parameters, viewMode, ...context }) => {
  const lang = textOf(globals.lang, 'nl');
  // Text is as large as the reader wants on the whole page, as in a browser.
  document.documentElement.style.fontSize = `${textOf(globals.text, '100')}%`;
  const page = html`<div
    class="story-page"
    lang=${lang}
    dir=${ifDefined(parameters.dir as string | undefined)}
    data-house-styles=${houseStyles.join(' ')}
    data-house-style=${DecoratorHelpers.pluckThemeFromContext({ globals, parameters, viewMode, ...context }) || 'none'}
    data-scheme=${textOf(globals.scheme, 'light')}
    data-page-width=${textOf(globals.width, 'full')}
    data-view=${viewMode}
  >
    ${parameters.forcedColours === true ? forcedColoursNote : nothing}
    <div class="story-frame" data-width=${textOf(parameters.width, 'full')}>${story()}</div>
  </div>`;
  return html`${keyed(lang, page)}`;
};

const preview: Preview = {
  decorators: [onPage],
  render: (args: Args, { component }) => elementView(String(component), args),
  tags: ['autodocs'],
  ...toolbar,
  // What stands inside an element, and its data, are not for a text field.
  argTypes: { content: { table: { disable: true } }, '.data': { table: { disable: true } } },
  parameters: {
    layout: 'fullscreen',
    // A violation is a fault, not a remark.
    a11y: { test: 'error', options: { rules: { 'target-size': { enabled: true } } } },
    controls: { expanded: true },
    docs: {
      toc: true,
      source: { excludeDecorators: true },
      extractArgTypes: argTypesOf,
      extractComponentDescription: (tag: string) => declarationOf(tag)?.description ?? '',
    },
    options: {
      storySort: {
        order: [
          'For designers',
          ['Start here', 'Composition', 'Tokens', 'Palettes', 'Writing'],
          'Elements',
          [
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
            'session-status',
            'statistical-yearbook',
            'embed-code',
          ],
        ],
      },
    },
  },
};

export default preview;
