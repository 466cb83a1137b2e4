import { askedOf, type DefinitionWords } from './definition-words.js';

export const definitionNl: DefinitionWords = {
  close: 'Sluiten',
  unit: 'Eenheid',
  source: 'Bron',
  method: 'Zo is het gemeten',
  reference: 'Peildatum of periode',
  breaks: 'Trendbreuken',
  validated: 'Gecontroleerd',
  validatedBy: (by, on) => `door ${by} op ${on}`,
  nextUpdate: 'Nieuwe cijfers',
  contact: 'Contact',
  version: 'Versie',
  licence: 'Licentie',
  notes: 'Let op',
  smallNumbers: 'Kleine aantallen',
  citation: 'Zo verwijst u naar dit cijfer',
  cite: ({ source, title, region, period, version, url, seen }) =>
    `${source && `${source}: `}${[title, region, period].filter(Boolean).join(', ')}${version ? ` (versie ${version})` : ''}. Bekeken op ${seen}, ${url}`,
  ask: 'Vraag over dit cijfer',
  askSubject: ({ title, region, period }) => `Vraag over: ${[title, region, period].filter(Boolean).join(', ')}`,
  askBody: (question) => `Ik heb een vraag over dit cijfer:\n\n${askedOf(question)}\n${question.url}\n\nMijn vraag:\n`,
};
