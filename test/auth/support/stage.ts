/** Where the sign-in journeys take place: site, endpoints, identity provider and browser, all real, on this machine. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { rollup } from 'rollup';
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs';
import { patience } from '../../e2e/support/browser.ts';
import { clientSecret } from '../../endpoint/session/secret-file.ts';
import { freePort, startProvider, type WatchedProvider } from './provider.ts';
import { guardedTable, listen, redirectTo, siteAnswer, type RecordingServer } from './servers.ts';
import './page-types.ts';

export interface Stage {
  readonly site: RecordingServer;
  readonly endpoint: RecordingServer;
  readonly hostile: RecordingServer;
  /** An endpoint that sends everybody on to the hostile one. */
  readonly redirecting: RecordingServer;
  readonly provider: WatchedProvider;
  /** Where the provider expects an endpoint that signs visitors in itself; `startBackend` starts it. */
  readonly backend: string;
  readonly browser: Browser;
  /** Further settings of the session in pages that are opened from now on. */
  settings: Readonly<Record<string, unknown>>;
  /** What differs in the page at a path. */
  readonly settingsAt: Map<string, Readonly<Record<string, unknown>>>;
  readonly close: () => Promise<void>;
}

export async function openStage(launch: () => Promise<Browser> = launchChromium): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-auth-'));
  opened.defer(() => rm(folder, { recursive: true }));
  await bundlePage(folder);
  const begin = async <S extends { readonly close: () => Promise<void> }>(starting: Promise<S>): Promise<S> => {
    const server = await starting;
    opened.defer(server.close);
    return server;
  };
  const endpoint = await begin(listen(guardedTable));
  const hostile = await begin(listen(guardedTable));
  const redirecting = await begin(listen(redirectTo(() => hostile.origin)));
  const backend = `http://localhost:${await freePort()}`;
  let stage: Stage | null = null;
  const settings = (path: string): object => {
    assert.ok(stage);
    const { issuer, clientId, scope } = stage.provider;
    const endpoints = [endpoint.origin, redirecting.origin];
    return {
      issuer,
      clientId,
      scope: `openid profile ${scope}`,
      resource: endpoint.origin,
      endpoints,
      ...stage.settings,
      ...stage.settingsAt.get(path),
    };
  };
  const policy = (): string =>
    [
      "default-src 'none'",
      "script-src 'self'",
      `connect-src 'self' ${[endpoint, hostile, redirecting].map(({ origin }) => origin).join(' ')} ${backend} http://127.0.0.1:*`,
      `form-action ${stage?.provider.issuer ?? ''}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');
  const site = await begin(listen(siteAnswer(folder, settings, policy)));
  const provider = await begin(
    startProvider(redirectUrisOf(site.origin), endpoint.origin, {
      clientId: 'endpoint',
      clientSecret,
      redirectUris: [`${backend}/session/callback`],
      signedOutUris: [`${site.origin}/cijfers`],
      sites: [site.origin],
    }),
  );
  const browser = await launch();
  opened.defer(() => browser.close());
  const all = opened.move();
  const close = (): Promise<void> => all.disposeAsync();
  stage = {
    site,
    endpoint,
    hostile,
    redirecting,
    provider,
    backend,
    browser,
    settings: {},
    settingsAt: new Map(),
    close,
  };
  return stage;
}

/** Where the pages of the stage take up answers. */
export function redirectUrisOf(site: string): readonly string[] {
  return ['/terug', '/cijfers'].map((path) => site + path);
}

async function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  assert.ok(executablePath, 'No Chrome, Chromium or Edge: npm run pretest says what to do');
  // Popups are blocked as they are for everybody; cookies of other sites too.
  const ignoreDefaultArgs = ['--disable-popup-blocking'];
  const args = [...browserFlags, '--test-third-party-cookie-phaseout'];
  return puppeteer.launch({ executablePath, args, ignoreDefaultArgs, timeout: patience });
}

async function bundlePage(folder: string): Promise<void> {
  const input = fileURLToPath(new URL('page-script.mjs', import.meta.url));
  const plugins = [nodeResolve({ browser: true })];
  const bundle = await rollup({ input, plugins });
  await bundle.write({ dir: folder, format: 'es', chunkFileNames: '[name].js' });
  await bundle.close();
  // Shares nothing with the first: what another version of us would be.
  const other = await rollup({ input: { auth: fileURLToPath(import.meta.resolve('@peilglas/auth')) }, plugins });
  await other.write({
    dir: folder,
    format: 'es',
    entryFileNames: 'other-[name].js',
    chunkFileNames: 'other-[name].js',
  });
  await other.close();
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly open: (path: string, options?: OpenOptions) => Promise<Page>;
  /** Everything on the console of every page, every uncaught error, every address asked for. */
  readonly messages: readonly string[];
  readonly requests: readonly string[];
  readonly leave: () => Promise<void>;
}

export interface OpenOptions {
  /** Milliseconds by which the clock of the visitor's machine is wrong. */
  readonly clock?: number;
}

/** A person with a browser that has nothing left of the one before. */
export async function arrive({ browser, site }: Stage): Promise<Visitor> {
  const context = await browser.createBrowserContext();
  const [messages, requests]: [string[], string[]] = [[], []];
  const listenTo = (page: Page): void => {
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  };
  const open = async (path: string, { clock = 0 }: OpenOptions = {}): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    listenTo(page);
    if (clock !== 0) await page.evaluateOnNewDocument(wrongClock(clock));
    await page.goto(site.origin + path);
    return page;
  };
  return { context, open, messages, requests, leave: () => context.close() };
}

/** A script that makes every date of the page this many milliseconds wrong. */
export function wrongClock(milliseconds: number): string {
  return `globalThis.Date = class extends Date {
    static now() { return super.now() + ${milliseconds}; }
    constructor(...args) { super(...(args.length === 0 ? [new.target.now()] : args)); }
  };`;
}
