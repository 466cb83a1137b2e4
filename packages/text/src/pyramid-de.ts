import type { LargestGroup, PyramidWords } from './pyramid-words.js';

const named = (groups: readonly LargestGroup[]) =>
  groups.map(({ side, group, figure }) => `${side}, ${group} (${figure})`).join(' und ');

export const pyramidDe: PyramidWords = {
  share: (column) => `${column}: Anteil`,
  asShares: 'Anteil an allen Altersgruppen zusammen',
  asSharesOfChosen: 'Anteil an den gewählten Altersgruppen zusammen',
  noShares: 'Keine Anteile: Die Gesamtzahl ist nicht bekannt oder geheim',
  neverShares: 'Keine Anteile: Die Gesamtzahl ist 0, oder es gibt Werte unter 0',
  exceeds: 'Die Gruppen sind zusammen mehr als die Gesamtzahl, also keine Teile davon',
  hasUnknown: 'Gestreift: kein Wert, die Länge sagt nichts',
  keys: 'Mit den Pfeiltasten nach oben und unten gehen Sie durch die Gruppen, mit denen nach links und rechts von einer Seite zur anderen. Mit Esc schließen Sie den Wert.',

  largest: (groups, some) => {
    const known = some ? ' mit einem Wert' : '';
    return `${groups.length === 1 ? `die größte Gruppe${known} ist` : `die größten Gruppen${known} sind`} ${named(groups)}`;
  },
  elsewhere: (where, groups) => `zum Vergleich, ${where}: ${named(groups)}`,
  unknown: (count) => (count === 1 ? '1 Gruppe hat keinen Wert' : `${count} Gruppen haben keinen Wert`),
};
