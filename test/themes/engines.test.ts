/** Colours are computed by the browser: the engines of Firefox and Safari come to those that the tests compute. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { wcagContrast, type Rgb } from 'culori';
import { launchFirefox, patience, withoutFirefox } from '../e2e/support/browser.ts';
import { launchWebKit, missingForWebKit } from '../e2e/support/webkit.ts';
import { accents, categories, sequential } from './support/palette.ts';
import { servePage } from './support/serve-page.ts';

type Bytes = readonly number[];

/** A browser with the page of this room in it. */
interface Engine {
  /** @param script body of an async function of the page */
  readonly ask: (script: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

const engines = {
  Firefox: {
    missing: withoutFirefox,
    open: async (address: string): Promise<Engine> => {
      const browser = await launchFirefox();
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.goto(address);
      return { ask: (script) => page.evaluate(`(async () => { ${script} })()`), close: () => browser.close() };
    },
  },
  WebKit: {
    missing: missingForWebKit(),
    open: async (address: string): Promise<Engine> => {
      const webkit = await launchWebKit();
      await webkit.open(address);
      const ask = (script: string): Promise<unknown> =>
        webkit.ask(`(async () => { ${script} })().then(arguments[arguments.length - 1]);`);
      return { ask, close: webkit.close };
    },
  },
} as const;

const series = ['accent', ...[2, 3, 4, 5, 6, 7, 8].map((place) => `series-${place}`)];
const steps = [1, 2, 3, 4, 5].map((step) => `step-${step}`);
const some = [...accents(10), '#ffe600', '#000000', '#ffffff'];
const grounds = ['#ffffff', '#12181f'];

/** Every accent on every ground: what the charts' and the map's colours are painted as, as red, green and blue. */
const painted = `
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const root = (tag) => document.querySelector(tag).shadowRoot;
  while (!['trend-chart', 'municipality-map'].every((tag) => root(tag)?.querySelector('.canvas svg path'))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const colours = (tag, names) => names.map((name) => {
    const probe = document.createElement('i');
    probe.style.color = 'var(--_' + name + ')';
    root(tag).append(probe);
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    probe.remove();
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  });
  const { style } = document.documentElement;
  return ${JSON.stringify(grounds)}.map((ground) => ${JSON.stringify(some)}.map((accent) => {
    style.setProperty('--peil-surface-color', ground);
    style.setProperty('--peil-accent-color', accent);
    return [
      ...colours('trend-chart', ${JSON.stringify(series)}),
      ...colours('municipality-map', ${JSON.stringify(steps)}),
    ];
  }));`;

const rgbOf = ([r = 0, g = 0, b = 0]: Bytes): Rgb => ({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 });
const bytesOf = ({ r, g, b }: Rgb): Bytes => [r, g, b].map((share) => Math.round(share * 255));

/** Colours that differ by more than two steps of a channel, which Firefox does for its coarser alpha, in words. */
function differing(found: readonly Bytes[], wanted: readonly Rgb[]): readonly string[] {
  return [...series, ...steps].flatMap((name, place) => {
    const [one, other] = [found[place] ?? [], bytesOf(wanted[place] ?? { mode: 'rgb', r: NaN, g: NaN, b: NaN })];
    const isSame = other.every((byte, channel) => Math.abs(byte - (one[channel] ?? Infinity)) <= 2);
    return isSame ? [] : [`${name} ${one.join(' ')} for ${other.join(' ')}`];
  });
}

for (const [name, { missing, open }] of Object.entries(engines)) {
  describe(name, { skip: missing ?? false }, () => {
    let site: Awaited<ReturnType<typeof servePage>>;
    let engine: Engine;
    /** By ground and accent. */
    let found: readonly (readonly (readonly Bytes[])[])[];

    before(async () => {
      site = await servePage();
      engine = await open(site.address);
      found = (await engine.ask(painted)) as typeof found;
    });

    after(async () => {
      await engine.close();
      await site.close();
    });

    it('paints categories and classes of every accent as computed, on light and on dark', () => {
      const wrong = grounds.flatMap((ground, which) =>
        some.flatMap((accent, place) => {
          const wanted = [...categories(accent, ground), ...sequential(accent)];
          return differing(found[which]?.[place] ?? [], wanted).map((each) => `${accent} on ${ground}: ${each}`);
        }),
      );
      assert.deepEqual(wrong, []);
    });

    it('keeps the accent at 4.5:1 and every category at 3:1 to the ground', () => {
      const contrasts = grounds.map((ground, which) =>
        (found[which] ?? []).map((colours) =>
          colours.slice(0, series.length).map((bytes) => wcagContrast(rgbOf(bytes), ground)),
        ),
      );
      const accent = Math.min(...contrasts.flat().map(([first = 0]) => first));
      assert.ok(accent >= 4.5, `accent ${accent}`);
      assert.ok(Math.min(...contrasts.flat(2)) >= 3, `categories ${Math.min(...contrasts.flat(2))}`);
    });
  });
}
