import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { legendEntries, lineStyles, needsLegend } from '@peilglas/charts';
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

  it('gives compared bars neutrals of which neighbours differ, each with an edge that shows', () => {
    const styles = lineStyles(lines(false, true, false, false, false), 'bar');
    assert.equal(styles[1]?.colour, 'var(--_accent)');
    const others = styles.filter((style) => !style.own);
    assert.ok(others.every((style) => style.colour !== others[others.indexOf(style) + 1]?.colour));
    assert.ok(others.every((style) => style.edge === 'var(--_neutral)'));
  });

  it('samples bars as a square and lines as a line', () => {
    const samples = (['line', 'area', 'bar', 'stacked'] as const).map(
      (shape) => lineStyles(lines(true, false), shape)[1]?.sample,
    );
    assert.deepEqual(samples, ['line', 'line', 'bar', 'bar']);
  });

  it('makes more than four lines beside the own one a quiet bundle', () => {
    const styles = lineStyles(lines(true, false, false, false, false));
    assert.deepEqual(
      styles.map(({ quiet, width, marker }) => [quiet, width, marker]),
      [[false, 2.5, 'circle'], ...Array.from({ length: 4 }, () => [true, 1, 'circle'])],
    );
    assert.ok(lineStyles(lines(false, false, false, false, false)).every((style) => !style.quiet));
  });

  it('keeps two bars apart as own and neutral', () => {
    assert.deepEqual(colours([true, false], 'bar'), ['var(--_accent)', 'var(--_neutral)']);
  });
});

describe('legendEntries', () => {
  const ending = [
    line('low', true, [2020, 9], [2021, 1]),
    line('none', false, [2020, null], [2021, null]),
    line('high', false, [2020, 1], [2021, 9]),
    line('early', false, [2020, 5], [2021, null]),
  ];
  const order = (shape: 'line' | 'bar') => legendEntries(ending, shape).map((style) => style.id);

  it('are in the order in which lines end, and bars in the order given', () => {
    assert.deepEqual(order('line'), ['high', 'early', 'low', 'none']);
    assert.deepEqual(order('bar'), ['low', 'none', 'high', 'early']);
  });

  it('have the styles of the drawing', () => {
    const styles = lineStyles(ending);
    assert.deepEqual(new Set(legendEntries(ending)), new Set(styles));
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
