export { callbackTokenProvider } from './callback-token-provider.js';
export { CookieSession, type CookieSettings } from './cookie-session.js';
export { OidcSession } from './oidc-session.js';
export type { OidcSettings } from './oidc-settings.js';
export { SessionChangeEvent } from './session-change-event.js';
export { SessionError, type SessionErrorCode } from './session-error.js';
export type { Session, SessionState, SignedInUser, SignInOptions } from './session.js';
