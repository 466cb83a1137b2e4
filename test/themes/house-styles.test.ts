import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from '../e2e/support/browser.ts';
import { houseStyles, type HouseStyle } from './support/house-styles.ts';
import { measurePage, type Measured } from './support/measure.ts';
import { servePage } from './support/serve-page.ts';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

let browser: Browser;
let site: Awaited<ReturnType<typeof servePage>>;
let page: Page;
const messages: string[] = [];

before(async () => {
  [browser, site] = await Promise.all([launchChromium(), servePage()]);
  page = await browser.newPage();
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(site.address);
  await page.waitForFunction(allDrawn);
});

after(async () => {
  await browser.close();
  await site.close();
});

/** Whether every element shows its figures, and every chart its drawing. Runs in the page. */
function allDrawn(): boolean {
  return [...document.querySelectorAll('data-context > *')].every((element) => {
    const drawings = element.shadowRoot?.querySelectorAll('.canvas') ?? [];
    return (
      element.matches(':state(ready)') && [...drawings].every((canvas) => canvas.querySelector('svg path') !== null)
    );
  });
}

/** Dresses the page in a house style by style sheets, class and colour scheme alone: no element is told. */
async function wear(style: HouseStyle, scheme: Scheme): Promise<void> {
  const dark = scheme === 'dark' ? style.dark : undefined;
  const sheets = [...style.sheets.slice(0, 1), ...(dark ? [dark.sheet] : []), ...style.sheets.slice(1)];
  const className = [style.className, dark?.className].filter(Boolean).join(' ');
  await page.evaluate(
    dress,
    sheets.map((sheet) => `/styles/${sheet}`),
    className,
    scheme,
  );
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

function tooFaint(measured: readonly Measured[]): readonly string[] {
  return measured
    .filter(({ kind, contrast }) => contrast < (kind === 'text' ? 4.5 : 3))
    .map(({ tag, what, contrast }) => `${tag}: ${what} ${contrast.toFixed(2)}`);
}

for (const scheme of schemes) {
  describe(`house styles, ${scheme}`, () => {
    for (const style of houseStyles) {
      // A style without a dark variant keeps its light ground on a page that is dark, and must stay readable there too.
      it(`${style.name}: text stands out at 4.5:1, graphics and focus ring at 3:1`, async () => {
        await wear(style, scheme);
        const measured = await page.evaluate(measurePage);
        assert.ok(measured.filter(({ kind }) => kind === 'text').length > 100, 'texts');
        assert.ok(measured.filter(({ kind }) => kind === 'graphic').length > 50, 'graphics');
        assert.ok(
          measured.some(({ what }) => what.startsWith('focus ring')),
          'focus rings',
        );
        assert.deepEqual([...new Set(tooFaint(measured))], []);
      });
    }
  });
}

describe('house styles', () => {
  for (const style of houseStyles.filter(({ family }) => family !== undefined)) {
    it(`${style.name}: elements speak in its typeface`, async () => {
      await wear(style, 'light');
      const families = await page.evaluate(() =>
        ['kpi-tile .figure', 'trend-chart .summary', 'data-table td'].map((place) => {
          const [tag = '', ...rest] = place.split(' ');
          const part = document.querySelector(tag)?.shadowRoot?.querySelector(rest.join(' '));
          return part ? getComputedStyle(part).fontFamily : '';
        }),
      );
      for (const family of families) assert.ok(family.replaceAll('"', '').startsWith(style.family ?? ''), family);
    });
  }

  it('are the same in Storybook', () => {
    const listed = readFileSync(new URL('../../.storybook/house-styles.ts', import.meta.url), 'utf8');
    const sheets = houseStyles.flatMap(({ sheets, dark }) => [...sheets, ...(dark ? [dark.sheet] : [])]);
    assert.deepEqual(
      sheets.filter((sheet) => !listed.includes(`'${sheet}?inline'`)),
      [],
    );
  });

  it('raise no error in any page', () => {
    assert.deepEqual(messages, []);
  });
});
