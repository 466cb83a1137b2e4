import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

/** `RightToLeft` and `Right To Left` both as `Right to left`; tags of elements as they are. */
function inWords(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split(' ');
  return words.map((word, place) => (place === 0 ? word : word.toLowerCase())).join(' ');
}

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'Peilglas', colorPrimary: '#00558f', colorSecondary: '#00558f' }),
  sidebar: { renderLabel: ({ name, type }) => (type === 'story' ? inWords(name) : name) },
});
