import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  deriveAverage,
  deriveChange,
  deriveGrowth,
  deriveIndex,
  deriveIndexSeries,
  derivePeerAverage,
  deriveRanks,
  deriveShare,
  observe,
  parsePeriod,
  plainIndicator,
  roundTo,
} from '@peilglas/model';
import fc from 'fast-check';
import { figure, figures } from './build.ts';

const people = { ...plainIndicator('people', 'People'), unit: 'inwoners', decimals: 0 };
const share = { ...plainIndicator('share', 'Share'), unit: '%', decimals: 1 };

describe('deriveChange', () => {
  it('is absolute in the unit and relative to the earlier figure', () => {
    assert.deepEqual(deriveChange(figure(200), figure(250), people), { absolute: 50, relative: 0.25 });
    assert.deepEqual(deriveChange(figure(200), figure(150), people), { absolute: -50, relative: -0.25 });
    assert.deepEqual(deriveChange(figure(200), figure(200), people), { absolute: 0, relative: 0 });
  });

  it('of percentages is in points, without the residue of binary fractions, and has no relative change', () => {
    assert.deepEqual(deriveChange(figure(11.9), figure(12.3), share), { absolute: 0.4, relative: null });
  });

  it('from zero or below has no relative change', () => {
    assert.deepEqual(deriveChange(figure(0), figure(5), people), { absolute: 5, relative: null });
    assert.deepEqual(deriveChange(figure(-4), figure(-2), people), { absolute: 2, relative: null });
    assert.deepEqual(deriveChange(figure(4), figure(0), people), { absolute: -4, relative: -1 });
  });

  it('is null when either figure is missing', () => {
    assert.equal(deriveChange(figure(null), figure(5), people), null);
    assert.equal(deriveChange(figure(5), figure(null), people), null);
    assert.equal(deriveGrowth(figure(null), figure(5)), null);
    assert.equal(deriveGrowth(figure(5), figure(null)), null);
  });
});

describe('roundTo', () => {
  it('rounds halves away from zero as they are written', () => {
    assert.equal(roundTo(1.005, 2), 1.01);
    assert.equal(roundTo(-2.5, 0), -3);
    assert.equal(roundTo(2.5, 0), 3);
    assert.ok(Object.is(roundTo(-0.2, 0), 0), 'never minus zero');
    assert.equal(roundTo(0.1 + 0.2, null), 0.3);
    assert.equal(roundTo((59 / 2000) * 100, 1), 3, 'what is half way but for its binary residue');
    assert.equal(roundTo(Number.MAX_SAFE_INTEGER, 2), Number.MAX_SAFE_INTEGER);
    assert.equal(roundTo(1e-7, 2), 0);
    assert.ok(Object.is(roundTo(-1e-7, 2), 0), 'not in a number with an exponent either');
    assert.equal(roundTo(1e21, 0), 1e21);
  });

  it('gives the nearest number with so many decimals', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const rounded = roundTo(value, decimals);
          assert.ok(Math.abs(rounded - value) <= 0.5 * 10 ** -decimals + 1e-9);
          assert.equal(Number(rounded.toFixed(decimals)), rounded);
        },
      ),
    );
  });
});

describe('deriveIndex', () => {
  it('makes the base 100, keeps status and leaves out what is missing', () => {
    const points = [figure(50), figure(null), { ...figure(75), status: 'P' as const }];
    const index = deriveIndex(points, figure(50));
    assert.deepEqual(
      index?.map(({ value, status }) => [value, status]),
      [
        [100, 'A'],
        [null, 'O'],
        [150, 'P'],
      ],
    );
  });

  it('is null without a base, or on zero', () => {
    assert.equal(deriveIndex(figures(1, 2), figure(null)), null);
    assert.equal(deriveIndex(figures(1, 2), figure(0)), null);
  });
});

describe('deriveIndexSeries', () => {
  const points = (...values: readonly (readonly [number, number | null, ('A' | 'B' | 'C')?])[]) =>
    values.map(([year, value, status = 'A']) => ({
      code: String(year),
      label: String(year),
      period: parsePeriod(String(year)),
      observation: observe(value, status),
    }));
  const base = parsePeriod('2020') ?? assert.fail();
  const valuesOf = (series: ReturnType<typeof deriveIndexSeries>) =>
    series?.map(({ observation }) => observation.value);

  it('makes the base period 100, and keeps what is missing missing', () => {
    const series = deriveIndexSeries(points([2019, 40], [2020, 50], [2021, null, 'C'], [2022, 75]), base, 'x', []);
    assert.deepEqual(valuesOf(series), [80, 100, null, 150]);
    assert.equal(series?.[2]?.observation.reason, 'confidential');
  });

  it('is null where the base period has no figure, zero, or less', () => {
    for (const value of [null, 0, -5]) {
      assert.equal(deriveIndexSeries(points([2019, 40], [2020, value]), base, 'x', []), null);
    }
    assert.equal(deriveIndexSeries(points([2019, 40], [2021, 50]), base, 'x', []), null);
  });

  it('has no index on the other side of a break, before or after the base', () => {
    const series = points([2018, 30], [2019, 40], [2020, 50], [2021, 60], [2022, 75]);
    const announced = [
      { period: '2019', note: '', indicators: ['x'] },
      { period: '2022', note: '', indicators: null },
    ];
    assert.deepEqual(valuesOf(deriveIndexSeries(series, base, 'x', announced)), [null, 80, 100, 120, null]);
    assert.deepEqual(valuesOf(deriveIndexSeries(series, base, 'y', announced)), [60, 80, 100, 120, null]);
    const marked = points([2019, 40], [2020, 50], [2021, 60, 'B'], [2022, 75]);
    const indexed = deriveIndexSeries(marked, base, 'x', []);
    assert.deepEqual(valuesOf(indexed), [80, 100, null, null]);
    assert.equal(indexed?.[3]?.observation.reason, 'not-applicable');
  });
});

describe('deriveShare', () => {
  it('is a part of a whole above zero', () => {
    assert.equal(deriveShare(figure(1), figure(4)), 0.25);
    assert.equal(deriveShare(figure(0), figure(4)), 0);
    for (const whole of [0, -4, null]) assert.equal(deriveShare(figure(1), figure(whole)), null);
    assert.equal(deriveShare(figure(null), figure(4)), null);
  });
});

describe('deriveRanks', () => {
  it('gives ties one rank and skips the next, highest first', () => {
    const ranks = deriveRanks(figures(10, 30, 20, 20, -5)).map((rank) => rank?.rank);
    assert.deepEqual(ranks, [4, 1, 2, 2, 5]);
    assert.deepEqual(deriveRanks(figures(20, 20, 5)), [
      { rank: 1, of: 3, tied: true },
      { rank: 1, of: 3, tied: true },
      { rank: 3, of: 3, tied: false },
    ]);
  });

  it('leaves out what has no figure, for itself and for the others; zero takes part', () => {
    assert.deepEqual(deriveRanks(figures(null, 0, 4, null)), [
      null,
      { rank: 2, of: 2, tied: false },
      { rank: 1, of: 2, tied: false },
      null,
    ]);
    assert.deepEqual(deriveRanks([]), []);
  });

  it('ranks each one after exactly those with a higher figure', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -5, max: 5 }))), (values) => {
        for (const [position, rank] of deriveRanks(values.map(figure)).entries()) {
          const own = values[position] ?? null;
          assert.equal(rank === null, own === null);
          if (rank === null || own === null) continue;
          assert.equal(rank.rank, 1 + values.filter((other) => other !== null && other > own).length);
          assert.equal(rank.tied, values.filter((other) => other === own).length > 1);
        }
      }),
    );
  });
});

describe('deriveAverage', () => {
  it('is the mean of what has a figure, and says how many were left out', () => {
    assert.deepEqual(deriveAverage(figures(1, null, -4, 0)), { value: -1, used: 3, missing: 1 });
  });

  it('counts what cannot exist as missing no more than what was never there', () => {
    const merged = { value: null, status: 'M', reason: 'not-applicable' } as const;
    assert.deepEqual(deriveAverage([figure(1), merged, figure(3)]), { value: 2, used: 2, missing: 0 });
  });

  it('that is half way between two figures is rounded as one that was worked out by hand', () => {
    const shown = (...values: readonly number[]) => roundTo(deriveAverage(values.map(figure))?.value ?? 0, 1);
    assert.equal(shown(0.1, 4.6), 2.4);
    assert.equal(shown(8, 8.2, 10.1, 9.9), 9.1);
  });

  it('is weighted when weights are given; without a positive weight an observation is left out', () => {
    const average = deriveAverage(figures(10, 20, 30, 40, null), figures(1, 3, 0, null, 5));
    assert.deepEqual(average, { value: 17.5, used: 2, missing: 3 });
  });

  it('is null when nothing is left', () => {
    assert.equal(deriveAverage([]), null);
    assert.equal(deriveAverage(figures(null, null)), null);
    assert.equal(deriveAverage(figures(1, 2), figures(0, -1)), null);
  });

  it('lies between the lowest and the highest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 })), { minLength: 1 }),
        (pairs) => {
          const values = pairs.map(([value]) => value);
          const average = deriveAverage(
            values.map(figure),
            pairs.map(([, weight]) => figure(weight)),
          );
          assert.ok(average);
          assert.ok(average.value >= Math.min(...values) - 1e-9 && average.value <= Math.max(...values) + 1e-9);
        },
      ),
    );
  });
});

describe('derivePeerAverage', () => {
  const secret = { value: null, status: 'C', reason: 'confidential' } as const;

  it('is the average of those with a figure, weighted when weights are given', () => {
    assert.deepEqual(derivePeerAverage(figures(2, null, 4)), { value: 3, used: 2, missing: 1 });
    assert.deepEqual(derivePeerAverage(figures(2, 4), figures(3, 1)), { value: 2.5, used: 2, missing: 0 });
    assert.equal(derivePeerAverage(figures(null)), null);
  });

  it('is withheld when any figure or weight is confidential, for it would give that away beside a total', () => {
    assert.equal(derivePeerAverage([...figures(2, 4), secret]), 'withheld');
    assert.equal(derivePeerAverage(figures(2, 4), [...figures(1), secret]), 'withheld');
  });
});
