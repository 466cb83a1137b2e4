/** Public keys of issuers: from an address, fetched and kept; or from a file, read again when it changes. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTVerifyGetKey,
} from 'jose';
import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import { hasAddress, type IssuerSetting } from './access-config.js';
import { CannotTell } from './token-fault.js';

const timeout = 5_000;
/** After keys were fetched, a token with an unknown key fetches them again no sooner than this, in milliseconds. */
const cooldown = 30_000;
const maxAge = 600_000;
/** After a failure nothing is asked for this long, so that tokens cannot make us press an issuer that is down. */
const pause = 5_000;
const maxBytes = 262_144;

/**
 * The key for a token by its header. `kid` only chooses among the keys of this issuer.
 * @throws CannotTell when there are no keys to look in now; jose's errors when none of them fits.
 */
export function keysOf(issuer: IssuerSetting): JWTVerifyGetKey {
  const keys = hasAddress(issuer) ? fromAddress(issuer.jwks) : fromFile(issuer.jwks);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new CannotTell('keys-unavailable');
    }
  };
}

function fromAddress(address: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(address), {
    timeoutDuration: timeout,
    cooldownDuration: cooldown,
    cacheMaxAge: maxAge,
    [customFetch]: withPauses(),
  });
}

const keySetSchema = v.object({ keys: v.array(v.looseObject({})) });

function withPauses(): FetchImplementation {
  let failedAt = -Infinity;
  return async (address, options) => {
    if (performance.now() - failedAt < pause) throw new CannotTell('keys-unavailable');
    try {
      const answer = await fetch(address, options);
      if (answer.status !== 200) throw new CannotTell('keys-unavailable');
      const text = await boundedText(answer);
      // A page that says that the issuer is being worked on is a failure too, and one that comes with status 200.
      v.parse(keySetSchema, JSON.parse(text));
      return new Response(text);
    } catch (error) {
      failedAt = performance.now();
      throw error;
    }
  };
}

async function boundedText({ body }: Response): Promise<string> {
  if (!body) return '';
  const stream: ReadableStream<Uint8Array> = body;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of stream) {
    text += decoder.decode(part, { stream: true });
    if (text.length > maxBytes) throw new CannotTell('keys-unavailable');
  }
  return text;
}

/** Public keys for signatures only: a file with a secret or private key was put in the wrong place. */
const fileSchema = v.object({
  keys: v.pipe(
    v.array(
      v.pipe(
        v.looseObject({ kty: v.picklist(['RSA', 'EC', 'OKP']) }),
        v.check((key) => !('d' in key), 'Private keys do not belong here'),
      ),
    ),
    v.minLength(1),
  ),
});

function fromFile(path: string): JWTVerifyGetKey {
  let known = { state: '', keys: createLocalJWKSet({ keys: [] }) };
  return async (header, token) => {
    const { mtimeMs, size, ino } = await stat(path);
    const state = `${mtimeMs} ${size} ${ino}`;
    if (state !== known.state) {
      const content: unknown = JSON.parse(await readFile(path, 'utf8'));
      known = { state, keys: createLocalJWKSet(v.parse(fileSchema, content)) };
    }
    return known.keys(header, token);
  };
}
