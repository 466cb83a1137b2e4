import { after, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, patience } from '../../e2e/support/browser.ts';
import type { HouseStyle } from './house-styles.ts';
import { servePage } from './serve-page.ts';

export type Scheme = 'light' | 'dark';

/** One page with all elements for the tests of a file: a house style is put on and off while everything stays drawn. */
export class Stage {
  readonly messages: string[] = [];
  #page: Page | undefined;

  constructor() {
    let browser: Browser;
    let site: Awaited<ReturnType<typeof servePage>>;
    before(async () => {
      [browser, site] = await Promise.all([launchChromium(), servePage()]);
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      page.on('pageerror', (error) => this.messages.push(String(error)));
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(site.address);
      await page.waitForFunction(allDrawn);
      this.#page = page;
    });
    after(async () => {
      try {
        await browser.close();
      } finally {
        await site.close();
      }
    });
  }

  get page(): Page {
    if (!this.#page) throw new Error('The page is not open yet');
    return this.#page;
  }

  /** Dresses the page in a house style by style sheets, class and colour scheme alone: no element is told. */
  async wear({ sheets: [first, ...others], className, dark: variant }: HouseStyle, scheme: Scheme): Promise<void> {
    const dark = scheme === 'dark' ? variant : undefined;
    const sheets = [first, dark?.sheet, ...others].filter((sheet) => sheet !== undefined);
    const classes = [className, dark?.className].filter((name) => name !== undefined).join(' ');
    await this.page.evaluate(
      dress,
      sheets.map((sheet) => `/styles/${sheet}`),
      classes,
      scheme,
    );
  }
}

/** Whether every element shows its figures, and every chart its drawing. Runs in the page. */
function allDrawn(): boolean {
  return [...document.querySelectorAll('data-context > *')].every((element) => {
    // A chart waits for the charts' code first, and then for its lines.
    const isWaiting = element.shadowRoot?.querySelector('.drawing.waiting, .canvas:not(:has(svg path))') != null;
    return element.matches(':state(ready)') && !isWaiting;
  });
}

/** Runs in the page. */
async function dress(sheets: readonly string[], className: string, scheme: string): Promise<void> {
  for (const old of document.querySelectorAll('link[rel=stylesheet]')) old.remove();
  const arrivals = sheets.map((href) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    document.head.append(link);
    return new Promise((resolve, reject) => {
      link.addEventListener('load', resolve);
      link.addEventListener('error', reject);
    });
  });
  await Promise.all(arrivals);
  document.documentElement.className = className;
  document.documentElement.style.colorScheme = scheme;
  await new Promise((resolve) => requestAnimationFrame(resolve));
}
