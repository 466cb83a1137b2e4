const causes = {
  cancelled: 'The visitor did not finish the sign-in',
  'sign-in-needed': 'The identity provider wants to see the visitor first',
  'popup-blocked': 'The browser did not open a window; a redirect needs none',
  'provider-unreachable': 'The identity provider could not be reached',
  'provider-error': 'The identity provider refused or failed',
  'answer-invalid': 'The answer of the identity provider does not belong to this sign-in',
  'proof-refused': 'The identity provider did not accept the proof of possession',
  'renewal-refused': 'The session is over at the identity provider',
  'no-renewal': 'The identity provider gave no refresh token, so the session ends with its access token',
} as const;

/**
 * Why there is no session, as a code to act on and to quote. OAuth 2.0 (RFC 6749, sections 4.1.2.1 and 5.2), OpenID
 * Connect Core (3.1.2.6) and DPoP (RFC 9449) have more words for these than a page has answers.
 */
export type SessionErrorCode = keyof typeof causes;

/** Carries no cause and nothing that the provider wrote: those can hold tokens, codes and names. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: SessionErrorCode;

  constructor(code: SessionErrorCode) {
    super(causes[code]);
    this.code = code;
  }
}

/** The error that another program names by its code, or null for anything else. */
export function sessionErrorFor(code: unknown): SessionError | null {
  return isCode(code) ? new SessionError(code) : null;
}

function isCode(code: unknown): code is SessionErrorCode {
  return typeof code === 'string' && Object.hasOwn(causes, code);
}
