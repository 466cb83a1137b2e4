import { askedOf, type DefinitionWords } from './definition-words.js';

export const definitionFy: DefinitionWords = {
  close: 'Slute',
  unit: 'Ienheid',
  source: 'Boarne',
  method: 'Sa is it mjitten',
  reference: 'Peildatum of perioade',
  breaks: 'Trendbrekken',
  validated: 'Kontrolearre',
  validatedBy: (by, on) => `troch ${by} op ${on}`,
  nextUpdate: 'Nije sifers',
  contact: 'Kontakt',
  version: 'Ferzje',
  licence: 'Lisinsje',
  notes: 'Tink derom',
  smallNumbers: 'Lytse oantallen',
  citation: 'Sa ferwize jo nei dit sifer',
  cite: ({ source, title, region, period, version, url, seen }) =>
    `${source && `${source}: `}${[title, region, period].filter(Boolean).join(', ')}${version ? ` (ferzje ${version})` : ''}. Besjoen op ${seen}, ${url}`,
  ask: 'Fraach oer dit sifer',
  askSubject: ({ title, region, period }) => `Fraach oer: ${[title, region, period].filter(Boolean).join(', ')}`,
  askBody: (question) => `Ik haw in fraach oer dit sifer:\n\n${askedOf(question)}\n${question.url}\n\nMyn fraach:\n`,
};
