import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  comparePeriods,
  dayNumber,
  inTimeOrder,
  makePeriod,
  parsePeriod,
  parsePeriodSelection,
  periodDates,
  periodsBetween,
  resolvePeriods,
  samePeriod,
  stepPeriod,
  type Period,
  type PeriodKind,
} from '@peilglas/model';
import fc from 'fast-check';

/** Notation → kind, first day, last day. */
const notations: readonly (readonly [string, PeriodKind, string, string])[] = [
  // CBS
  ['2023JJ00', 'year', '2023-01-01', '2023-12-31'],
  ['2023HJ02', 'half-year', '2023-07-01', '2023-12-31'],
  ['2023KW04', 'quarter', '2023-10-01', '2023-12-31'],
  ['2024MM02', 'month', '2024-02-01', '2024-02-29'],
  ['2023W105', 'week', '2023-01-30', '2023-02-05'],
  ['2022SJ00', 'school-year', '2022-08-01', '2023-07-31'],
  ['20230115', 'day', '2023-01-15', '2023-01-15'],
  // PxWeb
  ['2023H1', 'half-year', '2023-01-01', '2023-06-30'],
  ['2023K1', 'quarter', '2023-01-01', '2023-03-31'],
  ['2023M01', 'month', '2023-01-01', '2023-01-31'],
  ['2020U53', 'week', '2020-12-28', '2021-01-03'],
  ['2021V01', 'week', '2021-01-04', '2021-01-10'],
  ['2023M01D15', 'day', '2023-01-15', '2023-01-15'],
  // Eurostat and SDMX
  ['2023-A1', 'year', '2023-01-01', '2023-12-31'],
  ['2023-S2', 'half-year', '2023-07-01', '2023-12-31'],
  ['2023-Q1', 'quarter', '2023-01-01', '2023-03-31'],
  ['2023Q1', 'quarter', '2023-01-01', '2023-03-31'],
  ['2023-W05', 'week', '2023-01-30', '2023-02-05'],
  ['2023A', 'year', '2023-01-01', '2023-12-31'],
  ['2023-B1', 'half-year', '2023-01-01', '2023-06-30'],
  ['2023S1', 'half-year', '2023-01-01', '2023-06-30'],
  ['2023-K3', 'quarter', '2023-07-01', '2023-09-30'],
  ['2023-M12', 'month', '2023-12-01', '2023-12-31'],
  ['2023W05', 'week', '2023-01-30', '2023-02-05'],
  // ISO 8601 and our own
  ['2023', 'year', '2023-01-01', '2023-12-31'],
  ['2023-01', 'month', '2023-01-01', '2023-01-31'],
  ['2023-01-15', 'day', '2023-01-15', '2023-01-15'],
  ['2021-H1', 'half-year', '2021-01-01', '2021-06-30'],
  [' 2023-q2 ', 'quarter', '2023-04-01', '2023-06-30'],
  // Words for school years and spans
  ["2022/'23", 'school-year', '2022-08-01', '2023-07-31'],
  ['2022/23', 'school-year', '2022-08-01', '2023-07-31'],
  ['1999/2000', 'school-year', '1999-08-01', '2000-07-31'],
  ['1999/00', 'school-year', '1999-08-01', '2000-07-31'],
  ['2022/’23', 'school-year', '2022-08-01', '2023-07-31'],
  ['2019 - 2021', 'span', '2019-01-01', '2021-12-31'],
  ['2019-2021', 'span', '2019-01-01', '2021-12-31'],
  ['2019–2021', 'span', '2019-01-01', '2021-12-31'],
];

const kinds: readonly PeriodKind[] = ['year', 'half-year', 'quarter', 'month', 'week', 'day', 'school-year', 'span'];
const mostParts: Readonly<Record<PeriodKind, number>> = {
  year: 1,
  'half-year': 2,
  quarter: 4,
  month: 12,
  week: 52,
  day: 365,
  'school-year': 1,
  span: 20,
};

const periodOf = (kind: PeriodKind): fc.Arbitrary<Period> =>
  fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: mostParts[kind] }))
    .map(([year, part]) => makePeriod(kind, year, kind === 'span' ? year + part : part));
const period = fc.constantFrom(...kinds).chain(periodOf);
const pairOfOneKind = fc
  .constantFrom(...kinds.filter((kind) => kind !== 'span'))
  .chain((kind) => fc.tuple(periodOf(kind), periodOf(kind)));

describe('period notations', () => {
  for (const [code, kind, first, last] of notations) {
    it(`${code} is a ${kind} from ${first} to ${last}`, () => {
      const parsed = parsePeriod(code);
      assert.ok(parsed);
      assert.equal(parsed.kind, kind);
      const dates = periodDates(parsed);
      assert.equal(dates.first.toISOString().slice(0, 10), first);
      assert.equal(dates.last.toISOString().slice(0, 10), last);
    });
  }

  for (const code of [
    '',
    'T',
    'total',
    '23',
    '2023-13',
    '2023-00',
    '2023KW05',
    '2023HJ03',
    '2023-02-30',
    '20231301',
    '2023-W00',
    '2023-W53',
    '2022/24',
    '2021-2019',
    '2019-2019',
    '2023x',
    'GM0153',
    // Something before, after or within what would be one.
    ...['x2023', '12023', '2023A12', '2023JJ', 'x2023-H1', '2023-H12', '2023H', '2023-QX', 'x2023Q1', '2023Q11'],
    ...['x2023-01', '2023-011', '2023--01', '2023MM1', 'x2023W05', '2023W055', '2023W5', 'x2022SJ00', '2022SJ001'],
    ...[
      'x2023-01-15',
      '2023-01-155',
      '2023-01-1',
      '2023/01/15',
      "x2022/'23",
      "2022/'234",
      '2022/2',
      '2022/1923',
      '2022/2022',
    ],
    ...['2019-20', '2019-20211', 'x2019-2021', '2019.2021', '2019_2021'],
  ]) {
    it(`"${code}" is no period`, () => assert.equal(parsePeriod(code), null));
  }
});

describe('periods', () => {
  it('step forth and back to where they were', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -500, max: 500 }), (each, count) => {
        assert.ok(samePeriod(stepPeriod(stepPeriod(each, count), -count), each));
      }),
    );
  });

  it('step in steps that add up, and that can be counted', () => {
    fc.assert(
      fc.property(period, fc.nat(100), fc.nat(100), (each, a, b) => {
        const at = stepPeriod(each, a + b);
        assert.ok(samePeriod(stepPeriod(stepPeriod(each, a), b), at));
        assert.equal(periodsBetween(each, at), a + b);
        assert.equal(periodsBetween(at, each), 0 - (a + b));
      }),
    );
  });

  it('follow one another without gap or overlap', () => {
    fc.assert(fc.property(period, (each) => assert.equal(stepPeriod(each, 1).start, each.end)));
  });

  it('are in the order in which they step', () => {
    fc.assert(
      fc.property(pairOfOneKind, ([a, b]) => {
        assert.equal(Math.sign(comparePeriods(a, b)), Math.sign(periodsBetween(b, a) ?? NaN));
      }),
    );
  });

  it('have a total order, in which equal means the same days', () => {
    fc.assert(
      fc.property(period, period, period, (a, b, c) => {
        assert.equal(Math.sign(comparePeriods(a, b)), 0 - Math.sign(comparePeriods(b, a)));
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0) assert.ok(comparePeriods(a, c) <= 0);
        if (a.kind === b.kind) assert.equal(comparePeriods(a, b) === 0, samePeriod(a, b));
      }),
    );
  });

  it('are the same only when kind, first and last day are', () => {
    const year = makePeriod('year', 2020);
    assert.ok(samePeriod(year, makePeriod('year', 2020)));
    for (const other of [
      makePeriod('year', 2021),
      makePeriod('span', 2020, 2020),
      makePeriod('span', 2020, 2021),
      makePeriod('month', 2020, 12),
    ])
      assert.ok(!samePeriod(year, other));
    assert.ok(!samePeriod(makePeriod('span', 2020, 2021), makePeriod('span', 2020, 2022)));
    assert.ok(!samePeriod(makePeriod('span', 2019, 2021), makePeriod('span', 2020, 2021)));
  });

  it('that begin on one day are in order of their length', () => {
    const sorted = [makePeriod('year', 2020), makePeriod('month', 2020, 1), makePeriod('half-year', 2020, 1)];
    assert.deepEqual(
      sorted.sort(comparePeriods).map(({ kind }) => kind),
      ['month', 'half-year', 'year'],
    );
  });

  it('of weeks and days turn the year where it turns', () => {
    const week = (year: number, part: number, count: number) => {
      const { year: to, part: number } = stepPeriod(makePeriod('week', year, part), count);
      return `${to}-W${number}`;
    };
    assert.deepEqual(
      [week(2019, 52, 1), week(2020, 1, -1), week(2026, 1, 52), week(2021, 1, -1)],
      ['2020-W1', '2019-W52', '2026-W53', '2020-W53'],
    );
    const day = stepPeriod(makePeriod('day', 2020, 366), 1);
    assert.deepEqual([day.year, day.part], [2021, 1]);
  });

  it('of different kinds cannot be counted, spans of other lengths neither', () => {
    assert.equal(periodsBetween(makePeriod('year', 2020), makePeriod('quarter', 2021, 1)), null);
    assert.equal(periodsBetween(makePeriod('span', 2015, 2017), makePeriod('span', 2018, 2021)), null);
    assert.equal(periodsBetween(makePeriod('span', 2015, 2017), makePeriod('span', 2016, 2018)), null);
    assert.equal(periodsBetween(makePeriod('span', 2015, 2017), makePeriod('span', 2018, 2020)), 1);
  });

  it('know leap years, long ISO years and the turn of the year', () => {
    assert.equal(makePeriod('day', 2024, 366).start, dayNumber(2024, 12, 31));
    const last = parsePeriod('2020-W53');
    assert.ok(last);
    assert.deepEqual([stepPeriod(last, 1).year, stepPeriod(last, 1).part], [2021, 1]);
    assert.deepEqual(
      [stepPeriod(makePeriod('month', 2023, 1), -1).year, stepPeriod(makePeriod('month', 2023, 1), -1).part],
      [2022, 12],
    );
  });
});

describe('period selections', () => {
  const codes = ['2022', '2020', '2021-Q1', '2021', 'other', '2023KW01'];

  it('are read from an attribute', () => {
    assert.deepEqual(parsePeriodSelection(null), { kind: 'all' });
    assert.deepEqual(parsePeriodSelection(' '), { kind: 'all' });
    assert.deepEqual(parsePeriodSelection('latest'), { kind: 'latest' });
    assert.deepEqual(parsePeriodSelection(' first '), { kind: 'first' });
    assert.deepEqual(parsePeriodSelection('2015..2024'), { kind: 'range', from: '2015', to: '2024' });
    assert.deepEqual(parsePeriodSelection('2015 .. '), { kind: 'range', from: '2015', to: null });
    assert.deepEqual(parsePeriodSelection('..2024'), { kind: 'range', from: null, to: '2024' });
    assert.deepEqual(parsePeriodSelection('2015..latest'), { kind: 'range', from: '2015', to: null });
    assert.deepEqual(parsePeriodSelection('first .. latest'), { kind: 'range', from: null, to: null });
    assert.deepEqual(parsePeriodSelection('2020  2021'), { kind: 'codes', codes: ['2020', '2021'] });
  });

  const resolve = (text: string): readonly string[] => resolvePeriods(parsePeriodSelection(text), codes);

  it('put codes in order of time, what is no period last', () => {
    assert.deepEqual(resolve(''), ['2020', '2021-Q1', '2021', '2022', '2023KW01', 'other']);
    assert.deepEqual(
      inTimeOrder(['b', 'a']).map(({ code }) => code),
      ['b', 'a'],
    );
  });

  it('take first and latest', () => {
    assert.deepEqual(resolve('first'), ['2020']);
    assert.deepEqual(resolvePeriods({ kind: 'latest' }, codes.slice(0, 4)), ['2022']);
    assert.deepEqual(resolvePeriods({ kind: 'latest' }, []), []);
  });

  it('take codes in any notation of the same period, and those that are none by their letters', () => {
    assert.deepEqual(resolve('2022JJ00'), ['2022']);
    assert.deepEqual(resolve('2023-Q1 2020 other'), ['2020', '2023KW01', 'other']);
    assert.deepEqual(resolve('1999'), []);
  });

  it('take a week with the year of its Thursday', () => {
    const weeks = ['2019-W52', '2020-W01', '2020-W53', '2021-W01'];
    const within = (text: string): readonly string[] => resolvePeriods(parsePeriodSelection(text), weeks);
    assert.deepEqual(within('2020..2020'), ['2020-W01', '2020-W53']);
    assert.deepEqual(within('2020-W02..2021-W01'), ['2020-W53', '2021-W01']);
  });

  it('take what lies wholly within a range, whose ends may be left out or of another kind', () => {
    assert.deepEqual(resolve('2020..2021'), ['2020', '2021-Q1', '2021']);
    assert.deepEqual(resolve('2021-01..2021-06'), ['2021-Q1']);
    assert.deepEqual(resolve('2022..'), ['2022', '2023KW01']);
    assert.deepEqual(resolve('..2020'), ['2020']);
    assert.deepEqual(resolve('2022..latest'), ['2022', '2023KW01']);
    assert.deepEqual(resolve('first..2020'), ['2020']);
    assert.deepEqual(resolve('..'), ['2020', '2021-Q1', '2021', '2022', '2023KW01']);
    assert.deepEqual(resolve('2024..2020'), []);
    assert.deepEqual(resolve('nonsense..2020'), []);
  });
});
