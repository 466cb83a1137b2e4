/** The part of `peilglas.yaml` that says whose tokens are believed and what they give a right to. */
import * as v from 'valibot';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));
const names = v.pipe(v.array(filled), v.minLength(1, 'Needs at least one'));

export const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

/** What tokens rest on may come over plain HTTP from this machine only. */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, hash } = new URL(text);
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && here)) && username === '' && hash === '';
}

const isAddress = (text: string): boolean => /^https?:/i.test(text);

/** Which claim holds rights, and what its values mean. A name alone: the values are codes as they stand. */
const claimSchema = v.union(
  [
    filled,
    v.strictObject({
      /** Name of the claim; inside another claim as `realm_access.roles`. */
      name: filled,
      /** What each value means here; a value that is not listed then means nothing. */
      values: v.exactOptional(v.record(filled, filled)),
      /** The value that stands for every theme or municipality there is. Left out: no value does. */
      all: v.exactOptional(filled),
    }),
  ],
  'Expected the name of a claim, or { name: …, values: …, all: … }',
);
export type ClaimSetting = v.InferOutput<typeof claimSchema>;

const issuerSchema = v.strictObject({
  /** `iss` of its tokens, character by character. */
  issuer: filled,
  /** `aud` by which its tokens are meant for this endpoint; one of these must be in the token. */
  audience: v.union([filled, names], 'Expected a text or a list of texts'),
  /** Where its public keys are: an https address, or a file (a "site key"). */
  jwks: v.pipe(
    filled,
    v.check((text) => !isAddress(text) || isSafeAddress(text), 'Expected an https address (http on this machine only)'),
  ),
  algorithms: v.exactOptional(v.pipe(v.array(v.picklist(algorithms)), v.minLength(1, 'Needs at least one'))),
  claims: v.exactOptional(
    v.strictObject({ themes: v.exactOptional(claimSchema), municipalities: v.exactOptional(claimSchema) }),
  ),
  /** Only tokens that call themselves access tokens (`typ: at+jwt`, RFC 9068); else also plain `JWT`. */
  strictType: v.exactOptional(v.boolean()),
  /** Whether tokens that are not bound to a key of the asker (DPoP, RFC 9449) are refused. */
  proofOfPossession: v.exactOptional(v.picklist(['required', 'optional'])),
});
export type IssuerSetting = v.InferOutput<typeof issuerSchema>;

export const accessSchema = v.strictObject({
  issuers: v.pipe(
    v.array(issuerSchema),
    v.check(
      (issuers) => new Set(issuers.map(({ issuer }) => issuer)).size === issuers.length,
      'The same issuer is given twice',
    ),
  ),
  /** File for the audit log, or `stdout` (default). */
  auditLog: v.exactOptional(filled),
  /** File with a secret of at least 32 bytes, by which the same person keeps the same pseudonym; else a new one at each start. */
  auditKeyFile: v.exactOptional(filled),
});
export type AccessOptions = v.InferOutput<typeof accessSchema>;

/** Whether keys come from an address; else they come from a file. */
export function hasAddress({ jwks }: IssuerSetting): boolean {
  return isAddress(jwks);
}
