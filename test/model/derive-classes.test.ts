import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deriveClasses, regionCode, type ClassMethod } from '@peilglas/model';
import fc from 'fast-check';

const derive = (values: readonly number[], method: ClassMethod, decimals: number | null = 0) =>
  deriveClasses(values, { method, count: 5, decimals });

/** Bounds as `from–to`, `]` for a class that holds its upper bound. */
const written = (values: readonly number[], method: ClassMethod, decimals?: number | null) =>
  derive(values, method, decimals).classes.map(({ from, to, isClosed }) => `${from}–${to}${isClosed ? ']' : ''}`);

const inEach = (values: readonly number[], method: ClassMethod): readonly number[] => {
  const { classes, classOf } = derive(values, method);
  return classes.map((_, place) => values.filter((value) => classOf(value) === place).length);
};

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('deriveClasses', () => {
  it('puts as many figures in each quantile, and a figure on a bound in the upper class', () => {
    assert.deepEqual(written(ten, 'quantile'), ['1–3', '3–5', '5–7', '7–9', '9–10]']);
    assert.deepEqual(inEach(ten, 'quantile'), [2, 2, 2, 2, 2]);
    assert.equal(derive(ten, 'quantile').classOf(3), 1);
  });

  it('makes classes of equal width, also where nothing is', () => {
    assert.deepEqual(written([0, 1, 2, 100], 'equal'), ['0–20', '20–40', '40–60', '60–80', '80–100]']);
    assert.deepEqual(inEach([0, 1, 2, 100], 'equal'), [3, 0, 0, 0, 1]);
    assert.equal(derive([0, 1, 2, 100], 'equal').classOf(20), 1);
    assert.equal(derive([0, 1, 2, 100], 'equal').classOf(100), 4);
  });

  it('takes chosen bounds, open at both ends, in any order and each once', () => {
    assert.deepEqual(written(ten, [20, 10, 10]), ['null–10', '10–20', '20–null']);
    const { classOf } = derive(ten, [10, 20]);
    assert.deepEqual([9.4, 9.6, 10, 19, 20].map(classOf), [0, 1, 1, 1, 2], 'as they are shown');
  });

  it('has fewer classes when figures do not differ enough', () => {
    assert.deepEqual(written([1, 1, 1, 2, 3], 'quantile'), ['1–2', '2–3', '3–3]']);
    assert.deepEqual(written([0, 1], 'equal'), ['0–1', '1–1]']);
    assert.deepEqual(written([5, 6], 'quantile'), ['5–6', '6–6]']);
  });

  it('has one class for equal figures and for a single one, and none for none', () => {
    for (const method of ['quantile', 'equal'] as const) {
      assert.deepEqual(written([7, 7, 7], method), ['7–7]']);
      assert.deepEqual(written([7], method), ['7–7]']);
      assert.deepEqual(written([], method), []);
    }
  });

  it('goes below zero', () => {
    assert.deepEqual(written([-10, 10], 'equal'), ['-10–-6', '-6–-2', '-2–2', '2–6', '6–10]']);
    assert.equal(derive([-10, 10], 'equal').classOf(-6), 1);
  });

  it('rounds bounds as figures are shown', () => {
    assert.deepEqual(written([0, 1], 'equal', 1), ['0–0.2', '0.2–0.4', '0.4–0.6', '0.6–0.8', '0.8–1]']);
    assert.deepEqual(written([0, 1], 'equal', null), written([0, 1], 'equal', 2));
  });

  it('puts every figure in a class whose text holds it', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom('quantile' as const, 'equal' as const), (figures, method) => {
        const { classes, classOf } = derive(figures, method, 1);
        assert.ok(classes.length >= 1 && classes.length <= 5);
        for (const figure of figures) {
          const shown = Math.round(figure * 10) / 10;
          const { from, to, isClosed } = classes[classOf(figure)] ?? { from: null, to: null, isClosed: false };
          assert.ok(
            from !== null &&
              to !== null &&
              shown >= from - 0.051 &&
              (isClosed ? shown <= to + 0.051 : shown < to + 0.051),
          );
        }
      }),
    );
  });
});

describe('regionCode', () => {
  it('knows a municipality by its code, with or without letters and zeros', () => {
    for (const code of ['GM0153', '0153', '153', 'gm153', ' GM0153 ', 153]) assert.equal(regionCode(code), 'GM0153');
    assert.equal(regionCode('PV23'), 'PV23');
    assert.equal(regionCode('BU01530000'), 'BU01530000');
  });
});
