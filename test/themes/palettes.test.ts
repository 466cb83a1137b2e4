import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { wcagContrast, type Rgb } from 'culori';
import { accents, accentOn, categories, closest, diverging, sequential, visions } from './support/palette.ts';

const houseStyle = readFileSync(new URL('../../docs/house-style.md', import.meta.url), 'utf8');
const some = accents(500);
const grounds = { light: '#ffffff', dark: '#12181f' } as const;

/** The row of the table that documents a palette: what it is, and its least difference for each kind of sight. */
function row(name: string, palettes: readonly (readonly Rgb[])[]): string {
  const least = visions.map((vision) => Math.min(...palettes.map((palette) => closest(palette, vision))).toFixed(1));
  return `| ${[name, ...least].join(' | ')} |`;
}

/** The table as prettier aligns it, told without its padding. */
const documented = houseStyle.replaceAll(/ {2,}/g, ' ');

describe('palettes of 500 accents', () => {
  for (const [scheme, ground] of Object.entries(grounds)) {
    it(`keep the accent at 4.5:1 and every category at 3:1 to a ${scheme} ground`, () => {
      const accent = Math.min(...some.map((each) => wcagContrast(accentOn(each, ground), ground)));
      const any = some.flatMap((each) => categories(each, ground).map((colour) => wcagContrast(colour, ground)));
      assert.ok(accent >= 4.5, `accent ${accent}`);
      assert.ok(Math.min(...any) >= 3, `categories ${Math.min(...any)}`);
    });

    for (const count of [3, 4, 8]) {
      it(`keep ${count} categories on a ${scheme} ground as far apart as the docs say`, () => {
        const palettes = some.map((accent) => categories(accent, ground).slice(0, count));
        const told = row(`${count} categories, ${scheme}`, palettes);
        assert.ok(documented.includes(told), `docs/house-style.md wants: ${told}`);
      });
    }
  }

  it('leave an accent alone that stands out by itself', () => {
    assert.equal(Math.round(wcagContrast(accentOn('#00558f', '#ffffff'), '#00558f')), 1);
  });

  it('keep sequential classes as far apart as the docs say, darker at each step', () => {
    const palettes = some.map((accent) => sequential(accent));
    const told = row('5 classes', palettes);
    assert.ok(documented.includes(told), `docs/house-style.md wants: ${told}`);
    for (const palette of palettes) {
      const steps = palette.map((colour) => wcagContrast(colour, '#000000'));
      assert.deepEqual(
        steps,
        steps.toSorted((one, other) => other - one),
      );
    }
  });

  it('keep the steps of a diverging palette as far apart as the docs say', () => {
    const told = row(
      '7 diverging steps',
      some.map((accent) => diverging(accent)),
    );
    assert.ok(documented.includes(told), `docs/house-style.md wants: ${told}`);
  });
});
