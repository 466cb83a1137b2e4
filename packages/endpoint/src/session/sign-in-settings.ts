/** The part of `peilglas.yaml` by which the endpoint itself signs visitors in and keeps their tokens. */
import * as v from 'valibot';
import { isSafeAddress, type AccessOptions } from '../access/access-config.js';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1));

export const signInSchema = v.pipe(
  v.strictObject({
    /** The identity provider: one of `access.issuers`, to the letter. */
    issuer: v.pipe(filled, v.check(isSafeAddress, 'Expected an https address (http on this machine only)')),
    clientId: filled,
    /** File whose first line is the client's secret. */
    clientSecretFile: v.exactOptional(filled),
    /** File with the client's private key as a JWK, to sign its requests with (`private_key_jwt`). */
    privateKeyFile: v.exactOptional(filled),
    scope: v.exactOptional(v.pipe(filled, v.regex(/(^| )openid( |$)/, 'Expected openid among the scopes'))),
    /** What the endpoint calls itself (RFC 8707), where the provider makes tokens for one audience. Entra ID takes a scope for it. */
    resource: v.exactOptional(filled),
    /** Where the provider sends who signed out, as registered there. */
    signedOutUrl: v.exactOptional(v.pipe(filled, v.url('Expected an address as https://www.example.org/'))),
    /** A session that is not used ends after this long: 30 unless given. */
    idleMinutes: v.exactOptional(minutes),
    /** Every session ends after this long: 600 unless given. */
    longestMinutes: v.exactOptional(minutes),
    /** Sessions that are kept at once: 10,000 unless given. Beyond it the one that was used longest ago ends. */
    maxSessions: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.check(
    ({ clientSecretFile, privateKeyFile }) => (clientSecretFile === undefined) !== (privateKeyFile === undefined),
    'Give clientSecretFile or privateKeyFile, one of both',
  ),
);
export type SignInSettings = v.InferOutput<typeof signInSchema>;

/** The settings on which signing in rests, from wherever they came. */
export interface Surroundings {
  readonly signIn?: SignInSettings;
  readonly access?: AccessOptions;
  readonly publicUrl?: string;
  readonly origins?: readonly string[];
}

/** What keeps the endpoint from signing visitors in safely, a sentence each; none when it does not sign in at all. */
export function signInFaults({ signIn, access, publicUrl, origins = ['*'] }: Surroundings): readonly string[] {
  if (!signIn) return [];
  const trusted = access?.issuers.find(({ issuer }) => issuer === signIn.issuer);
  const isEntraId = signIn.issuer.startsWith('https://login.microsoftonline.com/');
  const isUnsafe = (origin: string): boolean => origin === '*' || !isSafeAddress(origin);
  const rules: readonly (readonly [isBroken: boolean, fault: string])[] = [
    [!trusted, 'signIn.issuer is not one of access.issuers, so its tokens would not be believed'],
    [
      trusted?.proofOfPossession === 'required',
      'signIn.issuer requires proofs of possession, which the tokens of a session do not have',
    ],
    [
      isEntraId && signIn.resource !== undefined,
      'signIn.resource is nothing that Entra ID takes (AADSTS901002): name a scope of the API in signIn.scope instead',
    ],
    [
      isEntraId && !signIn.scope?.includes('/'),
      'signIn.scope names no scope of the API (api://…/…), so Entra ID would make tokens for Microsoft Graph',
    ],
    [
      !publicUrl || !isSafeAddress(publicUrl),
      'signIn needs publicUrl: the https address by which browsers know this endpoint',
    ],
    [
      publicUrl !== undefined && URL.canParse(publicUrl) && new URL(publicUrl).pathname !== '/',
      'signIn needs a publicUrl without a path: its cookies go to all that is on that host',
    ],
    [
      origins.length === 0 || origins.some(isUnsafe),
      'signIn needs origins: each site whose pages may use a session, by its https origin; not *',
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, fault]) => fault);
}
