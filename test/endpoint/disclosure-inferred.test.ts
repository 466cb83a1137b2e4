/** What follows from sums: figures that the source hides, and means of which only one is hidden. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellIndex } from '../../packages/endpoint/dist/publish/disclosure/cell-index.js';
import { inferHidden } from '../../packages/endpoint/dist/publish/disclosure/infer-hidden.js';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import {
  category,
  classes,
  tableOfFigures,
  type EarlierVersion,
  type Figures,
  type Indicator,
  type StatusCode,
  type TableShape,
} from './disclosure-support.ts';

describe('a figure that the source hides', () => {
  const clients: Indicator = { code: 'clients', additive: true, disclosure: { suppression: { minimum: 10 } } };

  /** The figures that are known once sums have been used, of those that the source hides. */
  function followed(
    names: string,
    figures: Figures,
    shape: Partial<TableShape> = {},
  ): Readonly<Record<string, number>> {
    const { table, columns } = tableOfFigures(names, figures, {
      dimensions: [classes(['a', 'b', 'c', 'T'])],
      indicators: [clients],
      ...shape,
    });
    const found = inferHidden(table, columns, new CellIndex(table, columns));
    assert.deepEqual(found.status, columns.status);
    return Object.fromEntries(
      Object.keys(figures).flatMap((key, row) => {
        const [before = Number.NaN, value = Number.NaN] = [columns.values[row], found.values[row]];
        if (!Number.isNaN(before)) assert.equal(value, before);
        return Number.isNaN(before) && !Number.isNaN(value) ? [[key, value]] : [];
      }),
    );
  }

  it('follows from a sum of which all else is known', () => {
    assert.deepEqual(followed('kind', { a: 'C', b: 15, c: 42, T: 60 }), { a: 3 });
    assert.deepEqual(followed('kind', { a: 3, b: 15, c: 42, T: 'C' }), { T: 60 });
    assert.deepEqual(followed('kind', { a: 'C', b: 'C', c: 42, T: 60 }), {});
    assert.deepEqual(followed('kind', { a: 'C', b: 'O', c: 42, T: 60 }), {});
  });

  it('has as many decimals as its indicator', () => {
    const indicators = [{ code: 'people' }, { ...clients, decimals: 1 }];
    const figures = { 'a/clients': 'C', 'b/clients': 0.2, 'T/clients': 0.3 } as const;
    assert.deepEqual(followed('kind/metric', figures, { indicators }), { 'a/clients': 0.1 });
  });

  it('is hidden: one that is only missing is not computed', () => {
    assert.deepEqual(followed('kind/time', { 'a/1': 'C', 'b/1': 1, 'T/1': 3, 'a/2': 'O', 'b/2': 1, 'T/2': 3 }, years), {
      'a/1': 2,
    });
  });

  it('can follow from another one that followed before', () => {
    // In the west a follows from the country only; then b from the whole of the west.
    const figures = {
      'a/W': 'C',
      'b/W': 'C',
      'T/W': 9,
      'a/E': 5,
      'b/E': 'C',
      'T/E': 'C',
      'a/T': 7,
      'b/T': 'C',
      'T/T': 30,
    };
    const dimensions = [classes(['a', 'b', 'T']), classes(['W', 'E', 'T'], 'region')];
    assert.deepEqual(followed('kind/region', figures as Figures, { dimensions }), {
      'a/W': 2,
      'b/W': 7,
      'b/E': 16,
      'T/E': 21,
      'b/T': 23,
    });
  });

  const years = { periods: ['1', '2'] };

  it('follows from a sum over time of a flow, never of a stock', () => {
    const periods = ['2023-H1', '2023-H2', '2023'];
    const figures = { '2023-H1': 'C', '2023-H2': 20, '2023': 24 } as const;
    assert.deepEqual(followed('time', figures, { periods }), { '2023-H1': 4 });
    const stock: Indicator = { ...clients, measuringType: 'Stock' };
    assert.deepEqual(followed('time', figures, { periods, indicators: [stock] }), {});
    // Kinds of a stock do add up.
    assert.deepEqual(followed('kind', { a: 'C', b: 15, T: 60 }, { indicators: [stock] }), { a: 45 });
  });

  it('follows from either way in which a year is filled', () => {
    const figures = {
      '2023-H1': 'C',
      '2023-H2': 20,
      '2023-Q1': 'C',
      '2023-Q2': 'C',
      '2023-Q3': 9,
      '2023-Q4': 11,
      '2023': 24,
    };
    assert.deepEqual(followed('time', figures as Figures, { periods: Object.keys(figures) }), { '2023-H1': 4 });
  });

  it('follows only where counts are suppressed and may be added', () => {
    const figures = { a: 'C', b: 15, c: 42, T: 60 } as const;
    for (const indicator of [
      { code: 'clients', additive: true },
      { ...clients, additive: false },
      { code: 'clients', additive: true, disclosure: { rounding: { base: 5 } } },
    ]) {
      assert.deepEqual(followed('kind', figures, { indicators: [indicator] }), {});
    }
  });

  describe('of parts that may not be all', () => {
    /** A whole that is not said to be complete: P of a and b, Q of c and d. */
    const tree = {
      id: 'kind',
      label: { nl: 'Kind' },
      codes: [
        category('P'),
        category('a', 'P'),
        category('b', 'P'),
        category('Q'),
        category('c', 'Q'),
        category('d', 'Q'),
      ],
    };
    const grown = (figures: Figures, shape: Partial<TableShape> = {}) =>
      followed('kind/time', figures, { dimensions: [tree], periods: ['2021', '2022', '2023'], ...shape });
    const now = { 'a/2023': 'C', 'b/2023': 5, 'P/2023': 9 } as const;

    it('follows where the others of the whole add up, at every other place', () => {
      assert.deepEqual(grown({ ...now, 'a/2022': 1, 'b/2022': 2, 'P/2022': 3 }), { 'a/2023': 4 });
      assert.deepEqual(grown(now), {});
      assert.deepEqual(grown({ ...now, 'a/2022': 1, 'b/2022': 2, 'P/2022': 5 }), {});
      const sum = { 'a/2021': 1, 'b/2021': 2, 'P/2021': 3 };
      const none = { 'a/2022': 1, 'b/2022': 2, 'P/2022': 5 };
      for (const figures of [
        { ...sum, ...none, ...now },
        { ...none, ...sum, ...now },
      ]) {
        assert.deepEqual(grown(figures), {});
      }
    });

    it('takes parts that cannot exist as nothing', () => {
      assert.deepEqual(grown({ ...now, 'a/2022': 3, 'b/2022': 'M', 'P/2022': 3 }), { 'a/2023': 4 });
      assert.deepEqual(grown({ ...now, 'b/2023': 'M', 'a/2022': 1, 'b/2022': 2, 'P/2022': 3 }), { 'a/2023': 9 });
    });

    it('learns nothing from places where a figure is missing or where only the whole is', () => {
      const sum = { 'a/2022': 1, 'b/2022': 2, 'P/2022': 3 };
      assert.deepEqual(grown({ 'a/2021': 1, 'b/2021': 'O', 'P/2021': 1, ...now }), {});
      assert.deepEqual(grown({ 'a/2021': 1, 'b/2021': 'O', 'P/2021': 8, ...sum, ...now }), { 'a/2023': 4 });
      assert.deepEqual(grown({ 'P/2021': 8, ...sum, ...now }), { 'a/2023': 4 });
    });

    it('adds up but for how a computer adds', () => {
      const amount: Indicator = { ...clients, decimals: 1 };
      const figures = { ...now, 'a/2022': 0.1, 'b/2022': 0.2, 'P/2022': 0.3 };
      assert.deepEqual(grown(figures, { indicators: [amount] }), { 'a/2023': 4 });
    });

    it('is told of each whole by itself', () => {
      const sum = { 'c/2022': 1, 'd/2022': 2, 'Q/2022': 3 };
      assert.deepEqual(grown({ ...now, ...sum }), {});
      assert.deepEqual(grown({ ...now, ...sum, 'Q/2022': 8, 'a/2022': 1, 'b/2022': 2, 'P/2022': 3 }), { 'a/2023': 4 });
    });

    it('is told of each indicator by itself', () => {
      const indicators = [clients, { ...clients, code: 'visits' }];
      const sum = { 'a/2022/visits': 1, 'b/2022/visits': 2, 'P/2022/visits': 3 };
      const found = (figures: Figures) =>
        followed('kind/time/metric', figures, { dimensions: [tree], periods: ['2022', '2023'], indicators });
      const here = { 'a/2023/clients': 'C', 'b/2023/clients': 5, 'P/2023/clients': 9 } as const;
      assert.deepEqual(found({ ...sum, ...here }), {});
      const clientsAddUp = { 'a/2022/clients': 1, 'b/2022/clients': 2, 'P/2022/clients': 3 };
      assert.deepEqual(found({ ...sum, 'P/2022/visits': 8, ...clientsAddUp, ...here }), { 'a/2023/clients': 4 });
    });

    it('is told of each dimension by itself', () => {
      const other = { ...tree, id: 'region', codes: tree.codes.slice(0, 3) };
      const found = (figures: Figures) => followed('kind/region', figures, { dimensions: [tree, other] });
      // Regions add up, kinds are not known to.
      const regions = { 'c/P': 3, 'c/a': 1, 'c/b': 2 };
      assert.deepEqual(found({ ...regions, 'P/a': 9, 'a/a': 'C', 'b/a': 5 }), {});
      assert.deepEqual(found({ ...regions, 'd/P': 9, 'd/a': 'C', 'd/b': 5 }), { 'd/a': 4 });
    });
  });
});

describe('one hidden mean', () => {
  /** What earlier versions showed, with a lower minimum than today's. */
  const shown = (atLeast: number): readonly Indicator[] => [
    { code: 'people' },
    { code: 'mean', decimals: 1, disclosure: { minimum: { of: 'people', atLeast } } },
  ];

  /** Codes of the hidden means. A figure has the people, and the mean where it is not 7. */
  async function hidden(
    names: string,
    people: Readonly<Record<string, number>>,
    { means = {}, before = null, ...shape }: Partial<TableShape> & { means?: Figures; before?: Figures | null } = {},
  ): Promise<readonly string[]> {
    const version = (minimum: number, own: Figures): EarlierVersion => {
      const figures = Object.entries(people).flatMap(([key, count]): [string, number | StatusCode][] => [
        [`${key}/people`, count],
        [`${key}/mean`, own[key] ?? 7],
      ]);
      const dimensions = [classes(['a', 'b', 'c', 'T'])];
      return tableOfFigures(`${names}/metric`, Object.fromEntries(figures), {
        dimensions,
        indicators: shown(minimum),
        ...shape,
      });
    };
    const earlier = before ? [version(2, before)] : [];
    const result = await protectTable({ ...version(10, means), largest: null, earlier });
    assert.ok('columns' in result);
    const { status } = result.columns;
    return Object.keys(people).filter((_, index) => status[2 * index + 1] === 'C');
  }

  it('takes with it the one over the fewest that are shown, the first of as many', async () => {
    assert.deepEqual(await hidden('kind', { T: 70, a: 3, b: 40, c: 27 }), ['a', 'c']);
    assert.deepEqual(await hidden('kind', { T: 83, a: 40, b: 40, c: 3 }), ['a', 'c']);
    assert.deepEqual(await hidden('kind', { T: 83, b: 40, a: 40, c: 3 }), ['b', 'c']);
  });

  it('takes none with it where two are hidden already, or the whole is not shown', async () => {
    assert.deepEqual(await hidden('kind', { T: 49, a: 3, b: 6, c: 40 }), ['a', 'b']);
    assert.deepEqual(await hidden('kind', { T: 70, a: 3, b: 40, c: 27 }, { means: { T: 'O' } }), ['a']);
  });

  it('takes one of every sum that it is in, and those that these need', async () => {
    // Sums of b and of the east come first, when nothing of them need be hidden yet.
    const people = {
      ...{ 'T/E': 60, 'b/T': 67, 'T/W': 40, 'a/T': 33, 'T/T': 100 },
      ...{ 'a/W': 3, 'a/E': 30, 'b/W': 37, 'b/E': 30 },
    };
    const dimensions = [classes(['a', 'b', 'T']), classes(['W', 'E', 'T'], 'region')];
    assert.deepEqual(await hidden('kind/region', people, { dimensions }), ['a/W', 'a/E', 'b/W', 'b/E']);
  });

  it('stays hidden with the one that went with it, though both are over enough now', async () => {
    const people = { T: 120, a: 50, b: 40, c: 30 };
    assert.deepEqual(await hidden('kind', people), []);
    assert.deepEqual(await hidden('kind', people, { before: { a: 'C', b: 'C' } }), ['a', 'b']);
  });

  it('is not protected by another that was shown before as it is now', async () => {
    // Everyone has a; that of b has changed, so c has to go with it.
    const people = { T: 36, a: 5, b: 6, c: 25 };
    assert.deepEqual(await hidden('kind', people), ['a', 'b']);
    assert.deepEqual(await hidden('kind', people, { before: { b: 8, c: 8 } }), ['a', 'b', 'c']);
  });
});
