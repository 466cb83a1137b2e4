import { executeServerCommand } from '@web/test-runner-commands';
import { assert } from 'chai';
import { drawn, inside, show } from './support/page.ts';
import { inState } from './support/states.ts';
import { synthetic, syntheticParts } from './support/synthetic.ts';

/** Red, green and blue (0–255) of a colour, in whatever way it is written: a canvas knows them. */
function partsOf(colour: string): readonly number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) throw new Error('No canvas');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Colours of the parts of an element that match, against the reader's own ground. */
function contrasts(element: Element, selector: string, property: 'color' | 'fill' | 'stroke'): readonly number[] {
  const ground = document.createElement('p');
  ground.style.backgroundColor = 'Canvas';
  element.after(ground);
  const { backgroundColor } = getComputedStyle(ground);
  ground.remove();
  return [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map((part) =>
    contrast(getComputedStyle(part)[property], backgroundColor),
  );
}

for (const scheme of ['light', 'dark']) {
  describe(`forced colours, ${scheme}`, () => {
    before(() => executeServerCommand('media-features', { 'forced-colors': 'active', 'prefers-color-scheme': scheme }));

    after(() => executeServerCommand('media-features', { 'forced-colors': '', 'prefers-color-scheme': '' }));

    it('reach the lines and texts of a chart', async () => {
      const { element } = await inState('trend-chart', 'ready');
      const texts = contrasts(element, '.canvas svg text', 'fill');
      const lines = contrasts(element, '.canvas svg path[stroke="var(--_accent)"]', 'stroke');
      const others = contrasts(element, '.canvas svg path[stroke="var(--_neutral)"]', 'stroke');
      for (const found of [texts, lines, others]) assert.isAbove(found.length, 0);
      assert.isAtLeast(Math.min(...texts), 4.5, 'texts');
      assert.isAtLeast(Math.min(...lines, ...others), 3, 'lines');
    });

    it('give the lines behind a chart a shade between ground and text, which here have no hue', async () => {
      const { element } = await inState('trend-chart', 'ready');
      const guides = inside(element, '.canvas').querySelectorAll('path[stroke="var(--_guide)"]');
      assert.isAbove(guides.length, 0);
      for (const guide of guides) {
        const [red = 0, green, blue] = partsOf(getComputedStyle(guide).stroke);
        assert.deepEqual([green, blue], [red, red]);
        assert.isAbove(red, 0);
        assert.isBelow(red, 255);
      }
    });

    it('reach the label and the list of a picker', async () => {
      const { element } = await inState('municipality-picker', 'ready');
      assert.isAtLeast(Math.min(...contrasts(element, '.label, select', 'color')), 4.5);
      assert.isAtLeast(Math.min(...contrasts(element, '.arrow', 'stroke')), 3);
    });

    for (const tag of ['municipality-compare', 'share-chart', 'population-pyramid'] as const) {
      it(`reach the bars and texts of <${tag}>`, async () => {
        const { element } = await inState(tag, 'ready');
        // Words on a bar stand out from the bar.
        const texts = contrasts(element, '.canvas svg text:not([fill^="lch("])', 'fill');
        const bars = contrasts(element, '.canvas svg path[stroke^="var(--_accent"]', 'stroke');
        // Parts of a whole may be as light as the ground: they have an edge.
        const other = tag === 'share-chart' ? 'part-edge' : tag === 'population-pyramid' ? 'series' : 'neutral';
        const others = contrasts(element, `.canvas svg path[stroke^="var(--_${other}"]`, 'stroke');
        for (const found of [texts, bars, others]) assert.isAbove(found.length, 0);
        assert.isAtLeast(Math.min(...texts), 4.5, 'texts');
        assert.isAtLeast(Math.min(...bars, ...others), 3, 'bars');
      });
    }

    it('tell the parts of a whole apart, each by a shade and an edge', async () => {
      const { element } = await inState('share-chart', 'ready');
      const shades = new Map<string, string>();
      for (const path of inside(element, '.canvas').querySelectorAll('path[stroke]')) {
        const stroke = path.getAttribute('stroke') ?? '';
        if (/^var\(--_(accent|series|neutral)/.test(stroke)) shades.set(stroke, getComputedStyle(path).stroke);
      }
      assert.isAtLeast(shades.size, 2);
      assert.equal(new Set(shades.values()).size, shades.size, JSON.stringify([...shades]));
      const edges = contrasts(element, '.canvas svg path[stroke^="var(--_part-edge"]', 'stroke');
      assert.isAtLeast(edges.length, shades.size);
      assert.isAtLeast(Math.min(...edges), 3);
    });

    it('tell bars beside and on each other apart', async () => {
      const data = syntheticParts({ dimensions: { Soort: { a: 'Een', b: 'Twee', c: 'Drie' } }, values: [1, 2, 3] });
      const filter = 'Soort:a Soort:b Soort:c';
      const chart = await show('trend-chart', { shape: 'bar', filter }, { data });
      await drawn(chart);
      const fills = ['accent', 'series-2', 'series-3'].map((name) => {
        const bar = inside(chart, '.canvas').querySelector(`path[fill="var(--_${name})"]`);
        if (!bar) throw new Error(`No bar in ${name}`);
        assert.isAtLeast(contrasts(chart, `.canvas path[fill="var(--_${name})"]`, 'stroke')[0] ?? 0, 3, name);
        return getComputedStyle(bar).fill;
      });
      assert.equal(new Set(fills).size, 3);
    });

    it('reach the figure and the small line of a tile', async () => {
      const { element } = await inState('kpi-tile', 'ready');
      assert.isAtLeast(Math.min(...contrasts(element, '.figure, .change, .source, .heading', 'color')), 4.5);
      assert.isAtLeast(Math.min(...contrasts(element, '.sparkline .line', 'stroke')), 3);
    });

    it('take the place of the colours that say what is better', async () => {
      const data = synthetic({ periods: ['2022', '2023'], values: [1, 2], goodDirection: 'up' });
      const tile = await show('kpi-tile', {}, { data });
      const text = contrasts(tile, '.better', 'color');
      assert.equal(text.length, 1);
      assert.deepEqual(contrasts(tile, '.better .arrow', 'fill'), text);
    });
  });
}
