import type { EmbedWords } from './embed-words.js';

export const embedDe: EmbedWords = {
  legend: 'Wie möchten Sie dies auf Ihre Seite setzen?',
  routes: { tag: 'Mit einem eigenen Element', data: 'Mit einem div', frame: 'Mit einem iframe' },
  when: {
    tag: 'Die beste Wahl, wenn Sie selbst HTML auf die Seite setzen können.',
    data: 'Für ein CMS, das unbekannte Elemente entfernt.',
    frame: 'Für ein CMS, das auch Skripte entfernt.',
  },
  code: 'Code zum Einfügen auf Ihrer Seite',
  copy: 'Code kopieren',
  copied: 'Der Code ist kopiert',
  refused: 'Ihr Browser erlaubt das Kopieren nicht. Der Code ist markiert: Kopieren Sie ihn mit Ctrl+C oder Cmd+C.',
  nothing: 'Hier ist nichts, was man auf eine andere Seite setzen kann.',
  private: 'Diese Zahlen sind nicht öffentlich. Wer nicht angemeldet ist, sieht sie auf Ihrer Seite nicht.',
  unsure: 'Es ist nicht bekannt, ob diese Zahlen öffentlich sind. Vielleicht sehen nicht alle sie auf Ihrer Seite.',
  given: 'Diese Zahlen stehen in der Seite selbst. Mit diesem Code kommen sie nicht auf eine andere Seite mit.',
  local: 'Die Zahlen stehen unter einer Adresse, die nur auf Ihrem Computer oder in Ihrem Netzwerk funktioniert.',
  noAddress:
    'Es ist nicht bekannt, wo die Zahlen stehen. Der Code funktioniert erst, wenn Sie die Adresse bei endpoint eintragen.',
  notAnElement: (tag) =>
    tag ? `Es gibt kein Element namens ${tag}.` : 'Die Adresse dieses Rahmens nennt kein Element (?element=kpi-tile).',
};
