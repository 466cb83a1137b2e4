import type { EmbedWords } from './embed-words.js';

export const embedNl: EmbedWords = {
  legend: 'Hoe wilt u dit op uw pagina zetten?',
  routes: { tag: 'Met een eigen element', data: 'Met een div', frame: 'Met een iframe' },
  when: {
    tag: 'De beste keuze als u zelf HTML op de pagina kunt zetten.',
    data: 'Voor een CMS dat onbekende elementen weghaalt.',
    frame: 'Voor een CMS dat ook scripts weghaalt.',
  },
  code: 'Code om op uw pagina te plakken',
  copy: 'Code kopiëren',
  copied: 'De code is gekopieerd',
  refused: 'Kopiëren mag niet van uw browser. De code is geselecteerd: kopieer die met Ctrl+C of Cmd+C.',
  nothing: 'Hier is niets om op een andere pagina te zetten.',
  private: 'Deze cijfers zijn niet openbaar. Wie niet is ingelogd, ziet ze op uw pagina niet.',
  unsure: 'Het is niet bekend of deze cijfers openbaar zijn. Misschien ziet niet iedereen ze op uw pagina.',
  given: 'Deze cijfers staan in de pagina zelf. Met deze code gaan ze niet mee naar een andere pagina.',
  local: 'De cijfers staan op een adres dat alleen op uw eigen computer of netwerk werkt.',
  noAddress: 'Het is niet bekend waar de cijfers staan. De code werkt pas als u het adres invult bij endpoint.',
  notAnElement: (tag) =>
    tag ? `Er is geen element met de naam ${tag}.` : 'Het adres van dit kader noemt geen element (?element=kpi-tile).',
};
