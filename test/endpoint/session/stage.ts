/** An endpoint that signs visitors in, the demo's identity provider, and the tables of the access tests: all over real HTTP. */
import assert from 'node:assert/strict';
import { createEndpoint, type EndpointOptions } from '@peilglas/endpoint';
import { join } from 'node:path';
import { after } from 'node:test';
import type { BackendClient } from '../../../demo/identity-provider/identity-provider.mjs';
import { startProvider, type WatchedProvider } from '../../auth/support/provider.ts';
import { storeOfTables } from '../access/tables.ts';
import { temporaryFolder } from '../support.ts';
import { clientSecret, secretFile } from './secret-file.ts';
import { Visitor, type Answer } from './visitor.ts';
import { unlimited } from '../../support/unlimited.ts';

export const publicUrl = 'https://cijfers.example.org';
export const site = 'https://www.example.org';
export const page = `${site}/jeugd?region=GM0153#grafiek`;
export const host = 'cijfers.example.org';
export const sessionCookie = '__Host-peilglas';
export const browserCookie = '__Host-peilglas-sign-in';
/** What a page sends along with its cookie. */
export const ours = { 'x-requested-by': 'peilglas' };

export type AccountId = 'beleid-enschede' | 'beleid-hengelo' | 'onderzoek-twente' | 'zonder-thema' | 'kort-ingelogd';
export type SignIn = NonNullable<EndpointOptions['signIn']>;

export interface Stage {
  readonly provider: WatchedProvider;
  /** The endpoint, at the address where it really is. */
  readonly root: string;
  readonly arrive: () => Visitor;
}

type ClientKey = Pick<BackendClient, 'clientSecret' | 'jwks'>;

export async function startBackendProvider(key: ClientKey = { clientSecret }): Promise<WatchedProvider> {
  const provider = await startProvider([`${site}/terug`], publicUrl, {
    clientId: 'endpoint',
    redirectUris: [`${publicUrl}/session/callback`],
    signedOutUris: [`${site}/uitgelogd`],
    sites: [site],
    ...key,
  });
  after(() => provider.close().catch(() => undefined));
  return provider;
}

/** Tokens of the provider give the themes of the demo; here these are other tables. */
function accessTo({ issuer }: WatchedProvider): NonNullable<EndpointOptions['access']> {
  const themes = { name: 'themes', values: { 'sociaal-domein': 'jeugd' } };
  const claims = { themes, municipalities: 'municipalities' };
  return { issuers: [{ issuer, audience: publicUrl, jwks: `${issuer}/jwks`, claims }] };
}

/** @param signIn Null for an endpoint that only takes tokens. With a `scope` that says what for, it names no resource. */
export async function openStage(
  signIn: Partial<SignIn> | null = {},
  options: Partial<EndpointOptions> = {},
  provider?: WatchedProvider,
): Promise<Stage> {
  const known = provider ?? (await startBackendProvider());
  const key = signIn?.privateKeyFile === undefined ? { clientSecretFile: await secretFile() } : {};
  const resource = signIn?.scope === undefined ? { resource: publicUrl } : {};
  const auditLog = join(await temporaryFolder(), 'audit.log');
  const app = createEndpoint({
    ...unlimited,
    store: await storeOfTables(),
    access: { ...accessTo(known), auditLog },
    publicUrl,
    origins: [site],
    ...(signIn && { signIn: { issuer: known.issuer, clientId: 'endpoint', ...resource, ...key, ...signIn } }),
    ...options,
  });
  after(() => app.close());
  const root = await app.listen({ port: 0, host: '127.0.0.1' });
  return { provider: known, root, arrive: () => new Visitor({ [publicUrl]: root }) };
}

/** Begins a sign-in. Answers with the provider's address that the visitor is sent to. */
export async function beginSignIn(visitor: Visitor, returnTo = page): Promise<string> {
  const answer = await visitor.ask(`${publicUrl}/session/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  assert.equal(answer.status, 303, answer.text);
  return answer.location;
}

/** Goes to the login page and chooses. Answers with the address of the callback, not yet visited. */
export async function toCallback(visitor: Visitor, account: AccountId, returnTo = page): Promise<string> {
  return visitor.chooseAccount(await beginSignIn(visitor, returnTo), { account, actie: 'inloggen' });
}

/** @returns The answer of the callback. */
export async function signIn(visitor: Visitor, account: AccountId = 'beleid-enschede'): Promise<Answer> {
  const answer = await visitor.ask(await toCallback(visitor, account), { crossSite: true });
  assert.equal(answer.status, 303, answer.text);
  return answer;
}

export interface SessionBody {
  readonly signedIn: boolean;
  readonly name: string | null;
  readonly mark: string | null;
  readonly error: string | null;
}

export async function sessionOf(visitor: Visitor): Promise<SessionBody> {
  const { status, text } = await visitor.ask(`${publicUrl}/session`);
  assert.equal(status, 200, text);
  return JSON.parse(text) as SessionBody;
}

export const dataOf = (table: string): string => `${publicUrl}/api/v2/tables/${table}/data`;

/** Figures of a table, as a page asks for them. */
export function askTable(
  visitor: Visitor,
  table = 'eigen',
  headers: Readonly<Record<string, string>> = ours,
): Promise<Answer> {
  return visitor.ask(dataOf(table), { headers });
}

export function signOut(visitor: Visitor): Promise<Answer> {
  return visitor.ask(`${publicUrl}/session/sign-out`, { method: 'POST', headers: ours });
}

/** What the endpoint, or who stole its secret, can say at the provider. */
export async function askProvider(
  { issuer }: WatchedProvider,
  path: '/token' | '/token/revocation',
  form: Readonly<Record<string, string>>,
): Promise<number> {
  const authorization = `Basic ${Buffer.from(`endpoint:${clientSecret}`).toString('base64')}`;
  const body = new URLSearchParams(form);
  return (await fetch(issuer + path, { method: 'POST', headers: { authorization }, body })).status;
}
