import { isNoTrouble, type Words } from './words.js';

export const en: Words = {
  language: 'en',
  loading: 'Loading',
  loadingSlow: 'This is taking longer than usual',
  empty: (selection) => `No figures for this selection${selection && `: ${selection}`}`,
  suppressed: 'Confidential: numbers are too small to show',
  signedOut: 'Sign in to see these figures',
  signIn: 'Sign in',
  sessionOver: 'Your session has ended',
  signInTrouble: (code) =>
    code === 'popup-blocked'
      ? 'Your browser blocked the sign-in window. Try again.'
      : isNoTrouble(code)
        ? ''
        : `Signing in did not work (code: ${code})`,
  noAccess: (theme) => `You do not have access to ${theme ? `the theme ${theme}` : 'these figures'}`,
  askAccess: 'Ask for access:',
  notFound: 'These figures were not found',
  stale: (date) => `Updated on ${date}, refreshing does not work at the moment`,
  failures: {
    network: 'The figures cannot be reached. Check your internet connection.',
    timeout: 'The answer is taking too long.',
    malformed: 'The answer cannot be read. You did nothing wrong.',
    'too-many-cells': 'These are too many figures at once. Choose fewer areas or periods.',
    'http-429': 'It is too busy right now. Try again in a few minutes.',
    'http-4': 'The request for these figures is not right. You did nothing wrong.',
    'http-5': 'There is a fault. Try again later.',
    generic: 'Something went wrong. The figures are not here right now.',
  },
  errorCode: (code) => `code: ${code}`,
  retry: 'Try again',
  reasons: {
    confidential: 'confidential: numbers too small',
    'not-available': 'not known',
    'not-applicable': 'not applicable',
    unreliable: 'unreliable',
    'not-yet-published': 'not yet published',
  },
  statuses: { P: 'provisional', R: 'revised provisional', E: 'estimated', B: 'break in series' },
  figure: 'Figure',
  sourceLine: (source) => `Source: ${source}`,
  development: (from, to) => `Development: from ${from} to ${to}`,
  narrowed: (label, categories) => `${label} (${categories.join(', ')})`,
  about: (label) => `About ${label}`,
};
