/** How a refusal says which token would do: RFC 6750, section 3, and RFC 9449, section 7.1. */
import { algorithms, type IssuerSetting } from './access-config.js';
import type { FaultReason, Scheme, TokenFault } from './token-fault.js';

const realm = 'realm="peilglas"';
const proofAlgorithms = `algs="${algorithms.join(' ')}"`;

/** `WWW-Authenticate` for who came without a token: every way that some issuer allows. */
export function challengeOf(issuers: readonly IssuerSetting[]): string {
  const isBearerEnough = issuers.some(({ proofOfPossession }) => proofOfPossession !== 'required');
  const bearer = isBearerEnough || issuers.length === 0 ? [`Bearer ${realm}`] : [];
  return [...bearer, ...(issuers.length > 0 ? [`DPoP ${realm}, ${proofAlgorithms}`] : [])].join(', ');
}

/** A refused token: the status of the answer, its `WWW-Authenticate`, and what to say. Tells no more than helps. */
export function refusalOf({ reason, scheme }: TokenFault): {
  readonly status: 400 | 401;
  readonly challenge: string;
  readonly detail: string;
} {
  const [error, detail] = describe(reason);
  return { status: error === 'invalid_request' ? 400 : 401, challenge: withError(scheme, error, detail), detail };
}

/** `WWW-Authenticate` for who is known but has no right (RFC 6750, section 3.1). */
export function insufficient(scheme: Scheme): string {
  return withError(scheme, 'insufficient_scope', 'The token gives no right to this');
}

function withError(scheme: Scheme, error: string, detail: string): string {
  const parts = [realm, `error="${error}"`, `error_description="${detail}"`];
  return `${scheme} ${[...parts, ...(scheme === 'DPoP' ? [proofAlgorithms] : [])].join(', ')}`;
}

function describe(reason: FaultReason): readonly [error: string, detail: string] {
  switch (reason) {
    case 'token-in-query':
      return ['invalid_request', 'A token belongs in the Authorization header, never in the address'];
    case 'two-tokens':
      return ['invalid_request', 'There is more than one token in the request'];
    case 'session-without-header':
      return ['invalid_token', 'A session counts only with the header X-Requested-By: peilglas'];
    case 'session-over':
      return ['invalid_token', 'The session is over; sign in again'];
    case 'expired':
      return ['invalid_token', 'The token has expired; sign in again'];
    case 'bound-but-bearer':
    case 'proof-required':
      return ['invalid_token', 'The token must come with a proof of possession (DPoP)'];
    case 'proof-missing':
    case 'proof-invalid':
    case 'proof-stale':
    case 'proof-for-other-request':
    case 'proof-of-other-key':
    case 'proof-replayed':
      return ['invalid_dpop_proof', 'The proof of possession is not valid for this request; make a new one'];
    default:
      return ['invalid_token', 'The token is not valid here'];
  }
}
