import { isNoTrouble, type Words } from './words.js';

export const fy: Words = {
  language: 'fy',
  loading: 'Dit wurdt laden',
  loadingSlow: 'Dit duorret langer as oars',
  empty: (selection) => `Gjin sifers foar dizze seleksje${selection && `: ${selection}`}`,
  suppressed: 'Geheim: oantallen binne te lyts om sjen te litten',
  signedOut: 'Log yn om dizze sifers te sjen',
  signIn: 'Ynlogge',
  sessionOver: 'Jo sesje is ferrûn',
  signInTrouble: (code) =>
    code === 'popup-blocked'
      ? 'Jo browser hold it ynlogfinster tsjin. Besykje it nochris.'
      : isNoTrouble(code)
        ? ''
        : `Ynloggen is net slagge (koade: ${code})`,
  noAccess: (theme) => `Jo hawwe gjin tagong ta ${theme ? `tema ${theme}` : 'dizze sifers'}`,
  askAccess: 'Freegje tagong oan by',
  notFound: 'Dizze sifers binne net fûn',
  stale: (date) => `Bywurke op ${date}, ferfarskjen slagget no net`,
  failures: {
    network: 'De sifers binne net te berikken. Kontrolearje jo ynternetferbining.',
    timeout: 'It antwurd duorret te lang.',
    malformed: 'It antwurd is net te lêzen. Dat leit net oan jo.',
    'too-many-cells': 'Dit binne te folle sifers tagelyk. Kies minder gebieten of perioaden.',
    'http-429': 'It is no te drok. Besykje it oer in pear minuten nochris.',
    'http-4': 'De fraach om dizze sifers kloppet net. Dat leit net oan jo.',
    'http-5': 'Der is in steuring. Besykje it letter nochris.',
    generic: 'Der gie wat mis. De sifers binne der no net.',
  },
  errorCode: (code) => `koade: ${code}`,
  retry: 'Nochris besykje',
  reasons: {
    confidential: 'geheim: te lytse oantallen',
    'not-available': 'net bekend',
    'not-applicable': 'net fan tapassing',
    unreliable: 'net betrouber',
    'not-yet-published': 'noch net publisearre',
  },
  statuses: { P: 'foarlopich', R: 'neier foarlopich', E: 'rûsd', B: 'trendbrek' },
  figure: 'Sifer',
  sourceLine: (source) => `Boarne: ${source}`,
  development: (from, to) => `Ferrin: fan ${from} nei ${to}`,
  narrowed: (label, categories) => `${label} (${categories.join(', ')})`,
  about: (label) => `Útlis oer ${label}`,
};
