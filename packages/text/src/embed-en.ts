import type { EmbedWords } from './embed-words.js';

export const embedEn: EmbedWords = {
  legend: 'How do you want to put this on your page?',
  routes: { tag: 'With an element of its own', data: 'With a div', frame: 'With an iframe' },
  when: {
    tag: 'The best choice if you can put HTML on the page yourself.',
    data: 'For a CMS that removes elements it does not know.',
    frame: 'For a CMS that removes scripts too.',
  },
  code: 'Code to paste on your page',
  copy: 'Copy the code',
  copied: 'The code has been copied',
  refused: 'Your browser does not allow copying. The code is selected: copy it with Ctrl+C or Cmd+C.',
  nothing: 'There is nothing here to put on another page.',
  private: 'These figures are not public. Visitors who are not signed in will not see them on your page.',
  unsure: 'It is not known whether these figures are public. Some visitors may not see them on your page.',
  given: 'These figures are in this page itself. This code does not take them to another page.',
  local: 'The figures are at an address that only works on your own computer or network.',
  noAddress: 'It is not known where the figures are. The code only works once you fill in the address at endpoint.',
  notAnElement: (tag) =>
    tag ? `There is no element called ${tag}.` : 'The address of this frame names no element (?element=kpi-tile).',
};
