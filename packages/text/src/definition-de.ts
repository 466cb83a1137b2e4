import { askedOf, type DefinitionWords } from './definition-words.js';

export const definitionDe: DefinitionWords = {
  close: 'Schließen',
  unit: 'Einheit',
  source: 'Quelle',
  method: 'So wurde gemessen',
  reference: 'Stichtag oder Zeitraum',
  breaks: 'Brüche in der Zeitreihe',
  validated: 'Geprüft',
  validatedBy: (by, on) => `von ${by} am ${on}`,
  nextUpdate: 'Neue Zahlen',
  contact: 'Kontakt',
  version: 'Version',
  licence: 'Lizenz',
  notes: 'Bitte beachten',
  smallNumbers: 'Kleine Anzahlen',
  citation: 'So zitieren Sie diesen Wert',
  cite: ({ source, title, region, period, version, url, seen }) =>
    `${source && `${source}: `}${[title, region, period].filter(Boolean).join(', ')}${version ? ` (Version ${version})` : ''}. Gesehen am ${seen}, ${url}`,
  ask: 'Frage zu diesem Wert',
  askSubject: ({ title, region, period }) => `Frage zu: ${[title, region, period].filter(Boolean).join(', ')}`,
  askBody: (question) =>
    `Ich habe eine Frage zu diesem Wert:\n\n${askedOf(question)}\n${question.url}\n\nMeine Frage:\n`,
};
