import type { SessionWords } from './session-words.js';

export const sessionEn: SessionWords = {
  signedOut: 'You are not signed in',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  signedIn: 'You are signed in',
  signedInAs: (name) => `Signed in as ${name}`,
  signOut: 'Sign out',
  over: 'Your session has ended',
  signInAgain: 'Sign in again',
  elsewhere: 'You are signed in in another tab',
  signInHere: 'Sign in here too',
  onlyHere:
    'You are signed out of this site, but the sign-in service cannot be reached. Close your browser to sign out everywhere.',
  trouble: {
    'popup-blocked': 'Your browser blocked the sign-in window. Press the button again.',
    'provider-unreachable': 'The sign-in service cannot be reached. Try again later.',
    'answer-invalid': 'This sign-in had expired or was used before. Sign in again.',
    'proof-refused': 'The sign-in service cannot check your browser. Is the clock of your device right?',
  },
  otherTrouble: 'Signing in did not work. Try again later.',
};
