/** Which figures are hidden beside small counts, and what is told of it: on figures so few that it is worked out by hand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exposedCells } from '../../packages/endpoint/dist/publish/disclosure/audit.js';
import { choosePattern } from '../../packages/endpoint/dist/publish/disclosure/choose-pattern.js';
import { loadSolver } from '../../packages/endpoint/dist/publish/disclosure/linear-program.js';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import {
  exposureFindings,
  givenFindings,
} from '../../packages/endpoint/dist/publish/disclosure/suppression-findings.js';
import {
  category,
  makeTable,
  type Cell,
  type EarlierVersion,
  type Indicator,
  type StatusCode,
} from './disclosure-support.ts';
import { block, endless, relation, type Case } from './disclosure-system.ts';

const highs = await loadSolver();
const clients: Indicator = { code: 'clients', additive: true, disclosure: { suppression: { minimum: 10 } } };

type Figures = Readonly<Record<string, number | StatusCode>>;

/** A table of figures over one dimension with total T; for a figure that is not there, why. */
function line(figures: Figures, indicator: Indicator = clients): EarlierVersion {
  const cells = Object.entries(figures).map(([kind, figure]): Cell => {
    return {
      codes: { kind },
      ...(typeof figure === 'number' ? { value: figure } : { value: Number.NaN, status: figure }),
    };
  });
  const codes = Object.keys(figures).map((code) => category(code));
  const dimensions = [{ id: 'kind', label: { nl: 'Kind' }, total: 'T', codes }];
  return makeTable({ dimensions, indicators: [indicator], cells });
}

async function protection(input: EarlierVersion, ...earlier: readonly EarlierVersion[]) {
  const result = await protectTable({ ...input, largest: null, earlier });
  assert.ok('columns' in result, JSON.stringify(result.findings));
  return result;
}

describe('what is hidden beside a small count', () => {
  /** The pattern of a system, after which nothing is exposed any more. */
  const hidden = (truth: readonly number[], given: Case): readonly number[] => {
    const own = block(truth, given);
    const pattern = choosePattern(highs, own);
    assert.deepEqual([...exposedCells(highs, own, pattern)], []);
    return [...pattern].sort((a, b) => a - b);
  };

  it('is nothing where no figure needs protection', () => {
    assert.deepEqual(hidden([40, 30], { relations: [relation({ 0: 1, 1: 1 }, 70)] }), []);
  });

  it('is another small count before anything else', () => {
    const needs = { 0: { down: 5, up: 5 }, 1: { down: 5, up: 5 } };
    assert.deepEqual(
      hidden([5, 9, 12, 200], { relations: [relation({ 0: 1, 1: 1, 2: 1, 3: 1 }, 226)], needs }),
      [0, 1],
    );
  });

  it('is as many figures as it takes, the smaller ones first', () => {
    // 4 must be able to be 10: 5 of that come from the second, which has no more, and 1 from the third.
    const needs = { 0: { down: 4, up: 6 } };
    assert.deepEqual(
      hidden([4, 5, 30, 200], { relations: [relation({ 0: 1, 1: 1, 2: 1, 3: 1 }, 239)], needs }),
      [0, 1, 2],
    );
  });

  it('is one more figure where the first is known too well to change enough', () => {
    const given = { relations: [relation({ 0: 1, 1: 1, 2: 1 }, 234)], needs: { 0: { down: 4, up: 6 } } };
    assert.deepEqual(hidden([4, 30, 200], given), [0, 1]);
    assert.deepEqual(hidden([4, 30, 200], { ...given, lower: [0, 28, 0] }), [0, 1, 2]);
    assert.deepEqual(hidden([4, 30, 200], { ...given, upper: [endless, 31, endless] }), [0, 1, 2]);
  });

  it('is nothing more where a whole is far enough above, and the whole where it is not', () => {
    const needs = { 0: { down: 4, up: 6 } };
    const relations = [relation({ 0: 1, 1: -1 }, -endless, 0)];
    assert.deepEqual(hidden([4, 10], { relations, needs }), [0]);
    assert.deepEqual(hidden([4, 9], { relations, needs }), [0, 1]);
  });

  describe('leaves room on one side where the other has none', () => {
    // Below the figure is cell 1, above it is cell 2.
    const between = [relation({ 0: -1, 1: 1 }, -endless, 0), relation({ 0: 1, 2: -1 }, -endless, 0)];
    const needs = { 0: { down: 5, up: 5 } };

    it('that anybody knows of', () => {
      assert.deepEqual(hidden([9, 4, 14], { relations: between, needs }), [0]);
      assert.deepEqual(hidden([9, 4, 15], { relations: between, needs, lower: [6, 0, 0] }), [0, 2]);
      assert.deepEqual(hidden([9, 4, 16], { relations: between, needs, lower: [6, 0, 0] }), [0]);
      assert.deepEqual(hidden([9, 2, 14], { relations: between, needs, upper: [11, endless, endless] }), [0, 1]);
      assert.deepEqual(hidden([9, 1, 14], { relations: between, needs, upper: [11, endless, endless] }), [0]);
    });

    it('that follows from the sums', () => {
      const above6 = [...between, relation({ 0: 1 }, 6, endless)];
      assert.deepEqual(hidden([9, 4, 15], { relations: above6, needs }), [0, 2]);
      assert.deepEqual(hidden([9, 4, 16], { relations: above6, needs }), [0]);
      const below11 = [...between, relation({ 0: 1 }, -endless, 11)];
      assert.deepEqual(hidden([9, 2, 14], { relations: below11, needs }), [0, 1]);
      assert.deepEqual(hidden([9, 1, 14], { relations: below11, needs }), [0]);
    });
  });

  describe('cannot be computed itself', () => {
    // Cell 1 moves by a twentieth of what cell 0 does. Cell 0 is at least cell 2 and at most cell 3.
    const sums = (constant: number) => [
      relation({ 0: 1, 1: -20 }, constant),
      relation({ 0: -1, 2: 1 }, -endless, 0),
      relation({ 0: 1, 3: -1 }, -endless, 0),
    ];
    const given = { relations: sums(-186), needs: { 0: { down: 4, up: 6 } } };

    it('to within a unit', () => {
      // From 9.8 to 10.3, if it were by cell 0 alone.
      assert.deepEqual(hidden([14, 10, 10, 20], given), [0, 1, 3]);
    });

    it('to within a unit below, where there is no room above', () => {
      assert.deepEqual(hidden([14, 10, 10, 20], { ...given, upper: [endless, 10.3, endless, endless] }), [0, 1, 2]);
    });

    it('nor can what was hidden before and needs no more than that', () => {
      const needs = { 0: { down: 0, up: 0 } };
      assert.deepEqual(hidden([30, 40, 70], { relations: [relation({ 0: 1, 1: 1, 2: -1 }, 0)], needs }), [0, 1]);
    });

    it('but needs nothing more where a unit is less', () => {
      assert.deepEqual(hidden([14, 10, 10, 20], { ...given, unit: 0.5 }), [0, 1]);
    });
  });

  it('is the cheapest rectangle in a table with totals both ways', async () => {
    const figures = [
      ['a', 4, 20, 90, 114],
      ['b', 30, 40, 50, 120],
      ['c', 70, 80, 60, 210],
      ['T', 104, 140, 200, 444],
    ] as const;
    const columns = ['x', 'y', 'z', 'T'] as const;
    const cells = figures.flatMap(([kind, ...values]) =>
      values.map((value, index): Cell => ({ codes: { kind, age: columns[index] ?? '' }, value })),
    );
    const dimension = (id: string, codes: readonly string[]) => {
      return { id, label: { nl: id }, total: 'T', codes: codes.map((code) => category(code)) };
    };
    const dimensions = [dimension('kind', ['a', 'b', 'c', 'T']), dimension('age', columns)];
    const { columns: found } = await protection(makeTable({ dimensions, indicators: [clients], cells }));
    const places = cells.map(({ codes: { kind, age } }) => `${kind}${age}`);
    assert.deepEqual(
      places.filter((_, row) => found.status[row] === 'C'),
      ['ax', 'ay', 'bx', 'by'],
    );
  });

  it('is the same with the indicators as the first dimension, beside shares that are given without their counts', async () => {
    const kinds = { a: 4, b: 30, c: 200, T: 234 };
    const cells = Object.entries(kinds).flatMap(([kind, value]): Cell[] => [
      { codes: { kind, metric: 'men' }, value: 40 },
      { codes: { kind, metric: 'women' }, value: 60 },
      { codes: { kind, metric: 'clients' }, value },
    ]);
    const { table, columns } = makeTable({
      dimensions: [
        { id: 'kind', label: { nl: 'Kind' }, total: 'T', codes: Object.keys(kinds).map((code) => category(code)) },
      ],
      indicators: [{ code: 'men' }, { code: 'women' }, clients],
      cells,
      expectations: { shares: [{ indicators: ['men', 'women'] }] },
    });
    const { columns: found } = await protection({
      table: { ...table, dimensions: table.dimensions.toReversed() },
      columns: { ...columns, positions: columns.positions.toReversed() },
    });
    assert.deepEqual(
      cells.filter((_, row) => found.status[row] === 'C').map(({ codes: { kind, metric } }) => [kind, metric]),
      [
        ['a', 'clients'],
        ['b', 'clients'],
      ],
    );
  });
});

describe('what is told of figures that are hidden', () => {
  const { table } = line({ a: 4, b: 30, T: 34 });
  const location = { file: 'probe', field: 'indicators' };

  it('is how many of a period could be computed, as an error each', () => {
    const error = {
      rule: 'disclosure-audit',
      severity: 'error',
      location,
      remedy:
        'Combine small classes or regions, leave out an indicator, or lower `protection` of the rule after consulting the privacy officer',
    };
    const exposed = new Map([
      ['2023', 1],
      ['2024', 2],
    ]);
    assert.deepEqual(exposureFindings(table, exposed), [
      { ...error, message: 'Table probe, period 2023: 1 hidden figure could be computed too closely' },
      { ...error, message: 'Table probe, period 2024: 2 hidden figures could be computed too closely' },
    ]);
    assert.deepEqual(exposureFindings(table, new Map()), []);
  });

  const warning = (what: string) => ({
    rule: 'disclosure-earlier-versions',
    severity: 'warning',
    location,
    message: `Table probe: ${what} hidden now, but can be read or computed from what was published before`,
    remedy: 'Retract the earlier versions that should not have shown them',
  });

  it('is how many were known before, as one warning', () => {
    assert.deepEqual(givenFindings(table, 0), []);
    assert.deepEqual(givenFindings(table, 1), [warning('1 figure is')]);
    assert.deepEqual(givenFindings(table, 2), [warning('2 figures are')]);
  });

  it('counts what was published before and is the same now', async () => {
    const { findings } = await protection(line({ a: 7, b: 8, c: 9, d: 30, T: 54 }), line({ a: 7, b: 8, c: 6, d: 30 }));
    assert.deepEqual(findings, [warning('2 figures are')]);
  });

  it('counts what follows from an earlier version', async () => {
    // a was hidden alone: 238 − 200 − 31 is 7, then as now.
    const { findings, columns } = await protection(
      line({ b: 30, a: 7, c: 200, T: 237 }),
      line({ b: 31, a: 'C', c: 200, T: 238 }),
    );
    assert.deepEqual(findings, [warning('1 figure is')]);
    assert.equal(columns.status[1], 'C');
  });

  describe('counts what follows with figures that are known from before', () => {
    const today = line({ a: 4, b: 30, c: 20, T: 54 });
    const warned = async (now: EarlierVersion, what: string, ...earlier: readonly EarlierVersion[]) => {
      const { findings } = await protection(now, ...earlier);
      assert.deepEqual(findings, [warning(what)]);
    };

    it('and still are what they were', async () => {
      await warned(today, '1 figure is', line({ b: 30, c: 20, T: 54 }));
      await warned(today, '1 figure is', line({ a: 'C', b: 30, c: 20, T: 54 }));
    });

    it('each from another version', async () => {
      await warned(today, '1 figure is', line({ b: 30 }), line({ c: 20 }), line({ T: 54 }));
      await warned(today, '1 figure is', line({ b: 30 }), line({ a: 'C', b: 'C', c: 20, T: 54 }));
    });

    it('and hidden today themselves', async () => {
      // b and c can be read, and a is 17 − 6 − 7.
      await warned(line({ a: 4, b: 6, c: 7, T: 17 }), '3 figures are', line({ b: 6, c: 7, T: 17 }));
    });

    it('or have changed', async () => {
      await warned(line({ a: 4, b: 33, c: 21, T: 58 }), '1 figure is', line({ b: 30, c: 20, T: 54 }));
      const [first, second] = [line({ b: 30 }), line({ a: 'C', b: 'C', c: 20, T: 54 })];
      await warned(line({ a: 4, b: 33, c: 21, T: 58 }), '1 figure is', first, second);
    });

    it('once, however it follows', async () => {
      // a was from 3.5 to 4.5, and is 54 − 30 − 20.
      const hours = (decimals: number): Indicator => ({ ...clients, decimals });
      const now = line({ a: 4, b: 30, c: 20, T: 54 }, hours(1));
      await warned(now, '1 figure is', line({ a: 4 }, hours(0)), line({ b: 30, c: 20, T: 54 }, hours(1)));
    });

    it('to within its protection interval', async () => {
      // Both are from 1 to 8; together 12 they are from 1 to 11.
      await warned(line({ a: 4, b: 5, c: 20, T: 29 }), '2 figures are', line({ c: 20, T: 29 }));
      assert.deepEqual((await protection(line({ a: 5, b: 7, c: 20, T: 32 }), line({ c: 20, T: 32 }))).findings, []);
    });
  });

  it('is nothing at all where year after year the same figures are hidden', async () => {
    const years = ['2021', '2022', '2023', '2024'];
    const figures = [
      { a: 4, b: 30, c: 20, T: 54 },
      { a: 1, b: 1, c: 40, T: 42 },
      { a: 6, b: 0, c: 7, T: 13 },
      { a: 3, b: 3, c: 3, T: 9 },
    ];
    const earlier: EarlierVersion[] = [];
    const statuses: string[] = [];
    for (let count = 1; count <= years.length; count++) {
      const cells = figures
        .slice(0, count)
        .flatMap((year, index) =>
          Object.entries(year).map(([kind, value]): Cell => ({ codes: { kind, time: years[index] ?? '' }, value })),
        );
      const codes = ['a', 'b', 'c', 'T'].map((code) => category(code));
      const dimensions = [{ id: 'kind', label: { nl: 'Kind' }, total: 'T', codes }];
      const periods = years.slice(0, count);
      const input = makeTable({ dimensions, periods, indicators: [clients], cells });
      const { columns, findings } = await protection(input, ...earlier);
      assert.deepEqual(findings, []);
      statuses.push(columns.status.map((status) => status ?? '.').join(''));
      earlier.push({ table: input.table, columns });
    }
    for (const [index, status] of statuses.entries()) assert.ok(statuses.at(-1)?.startsWith(status), `${index}`);
  });

  it('does not count what follows from the figures of today, whatever is hidden', async () => {
    // Of 7 people no more than 7 can be clients: closer than the rule wants, but nothing of this table can help it.
    const share = { numerator: 'clients', denominator: 'people', factor: 100 };
    const indicators: readonly Indicator[] = [clients, { code: 'people' }, { code: 'share', derived: share }];
    const cells = [4, 7, 57].map((value, index): Cell => ({ codes: { metric: indicators[index]?.code ?? '' }, value }));
    const { findings, columns } = await protection(makeTable({ dimensions: [], indicators, cells }));
    assert.deepEqual(findings, []);
    assert.deepEqual(columns.status, ['C', null, 'C']);
  });

  it('does not count what an earlier version leaves open', async () => {
    const { findings, columns } = await protection(
      line({ a: 7, b: 30, c: 200, T: 237 }),
      line({ a: 'C', b: 'C', c: 200, T: 237 }),
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(columns.status, ['C', 'C', null, null]);
  });

  it('says nothing of a figure that the range of its indicator leaves no more room', async () => {
    const { findings, columns } = await protection(line({ a: 3, b: 2, T: 5 }, { ...clients, range: { max: 5 } }));
    assert.deepEqual(findings, []);
    assert.deepEqual(columns.status, ['C', 'C', 'C']);
  });

  it('is told of the figures of the table only, not of those of before that have changed', async () => {
    const before = await protection(line({ a: 4, b: 30, c: 200, T: 234 }));
    const { table: then } = line({ a: 4, b: 30, c: 200, T: 234 });
    const { columns, findings } = await protection(line({ a: 12, b: 30, c: 200, T: 242 }), {
      table: then,
      columns: before.columns,
    });
    assert.deepEqual(columns.status, ['C', 'C', null, null]);
    assert.deepEqual(findings, []);
  });
});
