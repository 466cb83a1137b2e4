/** One site and one browser for all checks, and a page for each tag that they share. */
import type { Browser, KeyInput, Page } from 'puppeteer-core';
import { launchChromium, painted, visit, type Visit } from '../../e2e/support/browser.ts';
import { installReader } from './reader.ts';
import { openSite, type Site } from './site.ts';

export interface Stage {
  readonly site: Site;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  await using opened = new AsyncDisposableStack();
  const site = await openSite();
  opened.defer(site.close);
  const browser = await launchChromium();
  opened.defer(() => browser.close());
  const all = opened.move();
  return { site, browser, close: () => all.disposeAsync() };
}

/**
 * Types a name in the list that has the focus, not waiting for the page between its letters: a browser forgets those of a
 * second ago, and would choose by the others alone.
 */
export async function typeAtOnce(page: Page, name: string): Promise<void> {
  await Promise.all(Array.from(name, (key) => page.keyboard.press(key as KeyInput)));
}

/** Opens a page and waits until it has its figures. @param address `/kpi-tile?lang=en` */
export async function open({ site, browser }: Stage, address: string): Promise<Visit> {
  const prepare = async (page: Page): Promise<void> => {
    await page.evaluateOnNewDocument(installReader);
  };
  const visiting = await visit(browser, site.origin + address, { prepare });
  await settled(visiting.page);
  return visiting;
}

export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => window.peilglasReader.settled());
  await painted(page);
}

export interface Look {
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
  readonly features?: Readonly<Record<string, string>>;
}

/** Looks at a page through another window, with other wishes of the reader. */
export async function look(page: Page, { width = 1280, height = 800, scale = 1, features = {} }: Look): Promise<void> {
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  const all = { 'prefers-color-scheme': 'light', 'prefers-reduced-motion': '', 'forced-colors': '', ...features };
  const connection = await page.createCDPSession();
  await connection.send('Emulation.setEmulatedMedia', {
    features: Object.entries(all).map(([name, value]) => ({ name, value })),
  });
  await connection.detach();
  await settled(page);
}

/** Lays a style sheet over page and elements alike, as a reader's own style sheet or bookmarklet does. */
export async function overlay(page: Page, css: string): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
    for (const { shadowRoot } of window.peilglasReader.seen(document.documentElement)) {
      if (!shadowRoot) continue;
      const own = shadowRoot.adoptedStyleSheets.filter((each) => !('isOverlay' in each));
      Object.assign(sheet, { isOverlay: true });
      shadowRoot.adoptedStyleSheets = css ? [...own, sheet] : own;
    }
  }, css);
  await settled(page);
}
