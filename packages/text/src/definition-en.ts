import { askedOf, type DefinitionWords } from './definition-words.js';

export const definitionEn: DefinitionWords = {
  close: 'Close',
  unit: 'Unit',
  source: 'Source',
  method: 'How it is measured',
  reference: 'Reference date or period',
  breaks: 'Breaks in series',
  validated: 'Checked',
  validatedBy: (by, on) => `by ${by} on ${on}`,
  nextUpdate: 'New figures',
  contact: 'Contact',
  version: 'Version',
  licence: 'Licence',
  notes: 'Please note',
  smallNumbers: 'Small numbers',
  citation: 'How to cite this figure',
  cite: ({ source, title, region, period, version, url, seen }) =>
    `${source && `${source}: `}${[title, region, period].filter(Boolean).join(', ')}${version ? ` (version ${version})` : ''}. Seen on ${seen}, ${url}`,
  ask: 'Question about this figure',
  askSubject: ({ title, region, period }) => `Question about: ${[title, region, period].filter(Boolean).join(', ')}`,
  askBody: (question) =>
    `I have a question about this figure:\n\n${askedOf(question)}\n${question.url}\n\nMy question:\n`,
};
