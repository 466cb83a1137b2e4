/** What a visitor of the intranet does, and sees. */
import assert from 'node:assert/strict';
import type { DataElement } from '@peilglas/elements';
import type {} from '@peilglas/elements/define';
import type { Frame, Page } from 'puppeteer-core';
import { patience } from '../../e2e/support/browser.ts';
import { chooseAccount, often, type AccountId } from '../../auth/support/steps.ts';

export const privateTable = 'jeugdhulp-synthetisch';
export const privateElements = `[table="${privateTable}"]:not(municipality-picker)`;
export const privateTile = `kpi-tile[table="${privateTable}"]`;
export const publicElements = '[table="jeugdzorg"]';

export async function press(page: Page | Frame, selector: string): Promise<void> {
  const button = await page.waitForSelector(selector);
  assert.ok(button, selector);
  await button.click();
}

export const signInButton = 'session-status >>> button';

/** Waits until `<session-status>` says this. */
export async function statusSays(page: Page | Frame, words: string): Promise<void> {
  const says = (wanted: string): boolean =>
    document.querySelector('session-status')?.shadowRoot?.textContent.includes(wanted) ?? false;
  await waitFor(page, () => page.waitForFunction(says, often, words), `${words} (session-status)`);
}

/** Waits until every element that the selector means is in this state; none of these counts as never. */
export async function become(page: Page | Frame, selector: string, state: DataElement['loadState']): Promise<void> {
  const are = (meant: string, wanted: string): boolean => {
    const elements = [...document.querySelectorAll<DataElement>(meant)];
    return elements.length > 0 && elements.every(({ loadState }) => loadState === wanted);
  };
  await waitFor(page, () => page.waitForFunction(are, often, selector, state), `${selector}: ${state}`);
}

async function waitFor(page: Page | Frame, wait: () => Promise<unknown>, what: string): Promise<void> {
  try {
    await wait();
  } catch (cause) {
    const shown = await statesOf(page).catch(() => []);
    throw new Error(`Waited in vain for ${what} at ${page.url()}: ${shown.join(', ')}`, { cause });
  }
}

export function statesOf(page: Page | Frame, selector = '[table]'): Promise<readonly string[]> {
  return page.evaluate(
    (meant) =>
      [...document.querySelectorAll<DataElement>(meant)].map(
        (element) => `${element.localName} ${element.table ?? ''}: ${element.loadState}`,
      ),
    selector,
  );
}

/** All that an element shows, with single spaces. */
export function shown(page: Page | Frame, selector: string, part = ''): Promise<readonly string[]> {
  return page.evaluate(
    (meant, inner) =>
      [...document.querySelectorAll(meant)].map((element) => {
        const root = inner === '' ? element.shadowRoot : element.shadowRoot?.querySelector(inner);
        return (root?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
      }),
    selector,
    part,
  );
}

/** By redirect, from the button of `<session-status>`, until private figures are there. */
export async function signIn(page: Page, account: AccountId): Promise<void> {
  await statusSays(page, 'niet ingelogd');
  await press(page, signInButton);
  await chooseAccount(page, account);
  await statusSays(page, 'Ingelogd als');
  await become(page, privateElements, account === 'zonder-thema' ? 'not-found' : 'ready');
}

/** Presses a button that opens a window, and gives that. */
export async function openWindow(page: Page, selector: string): Promise<Page> {
  const button = await page.waitForSelector(selector);
  const [popup] = await Promise.all([
    new Promise<Page | null>((resolve) => page.once('popup', resolve)),
    button?.click(),
  ]);
  assert.ok(popup, 'No window opened');
  popup.setDefaultTimeout(patience);
  return popup;
}
