import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts';
import { SessionError, type SessionErrorCode } from '../session-error.js';

const codes: Readonly<Record<string, SessionErrorCode>> = {
  access_denied: 'cancelled',
  login_required: 'sign-in-needed',
  interaction_required: 'sign-in-needed',
  consent_required: 'sign-in-needed',
  account_selection_required: 'sign-in-needed',
  invalid_grant: 'renewal-refused',
  invalid_dpop_proof: 'proof-refused',
  use_dpop_nonce: 'proof-refused',
};

/**
 * The cause behind what the OIDC client throws, without what it holds: its errors carry the form with the tokens.
 * @param otherwise for the checks that it does itself, on state, nonce and subject
 */
export function sessionErrorOf(error: unknown, otherwise: SessionErrorCode = 'provider-error'): SessionError {
  if (error instanceof SessionError) return error;
  const word = errorWord(error);
  if (word !== null) return new SessionError(codes[word] ?? 'provider-error');
  if (error instanceof ErrorTimeout || error instanceof TypeError || error instanceof DOMException) {
    return new SessionError('provider-unreachable');
  }
  // An answer that is no OAuth 2.0 answer at all: its status, or its type.
  const isStrange = error instanceof Error && /\(\d{3}\)|Content-Type/.test(error.message);
  return new SessionError(isStrange ? 'provider-error' : otherwise);
}

/** `error` of an OAuth 2.0 error answer, or null. */
function errorWord(error: unknown): string | null {
  if (error instanceof ErrorResponse) return error.error;
  // Any error that comes with a new nonce: the answer itself is in the message.
  if (!(error instanceof Error) || error.name !== 'ErrorDPoPNonce') return null;
  return /"error":"(\w+)"/.exec(error.message)?.[1] ?? null;
}
