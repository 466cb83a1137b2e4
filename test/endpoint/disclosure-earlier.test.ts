/** What was published before: which of it is about today's figures, what it tells of them, and what stays hidden. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellIndex } from '../../packages/endpoint/dist/publish/disclosure/cell-index.js';
import { earlierKnowledge } from '../../packages/endpoint/dist/publish/disclosure/earlier-knowledge.js';
import { loadSolver } from '../../packages/endpoint/dist/publish/disclosure/linear-program.js';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import { sumRelations, type Relation } from '../../packages/endpoint/dist/publish/disclosure/relations.js';
import { doneBefore, rowsOfToday } from '../../packages/endpoint/dist/publish/disclosure/rows-of-today.js';
import {
  category,
  classes,
  tableOfFigures,
  type EarlierVersion,
  type Figures,
  type Indicator,
  type TableShape,
} from './disclosure-support.ts';

const clients: Indicator = { code: 'clients', additive: true, disclosure: { suppression: { minimum: 10 } } };
const kind = classes(['a', 'b', 'c', 'd', 'T']);
const highs = await loadSolver();
const region = { id: 'region', label: { nl: 'Regio' }, codes: [category('W'), category('E')] };

function version(names: string, figures: Figures, shape: Partial<TableShape> = {}): EarlierVersion {
  return tableOfFigures(names, figures, { dimensions: [kind], indicators: [clients], ...shape });
}

describe('a version that divides the same figures otherwise is warned of', () => {
  const { total: _none, ...parts } = kind;
  const years = ['2023', '2024'];
  async function warnings(then: EarlierVersion, now: EarlierVersion): Promise<readonly string[]> {
    const { findings } = await protectTable({ ...now, largest: null, earlier: [then] });
    return findings.flatMap(({ rule, message }) =>
      rule === 'disclosure-earlier-versions' && message.includes('other codes or dimensions') ? [message] : [],
    );
  }
  const hiding = version('kind', { a: 'C', b: 'C', c: 30, T: 60 });
  const shape = { dimensions: [classes(['a', 'b', 'c', 'd', 'e', 'T'])] };

  it('where a class that was hidden is taken together with one that was shown', async () => {
    const merged = version('kind', { e: 34, b: 26, T: 60 }, { dimensions: [classes(['b', 'e', 'T'])] });
    assert.equal((await warnings(hiding, merged)).length, 1);
  });

  it('where a class that is hidden now was part of one that was shown', async () => {
    const whole = version('kind', { e: 34, b: 26, T: 60 }, shape);
    const divided = version('kind', { a: 4, c: 30, b: 26, T: 60 }, { dimensions: [classes(['a', 'b', 'c', 'T'])] });
    assert.equal((await warnings(whole, divided)).length, 1);
  });

  it('where a split without a total is gone, or new', async () => {
    const split = version('kind/region', { 'a/W': 'C', 'b/W': 30 }, { dimensions: [parts, region] });
    const alone = version('region', { W: 34 }, { dimensions: [region] });
    assert.equal((await warnings(split, alone)).length, 1);
    const hidden = version('region', { W: 'C' }, { dimensions: [region] });
    const shown = version('kind/region', { 'a/W': 14, 'b/W': 30 }, { dimensions: [parts, region] });
    assert.equal((await warnings(hidden, shown)).length, 1);
  });

  it('where quarters of which one was hidden became a year', async () => {
    const quarters = version(
      'time',
      { '2024KW01': 30, '2024KW02': 'C' },
      { dimensions: [], periods: ['2024KW01', '2024KW02'] },
    );
    const year = version('time', { '2024': 34 }, { dimensions: [], periods: ['2024'] });
    assert.equal((await warnings(quarters, year)).length, 1);
  });

  it('but not for a new year, a class more, a code that ended, or a split with a total', async () => {
    const one = version(
      'kind/time',
      { 'a/2023': 'C', 'b/2023': 'C', 'c/2023': 30, 'T/2023': 60 },
      { ...shape, periods: years },
    );
    const figures = { 'a/2023': 4, 'b/2023': 26, 'c/2023': 30, 'T/2023': 60 };
    const next = { 'e/2024': 40, 'b/2024': 30, 'T/2024': 70 };
    const more = [
      version('kind/time', { ...figures, ...next }, { ...shape, periods: years }),
      version('kind/time', { ...figures, 'd/2023': 12 }, { ...shape, periods: years }),
      version('kind/time', next, { ...shape, periods: years }),
    ];
    for (const now of more) assert.deepEqual(await warnings(one, now), []);
    const split = version('kind/region', { 'a/W': 'C', 'b/W': 'C', 'T/W': 34 }, { dimensions: [kind, region] });
    assert.deepEqual(await warnings(split, version('region', { W: 34 }, { dimensions: [region] })), []);
  });
});

describe('an observation of an earlier version', () => {
  function found(then: EarlierVersion, now: EarlierVersion): readonly number[] {
    return [...rowsOfToday(now.table, new CellIndex(now.table, now.columns), then)];
  }

  it('is the one of today with the same codes, in whatever order dimensions and codes are', () => {
    const then = version('kind/region', { 'a/W': 1, 'b/W': 2, 'a/E': 3, 'b/E': 4 }, { dimensions: [kind, region] });
    const turned = { ...kind, codes: kind.codes.toReversed() };
    const now = version('region/kind', { 'E/b': 4, 'E/a': 3, 'W/a': 1 }, { dimensions: [region, turned] });
    assert.deepEqual(found(then, now), [2, -1, 1, 0]);
  });

  it('is none of today where its code is gone', () => {
    const then = version('kind', { a: 1, b: 2, T: 3 });
    assert.deepEqual(found(then, version('kind', { b: 2, T: 3 }, { dimensions: [classes(['b', 'T'])] })), [-1, 0, 1]);
  });

  it('is the total of a dimension that is new, and none without a total', () => {
    const then = version('region', { W: 1, E: 2 }, { dimensions: [region] });
    const now = { 'a/W': 1, 'T/W': 1, 'b/W': 1, 'T/E': 2 };
    assert.deepEqual(found(then, version('kind/region', now, { dimensions: [kind, region] })), [1, 3]);
    const { total: _none, ...parts } = kind;
    assert.deepEqual(found(then, version('kind/region', now, { dimensions: [parts, region] })), [-1, -1]);
  });

  it('that is the total of a dimension that is gone is the one without it, and no other is', () => {
    const then = version('kind/region', { 'a/W': 1, 'T/W': 1, 'T/E': 2 }, { dimensions: [kind, region] });
    const now = version('region', { W: 1, E: 2 }, { dimensions: [region] });
    assert.deepEqual(found(then, now), [-1, 0, 1]);
    const withoutTotal = version('kind/region', { 'T/W': 1, 'T/E': 2 }, { dimensions: [kind, region] });
    assert.deepEqual(found(withoutTotal, version('kind', { T: 3 })), [-1, -1]);
  });

  it('was hidden in any version, or is known from one that showed the same figure', () => {
    const dimensions = [classes(['a', 'b', 'c', 'd'])];
    const { table, columns } = version('kind', { a: 1, b: 2, c: 3, d: 'O' }, { dimensions });
    const earlier = [
      version('kind', { d: 'O', c: 4, b: 2, a: 'C', T: 'C' }),
      version('kind', { c: 3, b: 7, a: 1 }),
      version('kind', { b: 'C' }),
    ];
    const done = doneBefore(table, new CellIndex(table, columns), columns.values, earlier);
    assert.deepEqual([...done.hidden].sort(), [0, 1]);
    assert.deepEqual([...done.known].sort(), [0, 1, 2]);
  });
});

describe('what earlier versions tell', () => {
  function knowledge(
    names: string,
    today: Figures,
    earlier: readonly EarlierVersion[],
    shape: Partial<TableShape> = {},
  ) {
    const { table, columns } = version(names, today, shape);
    const cells = new CellIndex(table, columns);
    const sums = sumRelations(table, columns, cells, ({ disclosure }) => disclosure?.suppression !== undefined);
    const known = earlierKnowledge(highs, { table, columns, largest: null, earlier }, cells, sums);
    return {
      ...known,
      hidden: [...known.hidden],
      between: Array.from(known.lower, (least, row) => [least, known.upper[row]]),
      sums: [...new Set(known.relations.map(asText))],
    };
  }

  const asText = ({ cells, coefficients, lower, upper }: Relation): string =>
    `${lower} <= ${cells.map((cell, place) => `${coefficients[place]} x ${cell}`).join(' + ')} <= ${upper}`;

  const unknown = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

  it('is a figure that was shown and is still the same', () => {
    const { between, hidden } = knowledge('kind', { a: 14, b: 30, c: 20, d: 15 }, [
      version('kind', { d: 'C', c: 'O', b: 31, a: 14, T: 'C' }),
    ]);
    assert.deepEqual(between, [[14, 14], unknown, unknown, unknown]);
    assert.deepEqual(hidden, [3]);
  });

  it('is a range where the figure was rounded: that of all versions together', () => {
    const rounded = (base: number): Partial<TableShape> => ({
      indicators: [{ code: 'people' }, { code: 'clients', disclosure: { rounding: { base } } }],
    });
    const names = 'kind/metric';
    const today = { 'a/clients': 13, 'b/clients': 33 };
    const five = version(names, { 'a/clients': 15, 'b/clients': 30 }, rounded(5));
    const ten = version(names, { 'a/clients': 10, 'b/clients': 30 }, rounded(10));
    assert.deepEqual(knowledge(names, today, [five], rounded(5)).between, [[12.5, 17.5], unknown]);
    assert.deepEqual(knowledge(names, today, [five, ten], rounded(5)).between, [
      [12.5, 15],
      [25, 35],
    ]);
  });

  it('is a range where the figure had fewer decimals than today', () => {
    const known = (today: readonly [number, number], then: readonly [number, number]) => {
      const amount = (decimals: number) => ({ indicators: [{ code: 'people' }, { ...clients, decimals }] });
      const names = 'kind/metric';
      const earlier = version(names, { 'a/clients': then[0] }, amount(then[1]));
      return knowledge(names, { 'a/clients': today[0] }, [earlier], amount(today[1])).between[0];
    };
    assert.deepEqual(known([3.4, 1], [3, 0]), [2.5, 3.5]);
    assert.deepEqual(known([3.52, 2], [3.5, 1]), [3.45, 3.55]);
    assert.deepEqual(known([3.6, 1], [3, 0]), unknown);
    assert.deepEqual(known([3.4, 1], [3.4, 1]), [3.4, 3.4]);
    assert.deepEqual(known([3, 0], [3.4, 1]), unknown);
  });

  it('is the sum of what was hidden, also where today lacks another part of it', () => {
    const then = version('kind', { a: 'C', b: 'C', c: 200, T: 234 });
    for (const today of [
      { a: 4, b: 30, c: 200, T: 234 },
      { a: 4, b: 30, T: 234 },
    ] satisfies Figures[]) {
      const { sums, hidden } = knowledge('kind', today, [then]);
      assert.deepEqual(sums, ['34 <= 1 x 0 + 1 x 1 <= 34']);
      assert.deepEqual(hidden, [0, 1]);
    }
  });

  it('is no sum of counts that were not suppressed, nor one that today is against', () => {
    const then = (indicator: Indicator): EarlierVersion =>
      version('kind', { a: 'C', b: 'C', c: 200, T: 234 }, { indicators: [indicator] });
    assert.deepEqual(knowledge('kind', { a: 4, b: 30, T: 234 }, [then({ code: 'clients', additive: true })]).sums, []);
    assert.deepEqual(knowledge('kind', { a: 4, b: 31, T: 234 }, [then(clients)]).sums, []);
    assert.deepEqual(knowledge('kind', { a: 4, b: 30, T: 34 }, [version('kind', { a: 4, b: 30, T: 34 })]).sums, []);
    // Parts that overlap do not make a sum.
    const overlap = knowledge('kind', { a: 10, b: 30, T: 35 }, [version('kind', { a: 'C', b: 30, T: 35 })]);
    assert.deepEqual([overlap.sums, overlap.changed], [[], []]);
  });

  it('is an unknown of its own where a hidden figure must have changed, in every version anew', () => {
    const found = knowledge('kind', { a: 12, c: 30, T: 42 }, [
      version('kind', { T: 34, a: 'C', c: 30 }),
      version('kind', { T: 38, a: 'C', c: 30 }),
    ]);
    assert.deepEqual(found.changed, [
      { row: 0, figure: 4 },
      { row: 0, figure: 8 },
    ]);
    assert.deepEqual(found.sums, ['4 <= 1 x 3 <= 4', '8 <= 1 x 4 <= 8']);
  });

  it('is a change of what no other sum tells to be the same', () => {
    const dimensions = [kind, { ...classes(['W', 'E', 'T'], 'region') }];
    const today = { 'a/W': 12, 'a/E': 5, 'a/T': 17, 'b/E': 30, 'T/E': 35 };
    for (const order of [Object.entries(today), Object.entries(today).toReversed()]) {
      const now = Object.fromEntries(order);
      const then = version('kind/region', { ...now, 'a/W': 'C', 'a/E': 'C', 'a/T': 8 }, { dimensions });
      const { changed } = knowledge('kind/region', now, [then], { dimensions });
      assert.deepEqual(changed, [{ row: Object.keys(now).indexOf('a/W'), figure: 3 }]);
    }
  });

  it('is a figure that was not there, where the others of its sum have changed since', () => {
    const today = { a: 4, b: 33, c: 21, T: 58 };
    for (const a of [{}, { a: 'O' }] satisfies Figures[]) {
      assert.deepEqual(knowledge('kind', today, [version('kind', { ...a, b: 30, c: 20, T: 54 })]).sums, [
        '4 <= 1 x 0 <= 4',
      ]);
    }
    // What has not changed is known by itself, and another sum is about something else.
    for (const then of [
      { b: 33, c: 21, T: 58 },
      { b: 30, c: 20, T: 51 },
    ] satisfies Figures[]) {
      const { sums, changed } = knowledge('kind', today, [version('kind', then)]);
      assert.deepEqual([sums, changed], [[], []]);
    }
  });

  it('is a sum with the figures that the version nearest to it showed in the place of what it hid', () => {
    const today = { a: 4, b: 33, c: 21, T: 58 };
    const between = version('kind', { a: 'C', b: 'C', c: 20, T: 54 });
    const [before, after] = [30, 31].map((b) => version('kind', { b }));
    assert.ok(before && after);
    for (const earlier of [
      [before, between],
      [between, before],
      [after, before, between, after, after],
    ]) {
      const { sums, changed } = knowledge('kind', today, earlier);
      assert.deepEqual([sums, changed], [['4 <= 1 x 0 <= 4'], []]);
    }
    // By what else was shown, a would have been 3: then b is taken to have changed.
    const { sums, changed } = knowledge('kind', { ...today, T: 57, c: 20 }, [after, between]);
    assert.ok(!sums.includes('3 <= 1 x 0 <= 3'));
    assert.equal(changed.length, 1);
  });

  it('is a whole of its own where that was hidden and has changed', () => {
    const found = knowledge('kind', { a: 20, b: 30, T: 50 }, [version('kind', { a: 20, b: 20, T: 'C' })]);
    assert.deepEqual(found.changed, [{ row: 2, figure: 40 }]);
    assert.deepEqual(found.sums, ['-40 <= -1 x 3 <= -40']);
  });

  it('takes a figure that need not have changed for the same, and numbers the others in order', () => {
    const dimensions = [kind, { ...region, codes: [...region.codes, category('N')] }];
    const today = { 'a/W': 12, 'T/W': 42, 'b/W': 30, 'a/E': 5, 'b/E': 50, 'T/E': 55, 'a/N': 9, 'b/N': 11, 'T/N': 20 };
    const then = { ...today, 'a/W': 'C', 'T/W': 34, 'a/E': 'C', 'a/N': 'C', 'T/N': 40 } as const;
    const found = knowledge('kind/region', today, [version('kind/region', then, { dimensions })], { dimensions });
    assert.deepEqual(found.changed, [
      { row: 0, figure: 4 },
      { row: 6, figure: 29 },
    ]);
    assert.deepEqual(found.sums.toSorted(), ['29 <= 1 x 10 <= 29', '4 <= 1 x 9 <= 4', '5 <= 1 x 3 <= 5']);
    // A sum of figures that were shown need not have been right.
    const wrong = { ...then, 'a/E': 5, 'T/E': 57, 'a/N': 9 };
    const beside = knowledge('kind/region', today, [version('kind/region', wrong, { dimensions })], { dimensions });
    assert.deepEqual(beside.changed, [{ row: 0, figure: 4 }]);
  });

  it('changes as little as it can, and no figure to below zero', () => {
    const { changed } = knowledge('kind', { a: 3, b: 10, c: 30, T: 43 }, [
      version('kind', { a: 'C', b: 'C', c: 30, T: 35 }),
    ]);
    const figures = [3, 10].map((figure, row) => changed.find((each) => each.row === row)?.figure ?? figure);
    assert.ok(figures.every((figure, row) => figure >= 0 && figure <= ([3, 10][row] ?? 0)));
    assert.equal((figures[0] ?? 0) + (figures[1] ?? 0), 5);
  });

  it('is nothing where a figure of the sum was missing, or where sums contradict each other', () => {
    const today = { a: 12, b: 1, c: 30, T: 43 };
    for (const then of [
      { a: 'C', b: 'O', c: 30, T: 34 },
      { a: 'C', c: 30, T: 34 },
    ] satisfies Figures[]) {
      const { sums, changed } = knowledge('kind', today, [version('kind', then)]);
      assert.deepEqual([sums, changed], [[], []]);
    }
    // By kind there were 4, by region 6.
    const dimensions = [kind, { ...classes(['W', 'E', 'T'], 'region') }];
    const places = { 'a/W': 12, 'b/W': 30, 'T/W': 42, 'a/E': 5, 'a/T': 17 };
    const against = version('kind/region', { ...places, 'a/W': 'C', 'T/W': 34, 'a/T': 11 }, { dimensions });
    const { sums, changed } = knowledge('kind/region', places, [against], { dimensions });
    assert.deepEqual([sums, changed], [[], []]);
  });
});

describe('a rate that was published while its count was not', () => {
  const share: Indicator = {
    code: 'share',
    decimals: 1,
    derived: { numerator: 'clients', denominator: 'people', factor: 100 },
  };
  const indicators = [{ code: 'people' }, share, clients];
  const today: Figures = { 'a/people': 90, 'a/clients': 4, 'a/share': 4.4 };

  /** The least and most clients that the rate leaves to the people there are. */
  function left(then: Figures, { now = today, decimals = 1 } = {}) {
    const { table, columns } = version('kind/metric', now, { indicators });
    const earlier = [version('kind/metric', then, { indicators: [{ code: 'people' }, { code: 'share', decimals }] })];
    const cells = new CellIndex(table, columns);
    const { relations } = earlierKnowledge(highs, { table, columns, largest: null, earlier }, cells, []);
    const [people = 0, count = 0] = columns.values;
    return relations.map(({ cells: rows, coefficients: [part = 0, whole = 0], lower, upper }) => {
      assert.deepEqual(rows, [1, 0]);
      const figure = part * count + whole * people;
      assert.ok(lower <= figure && figure <= upper, 'the true figures agree with it');
      return [lower, upper].map((bound) => Number(((bound - whole * people) / part).toFixed(5)));
    });
  }

  const [none, all] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

  it('gives the count to within the decimals that the rate had', () => {
    assert.deepEqual(left({ 'a/share': 4.4, 'a/people': 90 }), [
      [3.915, all],
      [none, 4.005],
    ]);
    assert.deepEqual(left({ 'a/share': 4 }, { decimals: 0 }), [
      [3.15, all],
      [none, 4.05],
    ]);
    // 1.25, rounded up.
    assert.deepEqual(left({ 'a/share': 1.3 }, { now: { 'a/people': 80, 'a/clients': 1, 'a/share': 1.3 } }), [
      [1, all],
      [none, 1.08],
    ]);
  });

  it('tells nothing when it has changed, was not shown, or is about a count that is not there', () => {
    assert.deepEqual(left({ 'a/share': 4.5 }), []);
    assert.deepEqual(left({ 'a/share': 4.3 }), []);
    assert.deepEqual(left({ 'a/share': 'C' }), []);
    assert.deepEqual(left({ 'b/share': 4.4 }), []);
    for (const share of [0, 4.4]) {
      assert.deepEqual(left({ 'a/share': share }, { now: { 'a/people': 90, 'a/share': share } }), []);
      assert.deepEqual(left({ 'a/share': share }, { now: { 'a/clients': 4, 'a/share': share } }), []);
    }
  });

  it('makes a count no cover by itself for another', async () => {
    const people = { 'a/people': 90, 'b/people': 90, 'c/people': 900, 'T/people': 1080 };
    const input = version(
      'kind/metric',
      { 'a/clients': 4, 'b/clients': 30, 'c/clients': 200, 'T/clients': 234, ...people },
      { indicators },
    );
    const hidden = async (before: Figures) => {
      const earlier = [version('kind/metric', before, { indicators: [{ code: 'share', decimals: 1 }] })];
      const result = await protectTable({ ...input, largest: null, earlier });
      assert.ok('columns' in result);
      return ['a', 'b', 'c', 'T'].filter((_, row) => result.columns.status[row] === 'C');
    };
    // A third of b's 90 people is b's 30 clients: c has to be hidden too. A rate that has changed leaves b free.
    assert.ok((await hidden({ 'b/share': 33.3 })).includes('c'));
    assert.deepEqual(await hidden({ 'b/share': 31.1 }), ['a', 'b']);
  });
});
