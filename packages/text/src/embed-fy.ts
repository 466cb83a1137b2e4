import type { EmbedWords } from './embed-words.js';

export const embedFy: EmbedWords = {
  legend: 'Hoe wolle jo dit op jo side sette?',
  routes: { tag: 'Mei in eigen elemint', data: 'Mei in div', frame: 'Mei in iframe' },
  when: {
    tag: 'De bêste kar as jo sels HTML op de side sette kinne.',
    data: 'Foar in CMS dat ûnbekende eleminten weihellet.',
    frame: 'Foar in CMS dat ek skripts weihellet.',
  },
  code: 'Koade om op jo side te plakken',
  copy: 'Koade kopiearje',
  copied: 'De koade is kopiearre',
  refused: 'Kopiearjen mei net fan jo browser. De koade is selektearre: kopiearje dy mei Ctrl+C of Cmd+C.',
  nothing: 'Hjir is neat om op in oare side te setten.',
  private: 'Dizze sifers binne net iepenbier. Wa’t net ynlogd is, sjocht se op jo side net.',
  unsure: 'It is net bekend oft dizze sifers iepenbier binne. Miskien sjocht net elkenien se op jo side.',
  given: 'Dizze sifers steane yn de side sels. Mei dizze koade geane se net mei nei in oare side.',
  local: 'De sifers steane op in adres dat allinnich op jo eigen kompjûter of netwurk wurket.',
  noAddress: 'It is net bekend wêr’t de sifers steane. De koade wurket pas as jo it adres ynfolje by endpoint.',
  notAnElement: (tag) =>
    tag ? `Der is gjin elemint mei de namme ${tag}.` : 'It adres fan dit ramt neamt gjin elemint (?element=kpi-tile).',
};
