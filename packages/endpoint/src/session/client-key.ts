/** How the endpoint shows the provider that it is the client that was registered there. */
import { importJWK } from 'jose';
import { readFileSync } from 'node:fs';
import { ClientSecretPost, PrivateKeyJwt, type ClientAuth } from 'openid-client';
import * as v from 'valibot';
import type { SignInSettings } from './sign-in-settings.js';

const privateKeySchema = v.looseObject({
  kty: v.picklist(['RSA', 'EC', 'OKP']),
  alg: v.pipe(v.string(), v.nonEmpty()),
  kid: v.exactOptional(v.string()),
  d: v.string(),
});

type Files = Pick<SignInSettings, 'clientSecretFile' | 'privateKeyFile'>;

/** @throws Error that names the file and repeats nothing of it, when it cannot be used. */
export function readClientKey({ clientSecretFile, privateKeyFile = '' }: Files): () => Promise<ClientAuth> {
  if (clientSecretFile !== undefined) {
    const authentication = withSecret(secretIn(clientSecretFile));
    return async () => authentication;
  }
  const jwk = privateKeyIn(privateKeyFile);
  return async () => {
    const key = await importJWK(jwk);
    if (key instanceof Uint8Array) throw new TypeError('No private key');
    return PrivateKeyJwt({ key, ...(jwk.kid !== undefined && { kid: jwk.kid }) });
  };
}

function secretIn(file: string): string {
  const [line = ''] = readFileSync(file, 'utf8').split('\n', 1);
  if (line.trim() === '') throw new Error(`${file}: holds no client secret on its first line`);
  return line.trim();
}

function privateKeyIn(file: string): v.InferOutput<typeof privateKeySchema> {
  const text = readFileSync(file, 'utf8');
  try {
    return v.parse(privateKeySchema, JSON.parse(text));
  } catch {
    throw new Error(`${file}: is no private key as a JWK with its alg`);
  }
}

/** In the header, which every provider must understand (RFC 6749, section 2.3.1), unless this one says that it does not. */
function withSecret(secret: string): ClientAuth {
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    if (!methods.includes('client_secret_basic')) post(server, client, body, headers);
    else headers.set('authorization', `Basic ${encoded(`${asForm(client.client_id)}:${asForm(secret)}`)}`);
  };
}

const encoded = (text: string): string => Buffer.from(text).toString('base64');

/**
 * As forms write it (RFC 6749, appendix B), of which some providers undo nothing (LemonLDAP::NG): what can stay as it is does, so
 * that ids and secrets in the letters, digits and dashes that providers give out are theirs either way.
 */
const asForm = (text: string): string => encodeURIComponent(text).replaceAll('%20', '+');
