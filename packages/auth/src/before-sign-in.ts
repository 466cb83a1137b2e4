/** What a page needs of this package before anybody signs in: apart, since most pages need no more. */
export { isReturning } from './returned-answer.js';
export { SessionChangeEvent } from './session-change-event.js';
export { SessionError } from './session-error.js';
