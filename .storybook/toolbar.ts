/** The menus above a story, besides the house style: what a reader or a page may bring. */
import { isLoaded } from '@peilglas/text';
import type { Preview } from '@storybook/web-components-vite';

/** Dutch, and of these the ones that there are texts for: a language that nobody knows needs no loading. */
const languages = ['nl', ...['en', 'de', 'fy'].filter((lang) => !isLoaded(lang))];

/** Globals and parameters are whatever a story or an address says; anything but text is as good as nothing. */
export function textOf(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** A language by its own name. */
function nameOf(lang: string): string {
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Toolbar = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>;

function menu(description: string, icon: NonNullable<Toolbar['icon']>, items: Toolbar['items']) {
  return { description, toolbar: { title: description, icon, dynamicTitle: true, items } };
}

export const toolbar = {
  initialGlobals: { scheme: 'light', lang: 'nl', width: 'full', text: '100' },
  globalTypes: {
    scheme: menu('Colour scheme', 'contrast', [
      { value: 'light', title: 'Light', icon: 'sun' },
      { value: 'dark', title: 'Dark', icon: 'moon' },
    ]),
    lang: menu(
      'Language',
      'globe',
      languages.map((value) => ({ value, title: nameOf(value) })),
    ),
    width: menu('Width of the page', 'grow', [
      { value: 'full', title: 'Full width' },
      { value: '320', title: '320 px' },
      { value: '768', title: '768 px' },
      { value: '1280', title: '1280 px' },
    ]),
    text: menu('Size of text', 'zoom', [
      { value: '100', title: 'Text 100 %' },
      { value: '150', title: 'Text 150 %' },
      { value: '200', title: 'Text 200 %' },
    ]),
  },
} satisfies Pick<Preview, 'initialGlobals' | 'globalTypes'>;
