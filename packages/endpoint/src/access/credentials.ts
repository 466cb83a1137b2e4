import { TokenFault, type Scheme } from './token-fault.js';

/** A token as it came, not yet believed. */
export interface Credentials {
  readonly scheme: Scheme;
  readonly token: string;
  /** The DPoP header; null when there is none. */
  readonly proof: string | null;
}

/** What is looked at of a request, as Node has it. */
export interface Asked {
  /** Path and query. */
  readonly url: string;
  /** Names and values in turn: the only place where Node shows a header that was sent twice. */
  readonly rawHeaders: readonly string[];
}

/** Longest that is looked at, in characters. Entra ID writes up to 200 groups of a person into a token. */
const longest = { token: 12_800, proof: 8192 };
/** A signed token in compact form: three parts in base64url, of which the last may be missing (`none`). */
const compact = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * The token of a request, or null without one.
 * @throws TokenFault for one in the address, more than one, or what is no signed token at all.
 */
export function readCredentials({ url, rawHeaders }: Asked): Credentials | null {
  refuseInQuery(url);
  const [authorization, second] = valuesOf(rawHeaders, 'authorization');
  if (authorization === undefined) return null;
  if (second !== undefined) throw new TokenFault('two-tokens');
  const [, name = '', token = ''] = /^(bearer|dpop) +([^ ].*)$/i.exec(authorization) ?? [];
  const scheme = name.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer';
  if (name === '') throw new TokenFault('not-a-token');
  const [proof = null, secondProof] = valuesOf(rawHeaders, 'dpop');
  if (secondProof !== undefined) throw new TokenFault('proof-invalid', 'DPoP');
  if (token.length > longest.token || (proof?.length ?? 0) > longest.proof) throw new TokenFault('too-large', scheme);
  if (!compact.test(token)) throw new TokenFault('malformed', scheme);
  return { scheme, token, proof };
}

/** A token in an address ends up in logs and histories (RFC 6750, section 2.3 discourages it; here it is refused). */
function refuseInQuery(url: string): void {
  const start = url.indexOf('?');
  if (start < 0) return;
  for (const name of new URLSearchParams(url.slice(start + 1)).keys())
    if (name.toLowerCase() === 'access_token') throw new TokenFault('token-in-query');
}

function valuesOf(rawHeaders: readonly string[], wanted: string): readonly string[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && name.toLowerCase() === wanted ? [rawHeaders[index + 1] ?? ''] : [],
  );
}
