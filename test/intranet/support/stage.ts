/**
 * The demo's intranet in one process with its tests: the real site, endpoint and identity provider, so that a test can end
 * sessions, take the provider away, and see what was asked of whom.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEndpoint } from '@peilglas/endpoint';
import { createSiteKey, type SiteKey } from '../../../demo/site/intranet/site-key.mjs';
import { createSite } from '../../../demo/site/serve-site.mjs';
import { demoAccess, keepSiteKeys } from '../../../scripts/demo/access.mjs';
import { demoSignIn } from '../../../scripts/demo/sign-in.mjs';
import { freePort, startProvider, type WatchedProvider } from '../../auth/support/provider.ts';
import { guardedTable, listen, redirectTo, type RecordingServer } from '../../auth/support/servers.ts';
import { copyDemoStore } from '../../support/demo-store.ts';
import { servePages, type TestPages } from './pages.ts';
import { watchEndpoint, type WatchedEndpoint } from './watched-endpoint.ts';
import { unlimited } from '../../support/unlimited.ts';

export interface Intranet {
  /** Origin of the demo's site. */
  readonly site: string;
  readonly endpoint: WatchedEndpoint;
  readonly provider: WatchedProvider;
  /** Another provider, and the endpoint that believes it. */
  readonly other: { readonly endpoint: WatchedEndpoint; readonly provider: WatchedProvider };
  /** Pages that a test writes itself, under the policy of the intranet. */
  readonly pages: TestPages;
  readonly hostile: RecordingServer;
  /** Sends everybody on to the hostile one. */
  readonly redirecting: RecordingServer;
  readonly close: () => Promise<void>;
}

/** Those that the pages about youth and inhabitants show. */
const tables = ['jeugdhulp-synthetisch', 'jeugdzorg', 'bevolking', 'huishoudens', 'leeftijd'];

export async function openIntranet(): Promise<Intranet> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-intranet-'));
  const store = join(folder, 'store');
  await copyDemoStore(store, tables);
  const [sitePort, pagesPort] = [await freePort(), await freePort()];
  const [site, own] = [`http://localhost:${sitePort}`, `http://localhost:${pagesPort}`];
  const redirectUris = [`${site}/intranet/ingelogd`, `${own}/terug`];

  const start = async (): Promise<{ endpoint: WatchedEndpoint; provider: WatchedProvider; siteKey: SiteKey }> => {
    const port = await freePort();
    const audience = `http://localhost:${port}`;
    const { backend, signIn } = demoSignIn({ audience, site });
    const provider = await startProvider(redirectUris, audience, backend);
    const siteKey = await createSiteKey({ site, audience });
    const access = demoAccess({
      ...{ audience, issuer: provider.issuer, site, siteKeys: keepSiteKeys(siteKey.jwks) },
      auditLog: join(folder, `audit-${port}.log`),
    });
    const app = createEndpoint({
      ...unlimited,
      store,
      access,
      publicUrl: audience,
      signIn: { ...signIn, issuer: provider.issuer },
      origins: [site, own],
    });
    const endpoint = watchEndpoint(app, audience);
    await app.listen({ port, host: 'localhost' });
    return { endpoint, provider, siteKey };
  };
  const { endpoint, provider, siteKey } = await start();
  const other = await start();
  const { issuer, clientId, scope } = provider;
  const audience = endpoint.origin;
  const demo = await createSite({ endpoint: endpoint.api, audience, issuer, clientId, scope, site, siteKey });
  await demo.listen({ port: sitePort, host: 'localhost' });
  const hostile = await listen(guardedTable);
  const redirecting = await listen(redirectTo(() => hostile.origin));
  const providers = [provider, other.provider].map((each) => each.issuer);
  const endpoints = [endpoint, other.endpoint, hostile, redirecting].map((each) => each.origin);
  const pages = await servePages(pagesPort, [...providers, ...endpoints]);
  const close = async (): Promise<void> => {
    await Promise.all([demo, endpoint, provider, other.endpoint, other.provider, pages].map((each) => each.close()));
    await Promise.all([hostile, redirecting].map((each) => each.close()));
    await rm(folder, { recursive: true });
  };
  return { site, endpoint, provider, other, pages, hostile, redirecting, close };
}

type Issued = Pick<Intranet, 'endpoint' | 'provider'>;

/** A context with this provider, for a page of the test's own. */
export function contextOf({ endpoint, provider }: Issued, content: string, more = ''): string {
  return `<data-context endpoint="${endpoint.api}" issuer="${provider.issuer}" client-id="${provider.clientId}"
    scope="openid profile ${provider.scope}" resource="${endpoint.origin}" redirect-uri="/terug" ${more}>${content}</data-context>`;
}
