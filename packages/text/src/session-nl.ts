import type { SessionWords } from './session-words.js';

export const sessionNl: SessionWords = {
  signedOut: 'U bent niet ingelogd',
  signIn: 'Inloggen',
  signingIn: 'Bezig met inloggen',
  signedIn: 'U bent ingelogd',
  signedInAs: (name) => `Ingelogd als ${name}`,
  signOut: 'Uitloggen',
  over: 'Uw sessie is verlopen',
  signInAgain: 'Opnieuw inloggen',
  elsewhere: 'U bent ingelogd in een ander tabblad',
  signInHere: 'Ook hier inloggen',
  onlyHere:
    'U bent uitgelogd op deze site, maar de inlogdienst is niet te bereiken. Sluit uw browser om overal uit te loggen.',
  trouble: {
    'popup-blocked': 'Uw browser hield het inlogvenster tegen. Druk opnieuw op de knop.',
    'provider-unreachable': 'De inlogdienst is niet te bereiken. Probeer het later opnieuw.',
    'answer-invalid': 'Dit inlogscherm was verlopen of al gebruikt. Log opnieuw in.',
    'proof-refused': 'De inlogdienst kan uw browser niet controleren. Staat de klok van uw apparaat goed?',
  },
  otherTrouble: 'Inloggen is niet gelukt. Probeer het later opnieuw.',
};
