/** What a visitor does, and what must hold after each step of it. */
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { SessionState } from '@peilglas/auth';
import { patience } from '../../e2e/support/browser.ts';
import type { Stage, Visitor } from './stage.ts';

/** How often to look: by the clock, since a page behind another one draws no frames. */
export const often = { polling: 50 };

export type AccountId = 'beleid-enschede' | 'beleid-hengelo' | 'onderzoek-twente' | 'zonder-thema' | 'kort-ingelogd';

export async function started(page: Page): Promise<void> {
  await page.waitForSelector('html[data-started]');
}

/**
 * Presses a button of a page that may yet be on its way, when all of it is there: one that a style sheet moves while the
 * browser takes aim is missed, and no error says so.
 */
export async function press(page: Page, selector: string): Promise<void> {
  const isThere = (wanted: string): boolean =>
    document.readyState === 'complete' && document.querySelector(wanted) !== null;
  try {
    await page.waitForFunction(isThere, often, selector);
  } catch (cause) {
    throw new Error(`Waited in vain for ${selector} at ${page.url()}`, { cause });
  }
  await page.click(selector);
}

/** On the login page: chooses an account and goes on. */
export async function chooseAccount(page: Page, account: AccountId): Promise<void> {
  await press(page, `#${account}`);
  await page.click('button[value=inloggen]');
}

export async function signInByRedirect(page: Page, account: AccountId): Promise<void> {
  await started(page);
  await page.click('#redirect');
  await chooseAccount(page, account);
  await inState(page, 'signed-in');
}

/** Opens the window by its button and answers its page. */
export async function openedPopup(page: Page): Promise<Page> {
  const [popup] = await Promise.all([
    new Promise<Page | null>((resolve) => page.once('popup', resolve)),
    page.click('#popup'),
  ]);
  assert.ok(popup, 'No window opened');
  popup.setDefaultTimeout(patience);
  return popup;
}

export async function inState(page: Page, state: SessionState, which: 'session' | 'second' = 'session'): Promise<void> {
  // On its way back the page may be replaced under our hands, by one that has no root element yet. A condition that throws
  // the first time is never looked at again.
  const isThere = (wanted: string, name: 'session' | 'second'): boolean =>
    document.querySelector('html[data-started]') !== null && window.peil[name]?.state === wanted;
  try {
    await page.waitForFunction(isThere, often, state, which);
  } catch (cause) {
    throw new Error(`Waited in vain for ${state} at ${page.url()}`, { cause });
  }
}

export async function errorOf(page: Page): Promise<string | null> {
  return page.evaluate(() => window.peil.session.error?.code ?? null);
}

export async function ask(page: Page, endpoint: string): Promise<string> {
  return page.evaluate((address) => window.peil.ask(address), endpoint);
}

/** Nothing is kept where another script, another person or a server could find it. */
export async function holdsNoToken(stage: Stage, visitor: Visitor, page: Page): Promise<void> {
  const kept: unknown = await page.evaluate(`(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
  }))()`);
  assert.deepEqual(kept, { local: 0, session: 0, cookie: '', databases: 0 });
  const cookies = await visitor.context.cookies();
  assert.deepEqual(
    cookies.filter(({ domain }) => domain.includes('localhost')),
    [],
  );
  const html = await page.content();
  const places = [html, page.url(), ...visitor.messages, ...visitor.requests];
  for (const token of stage.provider.tokens) assert.ok(!places.some((place) => place.includes(token)));
  assert.doesNotMatch(page.url(), /[?&](code|state|iss)=/);
  assert.deepEqual(
    stage.hostile.asked.filter(({ headers }) => headers.authorization !== undefined),
    [],
  );
}

/** Another tab of a visitor whom the provider knows: one press, no login page. */
export async function signInAgain(page: Page): Promise<void> {
  await started(page);
  await page.click('#redirect');
  await inState(page, 'signed-in');
}

/** Until it holds; a step on another machine or in another tab cannot be waited for otherwise. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + patience; !holds();) {
    assert.ok(performance.now() < end, `Waited in vain: ${what}`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
