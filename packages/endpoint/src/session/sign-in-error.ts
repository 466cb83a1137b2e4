import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/** Why there is no session, in the words of `SessionErrorCode` of @peilglas/auth. */
export type SignInErrorCode =
  'cancelled' | 'provider-unreachable' | 'provider-error' | 'answer-invalid' | 'renewal-refused';

/** Holds nothing that the provider or its client wrote: those can hold tokens, codes and names. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInErrorCode;

  constructor(code: SignInErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Codes of openid-client for a provider that did not answer, or with something that is no OAuth 2.0 at all. */
const noAnswer = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);
/** Words of the provider about its own trouble, or about this endpoint as its client: no judgement on the visitor. */
const notTheVisitor = new Set(['server_error', 'temporarily_unavailable', 'invalid_client', 'slow_down']);

/** @param refused for an answer by which the provider, or the check of what it answered, refuses this very sign-in */
export function signInErrorOf(error: unknown, refused: SignInErrorCode): SignInError {
  if (error instanceof SignInError) return error;
  if (error instanceof AuthorizationResponseError)
    return new SignInError(error.error === 'access_denied' ? 'cancelled' : 'provider-error');
  if (error instanceof ResponseBodyError) {
    const isOurs = error.status >= 500 || error.status === 429 || notTheVisitor.has(error.error);
    return new SignInError(isOurs ? 'provider-error' : refused);
  }
  if (error instanceof ClientError)
    return new SignInError(noAnswer.has(error.code ?? '') ? 'provider-unreachable' : refused);
  // What `fetch` rejects with.
  return new SignInError(error instanceof TypeError ? 'provider-unreachable' : 'provider-error');
}
