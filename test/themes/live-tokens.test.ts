import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Rgb } from 'culori';
import { measurePage, tooFaint } from './support/measure.ts';
import { accents, categories, diverging, sequential } from './support/palette.ts';
import { Stage } from './support/stage.ts';

const stage = new Stage();

type Bytes = readonly number[];

/** Expressions of CSS as painted inside an element, as red, green and blue. */
async function painted(place: string, expressions: readonly string[]): Promise<readonly Bytes[]> {
  return stage.page.evaluate(
    (selector, wanted) => {
      const root = document.querySelector(selector)?.shadowRoot;
      const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const probe = document.createElement('i');
      root?.append(probe);
      const bytes = wanted.map((expression) => {
        probe.style.color = expression;
        if (context) context.fillStyle = getComputedStyle(probe).color;
        context?.fillRect(0, 0, 1, 1);
        return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
      });
      probe.remove();
      return bytes;
    },
    place,
    expressions,
  );
}

/** Colours of the marks that people look at, by what they are. */
async function marks(): Promise<Readonly<Record<string, string>>> {
  return stage.page.evaluate(() => {
    const style = (tag: string, part: string): CSSStyleDeclaration => {
      const found = document.querySelector(tag)?.shadowRoot?.querySelector(part);
      if (!found) throw new Error(`No ${part} in ${tag}`);
      return getComputedStyle(found);
    };
    return {
      sparkline: style('kpi-tile', '.sparkline .line').stroke,
      line: style('trend-chart', '.canvas path[stroke="var(--_accent)"]').stroke,
      bar: style('municipality-compare', '.canvas path[fill="var(--_accent)"]').fill,
      part: style('share-chart', '.canvas path[stroke="var(--_series-2)"]').stroke,
      area: style('municipality-map', '.canvas path[fill="var(--_step-5)"]').fill,
      words: style('trend-chart', '.canvas text').fill,
    };
  });
}

/** Puts tokens on the page, or takes them away again. */
async function set(tokens: Readonly<Record<string, string | null>>, selector = ':root'): Promise<void> {
  await stage.page.evaluate(
    (values, place) => {
      const target = document.querySelector<HTMLElement>(place);
      for (const [name, value] of Object.entries(values)) target?.style.setProperty(name, value);
    },
    tokens,
    selector,
  );
}

function differing(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(one).filter((mark) => one[mark] !== other[mark]);
}

const bytesOf = ({ r, g, b }: Rgb): Bytes => [r, g, b].map((share) => Math.round(share * 255));

/** The greatest difference of a channel. */
function apart(found: readonly Bytes[], wanted: readonly Rgb[]): number {
  assert.equal(found.length, wanted.length);
  return Math.max(
    ...wanted.flatMap((colour, index) =>
      bytesOf(colour).map((byte, channel) => Math.abs(byte - (found[index]?.[channel] ?? Infinity))),
    ),
  );
}

beforeEach(async () => {
  await stage.wear({ name: 'none', sheets: [] }, 'light');
  await stage.page.evaluate(() => {
    document.documentElement.removeAttribute('style');
  });
});

describe('drawings follow live', () => {
  it('a token of the page', async () => {
    const then = await marks();
    await set({ '--peil-accent-color': '#7a1fa2' });
    assert.deepEqual(differing(then, await marks()), ['sparkline', 'line', 'bar', 'part', 'area']);
  });

  it('a class, without being drawn again', async () => {
    const then = await marks();
    const drawn = await stage.page.evaluateHandle(() =>
      ['trend-chart', 'municipality-compare', 'share-chart', 'municipality-map'].map((tag) =>
        document.querySelector(tag)?.shadowRoot?.querySelector('.canvas path'),
      ),
    );
    await stage.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.feest { --peil-accent-color: #b3004b; --peil-text-color: #301020; }');
      document.adoptedStyleSheets = [sheet];
      document.querySelector('data-context')?.classList.add('feest');
    });
    const now = await marks();
    await stage.page.evaluate(() => document.querySelector('data-context')?.classList.remove('feest'));
    assert.deepEqual(differing(then, now), ['sparkline', 'line', 'bar', 'part', 'area', 'words']);
    assert.ok(await stage.page.evaluate((paths) => paths.every((path) => path?.isConnected), drawn));
  });

  it('the colour scheme', async () => {
    const then = await marks();
    await stage.page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
    });
    // A map has one scale for both.
    const now = await marks();
    for (const mark of ['sparkline', 'line', 'bar', 'part', 'words']) assert.notEqual(now[mark], then[mark], mark);
  });

  it('a token of one element, and no other does', async () => {
    const then = await marks();
    await set({ '--peil-accent-color': '#b3004b' }, 'trend-chart');
    const now = await marks();
    await set({ '--peil-accent-color': null }, 'trend-chart');
    assert.deepEqual(differing(then, now), ['line']);
  });

  it('a colour that the host chose for a category, whatever the accent', async () => {
    await set({ '--peil-series-2-color': 'rgb(1, 99, 3)', '--peil-sequential-5-color': 'rgb(4, 5, 6)' });
    const { part, area } = await marks();
    assert.deepEqual([part, area], ['rgb(1, 99, 3)', 'rgb(4, 5, 6)']);
  });
});

describe('colours in the browser', () => {
  const charts = ['accent', ...[2, 3, 4, 5, 6, 7, 8].map((place) => `series-${place}`)].map(
    (name) => `var(--_${name})`,
  );
  const greys = new Set(['#808080', '#000000', '#ffffff']);
  const steps = [1, 2, 3, 4, 5].map((step) => `var(--_step-${step})`);
  const given = (name: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, place) => `var(--peil-${name}-${place + 1})`);

  for (const ground of ['#ffffff', '#12181f']) {
    it(`are those that the tests compute, on ${ground}`, async () => {
      await stage.wear({ name: 'palettes', sheets: ['@peilglas/themes/palettes.css'] }, 'light');
      for (const accent of [...accents(10), '#ffe600', ...greys]) {
        await set({ '--peil-accent-color': accent, '--peil-surface-color': ground });
        const eight = categories(accent, ground);
        assert.ok(apart(await painted('trend-chart', charts), eight) <= 1, `categories of ${accent}`);
        assert.ok(apart(await painted('trend-chart', given('categorical', 8)), eight) <= 1, `palette of ${accent}`);
        assert.ok(apart(await painted('municipality-map', steps), sequential(accent)) <= 1, `classes of ${accent}`);
        assert.ok(apart(await painted('kpi-tile', given('sequential', 5)), sequential(accent)) <= 1, accent);
        // A grey has no hue, and which one it is taken for is each browser's own.
        if (!greys.has(accent)) {
          assert.ok(
            apart(await painted('kpi-tile', given('diverging', 7)), diverging(accent)) <= 1,
            `${accent} diverging`,
          );
        }
      }
    });
  }
});

/** Words and fills in drawings, which have the ground of a mark that has lost its colour: the key and the table say them too. */
const inMarks = /^(share-chart: \d+,\d\s% |municipality-map: \p{Lu}|trend-chart: fill )/u;

describe('tokens that are no colour', () => {
  for (const name of ['text', 'surface', 'accent', 'muted', 'neutral', 'control', 'focus', 'series-2', 'series-5']) {
    it(`leave text and lines visible: --peil-${name}-color`, async () => {
      await set({ [`--peil-${name}-color`]: '$brand' });
      const faint = tooFaint(await stage.page.evaluate(measurePage));
      assert.deepEqual(
        faint.filter((each) => !inMarks.test(each)),
        [],
      );
    });
  }
});
