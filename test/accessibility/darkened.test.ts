/** Pages that a browser or an extension makes dark, without asking them: drawings say what they said, and can be read. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { startExampleOrg, type ExampleOrg } from '../docs/support/example-org.ts';
import { visit } from '../e2e/support/browser.ts';
import { coloursAt, contrastNear, picture, type Spot } from './support/pixels.ts';
import { long } from '../support/long.ts';

interface Darkener {
  /** Before the page is opened. */
  readonly prepare: (page: Page) => Promise<void>;
  /** Once its drawings are there. */
  readonly act: (page: Page) => Promise<unknown>;
}

const extension = await readFile(new URL('../../node_modules/darkreader/darkreader.js', import.meta.url), 'utf8');

const darkeners: Readonly<Record<string, Darkener>> = {
  'its browser': {
    prepare: async (page) => {
      const client = await page.createCDPSession();
      await client.send('Emulation.setAutoDarkModeOverride', { enabled: true });
    },
    act: async () => undefined,
  },
  'an extension': {
    // Extensions do what a page may not.
    prepare: (page) => page.setBypassCSP(true),
    act: async (page) => {
      await page.evaluate(`${extension}; DarkReader.enable({});`);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('trend-chart, municipality-compare, municipality-map, share-chart')].every(
          (chart) => chart.shadowRoot?.querySelector('.canvas [data-darkreader-inline-fill]'),
        ),
      );
    },
  },
};

const styles: Readonly<Record<string, string>> = {
  'without a style': '',
  'in a style that is light alone':
    '--peil-text-color: #16202b; --peil-surface-color: #fff; --peil-accent-color: #a4123f;',
};

const endpoint = 'https://cijfers.example.org/api/v2';
const body = `<data-context endpoint="${endpoint}" region="GM0153">
    <municipality-map table="bevolking" indicator="inwoners"></municipality-map>
    <municipality-compare table="bevolking" indicator="inwoners"></municipality-compare>
    <trend-chart table="bevolking" indicator="inwoners" compare-with="GM0164 GM0141"></trend-chart>
    <share-chart table="leeftijd" parts="Leeftijd" compare-with="NL01"></share-chart>
  </data-context>`;

/** By colour as the map names it: a spot in the legend, and one in an area without its name. */
async function spotsOfMap(page: Page): Promise<readonly { readonly legend: Spot; readonly area: Spot }[]> {
  return page.$eval('municipality-map', ({ shadowRoot }) => {
    const middle = ({ left, top, width, height }: DOMRect): { x: number; y: number } => ({
      x: left + width / 2 + scrollX,
      y: top + height / 2 + scrollY,
    });
    const names = [...(shadowRoot?.querySelectorAll('.canvas text') ?? [])].map((name) => name.getBoundingClientRect());
    const inside = (path: SVGPathElement): { x: number; y: number } | undefined => {
      const { left, top, width, height } = path.getBoundingClientRect();
      const toPath = path.getScreenCTM()?.inverse();
      for (let place = 0; place < 400; place++) {
        const [x, y] = [left + (width * (place % 20)) / 20, top + (height * Math.floor(place / 20)) / 20];
        const around = [-4, 0, 4].flatMap((dx) => [-4, 0, 4].map((dy) => new DOMPoint(x + dx, y + dy)));
        const isFree = names.every(
          (name) => x < name.left - 4 || x > name.right + 4 || y < name.top - 4 || y > name.bottom + 4,
        );
        if (isFree && around.every((point) => path.isPointInFill(point.matrixTransform(toPath))))
          return { x: x + scrollX, y: y + scrollY };
      }
      return undefined;
    };
    return [...(shadowRoot?.querySelectorAll('.legend rect') ?? [])].map((box) => {
      const areas = shadowRoot?.querySelectorAll<SVGPathElement>(
        `.canvas path[fill="${box.getAttribute('fill') ?? ''}"]`,
      );
      const area = [...(areas ?? [])].map(inside).find((spot) => spot !== undefined);
      if (!area) throw new Error(`No room in an area of ${box.getAttribute('fill') ?? ''}`);
      return { legend: middle(box.getBoundingClientRect()), area };
    });
  });
}

/** A spot beside the share that is written in each part of one bar. */
async function spotsOfParts(page: Page): Promise<readonly Spot[]> {
  return page.$eval('share-chart', ({ shadowRoot }) => {
    const shares = [...(shadowRoot?.querySelectorAll('.canvas text[fill^="lch"]') ?? [])];
    const boxes = shares.map((share) => share.getBoundingClientRect());
    const row = boxes.filter(({ top }) => Math.abs(top - (boxes[0]?.top ?? 0)) < 1);
    return row.map(({ left, top, height }) => ({ x: left - 4 + scrollX, y: top + height / 2 + scrollY }));
  });
}

/** What words of a drawing cannot be read, with their contrast. */
async function unreadable(page: Page): Promise<readonly string[]> {
  const words = await page.$$eval('municipality-compare, trend-chart, share-chart, municipality-map', (charts) =>
    charts.flatMap(({ localName, shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('.canvas text') ?? [])].map((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        const box = { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
        return { name: `${localName}: ${text.textContent}`, box };
      }),
    ),
  );
  const faults: string[] = [];
  for (const { name, box } of words) {
    const seen = await picture(page, box);
    const spot = { x: seen.width / 2, y: seen.height / 2 };
    const found = contrastNear(seen, spot, Math.max(seen.width, seen.height) / 2);
    if (found < 4.5) faults.push(`${name} ${found.toFixed(1)}`);
  }
  return faults;
}

describe('a drawing on a page that is made dark', () => {
  let org: ExampleOrg;

  before(async () => {
    org = await startExampleOrg(['bevolking', 'leeftijd']);
  });
  after(() => org.stop());

  for (const [by, { prepare, act }] of Object.entries(darkeners)) {
    for (const [named, tokens] of Object.entries(styles)) {
      // Each darkener and each style once; all pairs when there is time.
      if (!long && (by === 'its browser') !== (tokens === '')) continue;
      it(`by ${by}, ${named}, has the colours of its legend, tells parts apart and can be read`, async () => {
        org.pages.set('/donker', {
          html: `<!doctype html><html lang="nl"><title>x</title>
            <style>body { background: #fff; color: #222; } :root { ${tokens} }</style>
            <script type="module" src="https://cijfers.example.org/peilglas/1.4.0/peilglas.js"></script>${body}`,
        });
        const { page, leave } = await visit(org.browser, 'https://www.example.org/donker', {
          width: 700,
          height: 2600,
          prepare,
        });
        try {
          await page.waitForFunction(() =>
            [...document.querySelectorAll('trend-chart, municipality-compare, municipality-map, share-chart')].every(
              (chart) => chart.shadowRoot?.querySelector('.canvas text'),
            ),
          );
          await act(page);
          const [map, parts] = [await spotsOfMap(page), await spotsOfParts(page)];
          assert.equal(map.length, 5);
          assert.equal(parts.length, 5);
          const legend = await coloursAt(
            page,
            map.map((spots) => spots.legend),
          );
          assert.deepEqual(
            await coloursAt(
              page,
              map.map(({ area }) => area),
            ),
            legend,
          );
          assert.equal(new Set(legend).size, 5);
          assert.equal(new Set(await coloursAt(page, parts)).size, 5);
          assert.deepEqual(await unreadable(page), []);
        } finally {
          await leave();
        }
      });
    }
  }
});
