import { isNoTrouble, type Words } from './words.js';

export const de: Words = {
  language: 'de',
  loading: 'Wird geladen',
  loadingSlow: 'Das dauert länger als gewöhnlich',
  empty: (selection) => `Keine Zahlen für diese Auswahl${selection && `: ${selection}`}`,
  suppressed: 'Geheim: Die Anzahl ist zu klein, um sie zu zeigen',
  signedOut: 'Melden Sie sich an, um diese Zahlen zu sehen',
  signIn: 'Anmelden',
  sessionOver: 'Ihre Sitzung ist abgelaufen',
  signInTrouble: (code) =>
    code === 'popup-blocked'
      ? 'Ihr Browser hat das Anmeldefenster blockiert. Versuchen Sie es noch einmal.'
      : isNoTrouble(code)
        ? ''
        : `Die Anmeldung hat nicht geklappt (Code: ${code})`,
  noAccess: (theme) => `Sie haben keinen Zugang zu ${theme ? `dem Thema ${theme}` : 'diesen Zahlen'}`,
  askAccess: 'Zugang bekommen Sie bei',
  notFound: 'Diese Zahlen wurden nicht gefunden',
  stale: (date) => `Stand: ${date}, Aktualisieren klappt gerade nicht`,
  failures: {
    network: 'Die Zahlen sind nicht erreichbar. Prüfen Sie Ihre Internetverbindung.',
    timeout: 'Die Antwort dauert zu lange.',
    malformed: 'Die Antwort ist nicht lesbar. Das liegt nicht an Ihnen.',
    'too-many-cells': 'Das sind zu viele Zahlen auf einmal. Wählen Sie weniger Gebiete oder Zeiträume.',
    'http-429': 'Gerade ist zu viel los. Versuchen Sie es in ein paar Minuten noch einmal.',
    'http-4': 'Die Anfrage nach diesen Zahlen stimmt nicht. Das liegt nicht an Ihnen.',
    'http-5': 'Es gibt eine Störung. Versuchen Sie es später noch einmal.',
    generic: 'Etwas ging schief. Die Zahlen sind gerade nicht da.',
  },
  errorCode: (code) => `Code: ${code}`,
  retry: 'Noch einmal versuchen',
  reasons: {
    confidential: 'geheim: Anzahl zu klein',
    'not-available': 'nicht bekannt',
    'not-applicable': 'nicht zutreffend',
    unreliable: 'unzuverlässig',
    'not-yet-published': 'noch nicht veröffentlicht',
  },
  statuses: { P: 'vorläufig', R: 'vorläufig, überarbeitet', E: 'geschätzt', B: 'Bruch in der Zeitreihe' },
  figure: 'Wert',
  sourceLine: (source) => `Quelle: ${source}`,
  development: (from, to) => `Verlauf: von ${from} auf ${to}`,
  narrowed: (label, categories) => `${label} (${categories.join(', ')})`,
  about: (label) => `Erklärung zu ${label}`,
};
