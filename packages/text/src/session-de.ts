import type { SessionWords } from './session-words.js';

export const sessionDe: SessionWords = {
  signedOut: 'Sie sind nicht angemeldet',
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft',
  signedIn: 'Sie sind angemeldet',
  signedInAs: (name) => `Angemeldet als ${name}`,
  signOut: 'Abmelden',
  over: 'Ihre Sitzung ist abgelaufen',
  signInAgain: 'Noch einmal anmelden',
  elsewhere: 'Sie sind in einem anderen Tab angemeldet',
  signInHere: 'Auch hier anmelden',
  onlyHere:
    'Sie sind auf dieser Website abgemeldet, aber der Anmeldedienst ist nicht erreichbar. Schließen Sie Ihren Browser, um sich überall abzumelden.',
  trouble: {
    'popup-blocked': 'Ihr Browser hat das Anmeldefenster blockiert. Drücken Sie noch einmal auf den Knopf.',
    'provider-unreachable': 'Der Anmeldedienst ist nicht erreichbar. Versuchen Sie es später noch einmal.',
    'answer-invalid': 'Diese Anmeldung war abgelaufen oder schon benutzt. Melden Sie sich noch einmal an.',
    'proof-refused': 'Der Anmeldedienst kann Ihren Browser nicht prüfen. Geht die Uhr Ihres Geräts richtig?',
  },
  otherTrouble: 'Die Anmeldung hat nicht geklappt. Versuchen Sie es später noch einmal.',
};
