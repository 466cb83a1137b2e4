/** A person with a browser that has nothing left of the one before, and what must hold after each of their steps. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs';
import { wrongClock } from '../../auth/support/stage.ts';
import { launchFirefox, patience, withoutFirefox } from '../../e2e/support/browser.ts';
import { long } from '../../support/long.ts';
import type { Intranet } from './stage.ts';

export interface Engine {
  readonly name: string;
  readonly missing: string | false;
  /** Blocks cookies of third parties, and windows that nobody asked for. */
  readonly launch: () => Promise<Browser>;
  /** Declares a test of what no engine does in its own way: one of them is enough, unless there is time for all. */
  readonly itAnywhere: (name: string, work: () => Promise<void>) => unknown;
}

export const engines: readonly Engine[] = [
  {
    name: 'Chromium',
    missing: false,
    itAnywhere: it,
    launch: () => {
      const executablePath = findBrowser();
      assert.ok(executablePath, 'No Chrome, Chromium or Edge: npm run pretest says what to do');
      const ignoreDefaultArgs = ['--disable-popup-blocking'];
      return puppeteer.launch({
        executablePath,
        args: [...browserFlags, '--test-third-party-cookie-phaseout'],
        ignoreDefaultArgs,
        timeout: patience,
      });
    },
  },
  {
    name: 'Firefox',
    missing: withoutFirefox,
    itAnywhere: long ? it : () => undefined,
    launch: () => launchFirefox({ 'network.cookie.cookieBehavior': 1, 'dom.disable_open_during_load': true }),
  },
];

export interface OpenOptions {
  /** Milliseconds by which the visitor's clock is wrong. */
  readonly clock?: number;
  /** Runs before anything of the page. */
  readonly script?: string;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly open: (address: string, options?: OpenOptions) => Promise<Page>;
  /** Everything on the console, and every uncaught error, of all pages. */
  readonly messages: readonly string[];
  readonly requests: readonly string[];
  readonly leave: () => Promise<void>;
}

export async function arrive(browser: Browser): Promise<Visitor> {
  const context = await browser.createBrowserContext();
  const [messages, requests]: [string[], string[]] = [[], []];
  const open = async (address: string, { clock = 0, script }: OpenOptions = {}): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`));
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    if (clock !== 0) await page.evaluateOnNewDocument(wrongClock(clock));
    if (script !== undefined) await page.evaluateOnNewDocument(script);
    await page.goto(address);
    return page;
  };
  return { context, open, messages, requests, leave: () => context.close() };
}

/** Nothing is kept where another script, another person or a server could find it. */
export async function holdsNoToken(intranet: Intranet, visitor: Visitor, page: Page): Promise<void> {
  const kept: unknown = await page.evaluate(`(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
  }))()`);
  assert.deepEqual(kept, { local: 0, session: 0, cookie: '', databases: 0 });
  const inPage: string = (await page.evaluate(`(() => {
    const texts = [];
    const read = (root) => {
      texts.push(root.innerHTML ?? '');
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) read(element.shadowRoot);
    };
    read(document.documentElement);
    return texts.join('\\n');
  })()`)) as string;
  const places = [inPage, page.url(), ...visitor.messages, ...visitor.requests];
  const tokens = [...intranet.provider.tokens, ...intranet.other.provider.tokens];
  for (const token of tokens) assert.ok(!places.some((place) => place.includes(token)), 'A token is in the open');
  assert.doesNotMatch(page.url(), /[?&](code|state|iss)=/);
  const received = intranet.hostile.asked.filter(({ headers }) => headers.authorization ?? headers.dpop);
  assert.deepEqual(received, [], 'The hostile endpoint received a token');
}
