import { isNoTrouble, type Words } from './words.js';

export const nl: Words = {
  language: 'nl',
  loading: 'Dit wordt geladen',
  loadingSlow: 'Dit duurt langer dan normaal',
  empty: (selection) => `Geen cijfers voor deze selectie${selection && `: ${selection}`}`,
  suppressed: 'Geheim: aantallen zijn te klein om te tonen',
  signedOut: 'Log in om deze cijfers te zien',
  signIn: 'Inloggen',
  sessionOver: 'Uw sessie is verlopen',
  signInTrouble: (code) =>
    code === 'popup-blocked'
      ? 'Uw browser hield het inlogvenster tegen. Probeer het opnieuw.'
      : isNoTrouble(code)
        ? ''
        : `Inloggen is niet gelukt (code: ${code})`,
  noAccess: (theme) => `U hebt geen toegang tot ${theme ? `thema ${theme}` : 'deze cijfers'}`,
  askAccess: 'Vraag toegang aan bij',
  notFound: 'Deze cijfers zijn niet gevonden',
  stale: (date) => `Bijgewerkt op ${date}, vernieuwen lukt nu niet`,
  failures: {
    network: 'De cijfers zijn niet te bereiken. Controleer uw internetverbinding.',
    timeout: 'Het antwoord duurt te lang.',
    malformed: 'Het antwoord is niet te lezen. Dit ligt niet aan u.',
    'too-many-cells': 'Dit zijn te veel cijfers tegelijk. Kies minder gebieden of perioden.',
    'http-429': 'Het is nu te druk. Probeer het over een paar minuten opnieuw.',
    'http-4': 'De vraag om deze cijfers klopt niet. Dit ligt niet aan u.',
    'http-5': 'Er is een storing. Probeer het later opnieuw.',
    generic: 'Er ging iets mis. De cijfers zijn er nu niet.',
  },
  errorCode: (code) => `code: ${code}`,
  retry: 'Opnieuw proberen',
  reasons: {
    confidential: 'geheim: te kleine aantallen',
    'not-available': 'niet bekend',
    'not-applicable': 'niet van toepassing',
    unreliable: 'onbetrouwbaar',
    'not-yet-published': 'nog niet gepubliceerd',
  },
  statuses: { P: 'voorlopig', R: 'nader voorlopig', E: 'geschat', B: 'trendbreuk' },
  figure: 'Cijfer',
  sourceLine: (source) => `Bron: ${source}`,
  development: (from, to) => `Verloop: van ${from} naar ${to}`,
  narrowed: (label, categories) => `${label} (${categories.join(', ')})`,
  about: (label) => `Uitleg over ${label}`,
};
