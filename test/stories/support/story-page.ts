/** A page that shows one story after another without loading anew, as Storybook itself does when one is chosen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { patience } from '../../e2e/support/browser.ts';
import { inPage, type InPage } from './in-page.ts';

export interface StoryPage {
  readonly page: Page;
  /** Errors on the console, uncaught errors and odd requests since the last time this was asked. */
  readonly trouble: () => readonly string[];
  /** Shows a story, runs its `play`, waits until all of it is there, and answers what went wrong. */
  readonly show: (id: string) => Promise<readonly string[]>;
  /** As under a contrast theme of the system. */
  readonly forceColours: (forced: boolean) => Promise<void>;
}

declare global {
  interface Window {
    readonly peilglasStories: InPage;
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Answers what went wrong in a page since the last time it was asked: errors, and requests that leave the folder. */
export function listen(page: Page, address: string): () => readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${String(error)}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address))
      troubles.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (!response.ok()) troubles.push(`${response.status()} ${response.url()}`);
  });
  return () => troubles.splice(0);
}

/** @param first id of any story: a page opens with one */
export async function openStories(browser: Browser, address: string, first: string): Promise<StoryPage> {
  // A tab behind another gets one animation frame a second.
  const page = await browser.newPage({ type: 'window' });
  page.setDefaultTimeout(patience);
  const trouble = listen(page, address);
  // A page that is not in front gets no focus events, and which one is in front is a matter of moments.
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(`${axe}; (${inPage.toString()})();`);
  // Storybook's own accessibility check waits for a press of its button: this test does its own.
  await page.goto(`${address}iframe.html?id=${first}&viewMode=story&globals=a11y.manual:!true`);
  await page.waitForFunction(() => document.querySelector('.story-page'));
  return {
    page,
    trouble,
    show: (id) => page.evaluate((id) => window.peilglasStories.show(id), id),
    forceColours: async (forced) => {
      const features = [{ name: 'forced-colors', value: forced ? 'active' : 'none' }];
      await session.send('Emulation.setEmulatedMedia', { features });
    },
  };
}
