import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineStyles, needsLegend } from '@peilglas/charts';
import { line } from './support.ts';

const lines = (...own: boolean[]) => own.map((each, index) => line(`line ${index}`, each, [2020, 1]));
const colours = (own: boolean[], shape?: 'line' | 'bar' | 'stacked') =>
  lineStyles(lines(...own), shape).map((style) => style.colour);

describe('lineStyles', () => {
  it('gives one own line the accent and the others neutrals, told apart by marker', () => {
    const styles = lineStyles(lines(false, true, false, false));
    assert.deepEqual(
      styles.map((style) => style.colour),
      ['var(--_neutral)', 'var(--_accent)', 'var(--_neutral)', 'var(--_neutral)'],
    );
    assert.equal(new Set(styles.map((style) => style.marker)).size, 4);
    assert.ok((styles[1]?.width ?? 0) > (styles[0]?.width ?? 0));
  });

  it('gives a single line the accent, own or not', () => {
    assert.deepEqual(colours([false]), ['var(--_accent)']);
  });

  it('gives categories a colour each', () => {
    assert.equal(new Set(colours([false, false, false, false])).size, 4);
    assert.equal(new Set(colours([true, false, false], 'stacked')).size, 3);
    assert.equal(new Set(colours([true, false, false], 'bar')).size, 3);
  });

  it('keeps two bars apart as own and neutral', () => {
    assert.deepEqual(colours([true, false], 'bar'), ['var(--_accent)', 'var(--_neutral)']);
  });
});

describe('needsLegend', () => {
  const needs = (count: number, width: number, shape: 'line' | 'bar' = 'line') =>
    needsLegend({ lines: lines(...Array.from({ length: count }, () => false)), shape, size: { width, height: 300 } });

  it('is so above four lines, for bars, and below 22rem', () => {
    assert.equal(needs(4, 640), false);
    assert.equal(needs(5, 640), true);
    assert.equal(needs(2, 640, 'bar'), true);
    assert.equal(needs(2, 349), true);
  });

  it('is never so for one line', () => {
    assert.equal(needs(1, 320), false);
    assert.equal(needs(1, 640, 'bar'), false);
  });
});
