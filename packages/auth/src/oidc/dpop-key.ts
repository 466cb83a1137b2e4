import type { DPoPState } from 'oidc-client-ts';

/**
 * The key that tokens are bound to (RFC 9449). The OIDC client makes it, not extractable; kept in memory like the tokens
 * that are worth nothing without it.
 */
export class DpopKey {
  readonly #states = new Map<string, DPoPState>();

  async set(name: string, state: DPoPState): Promise<void> {
    this.#states.set(name, state);
  }

  async get(name: string): Promise<DPoPState> {
    const state = this.#states.get(name);
    if (!state) throw new Error(`No key for ${name}`);
    return state;
  }

  async remove(name: string): Promise<DPoPState> {
    const state = await this.get(name);
    this.#states.delete(name);
    return state;
  }

  async getAllKeys(): Promise<string[]> {
    return [...this.#states.keys()];
  }
}

export interface ProvenRequest {
  readonly method: string;
  readonly url: URL;
  readonly accessToken: string;
  /** Milliseconds by which the provider's clock is ahead of the visitor's. */
  readonly ahead: number;
}

/**
 * The proof for one request to the endpoint (RFC 9449, sections 4.2 and 7). The OIDC client makes those for the
 * provider itself; its own for other servers trusts the visitor's clock.
 */
export async function proofFor(
  { method, url, accessToken, ahead }: ProvenRequest,
  keys: CryptoKeyPair,
): Promise<string> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const payload = {
    jti: crypto.randomUUID(),
    htm: method,
    htu: url.origin + url.pathname,
    iat: Math.floor((Date.now() + ahead) / 1000),
    ath: base64Url(await crypto.subtle.digest('SHA-256', bytes(accessToken))),
  };
  const signed = [header, payload].map((part) => base64Url(bytes(JSON.stringify(part)))).join('.');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return `${signed}.${base64Url(await crypto.subtle.sign(algorithm, keys.privateKey, bytes(signed)))}`;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64Url(data: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
  const binary = String.fromCharCode(...new Uint8Array(data));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
