import type { SessionWords } from './session-words.js';

export const sessionFy: SessionWords = {
  signedOut: 'Jo binne net ynlogd',
  signIn: 'Ynlogge',
  signingIn: 'Dwaande mei ynloggen',
  signedIn: 'Jo binne ynlogd',
  signedInAs: (name) => `Ynlogd as ${name}`,
  signOut: 'Útlogge',
  over: 'Jo sesje is ferrûn',
  signInAgain: 'Nochris ynlogge',
  elsewhere: 'Jo binne ynlogd yn in oar ljepblêd',
  signInHere: 'Ek hjir ynlogge',
  onlyHere:
    'Jo binne útlogd op dizze side, mar de ynlogtsjinst is net te berikken. Slút jo browser om oeral út te loggen.',
  trouble: {
    'popup-blocked': 'Jo browser hold it ynlogfinster tsjin. Druk nochris op de knop.',
    'provider-unreachable': 'De ynlogtsjinst is net te berikken. Besykje it letter nochris.',
    'answer-invalid': 'Dit ynlogskerm wie ferrûn of al brûkt. Log nochris yn.',
    'proof-refused': 'De ynlogtsjinst kin jo browser net kontrolearje. Stiet de klok fan jo apparaat goed?',
  },
  otherTrouble: 'Ynloggen is net slagge. Besykje it letter nochris.',
};
