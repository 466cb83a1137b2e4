/** What is known about the figures of a table before it is decided which to hide: limits, earlier versions, protection. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellIndex } from '../../packages/endpoint/dist/publish/disclosure/cell-index.js';
import { systemOf } from '../../packages/endpoint/dist/publish/disclosure/known-figures.js';
import { loadSolver } from '../../packages/endpoint/dist/publish/disclosure/linear-program.js';
import { primaryCells } from '../../packages/endpoint/dist/publish/disclosure/primary-cells.js';
import { category, makeTable, type Cell, type EarlierVersion, type Indicator } from './disclosure-support.ts';

const highs = await loadSolver();
const endless = Number.POSITIVE_INFINITY;
const clients: Indicator = { code: 'clients', additive: true, disclosure: { suppression: { minimum: 10 } } };

describe('what is known about a figure without the publication', () => {
  const limits = (figures: Readonly<Record<string, number>>, indicators: readonly Indicator[] = [clients]) => {
    const cells = Object.entries(figures).map(([metric, value]): Cell => ({ codes: { metric }, value }));
    const input = { ...makeTable({ dimensions: [], indicators, cells }), largest: null, earlier: [] };
    const { system } = systemOf(highs, input, primaryCells(input), new CellIndex(input.table, input.columns));
    return Object.keys(figures).map((_, row) => [system.lower[row], system.upper[row]]);
  };
  const profit: Indicator = { ...clients, code: 'profit' };

  it('is that a count that is hidden is not zero or below, unless others of its indicator are', () => {
    assert.deepEqual(limits({ clients: 4 }), [[1, endless]]);
    assert.deepEqual(limits({ clients: 4, profit: -4 }, [clients, profit]), [
      [1, endless],
      [-endless, endless],
    ]);
  });

  it('is the range that the manifest gives, as far as the figure keeps to it', () => {
    const ranged: Indicator = { ...clients, range: { min: 2, max: 50 } };
    assert.deepEqual(limits({ clients: 4 }, [ranged]), [[2, 50]]);
    assert.deepEqual(limits({ clients: 1 }, [ranged]), [[1, 50]]);
    assert.deepEqual(limits({ clients: 60 }, [ranged]), [[2, 60]]);
    assert.deepEqual(limits({ clients: 4 }, [{ ...clients, range: { min: 0 } }]), [[1, endless]]);
  });

  it('is the figure itself where no rule hides it', () => {
    assert.deepEqual(limits({ people: 4, clients: 4 }, [{ code: 'people' }, clients]), [
      [4, 4],
      [1, endless],
    ]);
  });
});

describe('what is known from an earlier version', () => {
  const people: Indicator = { code: 'people' };
  const share: Indicator = {
    code: 'share',
    decimals: 1,
    derived: { numerator: 'clients', denominator: 'people', factor: 100 },
  };

  /** Figures by kind and indicator, such as `a/clients`; null for one that is hidden. */
  function table(figures: Readonly<Record<string, number | null>>): EarlierVersion {
    const places = Object.keys(figures).map((place) => place.split('/'));
    const cells = Object.values(figures).map((figure, row): Cell => {
      const [kind = '', metric = ''] = places[row] ?? [];
      return { codes: { kind, metric }, ...(figure === null ? { value: Number.NaN, status: 'C' } : { value: figure }) };
    });
    const codes = [...new Set(places.map(([kind = '']) => kind))].map((code) => category(code));
    const dimensions = [{ id: 'kind', label: { nl: 'Kind' }, total: 'T', codes }];
    return makeTable({ dimensions, indicators: [clients, people, share], cells });
  }

  const known = (today: EarlierVersion, ...earlier: readonly EarlierVersion[]) => {
    const input = { ...today, largest: null, earlier };
    return systemOf(highs, input, primaryCells(input), new CellIndex(today.table, today.columns));
  };

  it('is which small counts are still what was published, and nothing of today alone', () => {
    const today = table({ 'a/clients': 7, 'b/clients': 8, 'c/clients': 9, 'd/clients': 30, 'T/clients': 54 });
    const before = table({ 'a/clients': 7, 'b/clients': 8, 'c/clients': 6, 'd/clients': 30 });
    const { shown, alone, system } = known(today, before);
    assert.deepEqual([...shown], [0, 1]);
    assert.deepEqual([...system.lower], [7, 8, 1, 30, 1]);
    assert.deepEqual([...system.upper], [7, 8, endless, 30, endless]);
    assert.deepEqual([...alone.lower], [1, 1, 1, 1, 1]);
    assert.deepEqual([...alone.upper], Array<number>(5).fill(endless));
    assert.deepEqual([...known(today).shown], []);
  });

  it('is which small counts were shown more nearly than the rule allows', () => {
    const hours = (decimals: number, figure: number, protection: number) =>
      makeTable({
        dimensions: [],
        indicators: [{ ...clients, decimals, disclosure: { suppression: { minimum: 10, protection } } }],
        cells: [{ codes: {}, value: figure }],
      });
    // 3 is from 2.5 to 3.5.
    assert.deepEqual([...known(hours(1, 3.4, 2), hours(0, 3, 2)).shown], [0]);
    assert.deepEqual([...known(hours(1, 3.4, 1), hours(0, 3, 1)).shown], []);
    assert.deepEqual([...known(hours(1, 3.4, 0), hours(1, 3.4, 0)).shown], [0]);
  });

  it('is no sum of before to those who have today’s figures alone', () => {
    const { alone, system } = known(
      table({ 'a/clients': 4, 'b/clients': 30, 'T/clients': 34 }),
      table({ 'a/clients': null, 'b/clients': 33, 'T/clients': 37 }),
    );
    const { system: todays } = known(table({ 'a/clients': 4, 'b/clients': 30, 'T/clients': 34 }));
    assert.deepEqual(alone.relations, todays.relations);
    assert.ok(system.relations.length > alone.relations.length);
  });

  it('keeps hidden what was hidden, with no more protection than its figure needs today', () => {
    const today = table({ 'a/clients': 4, 'b/clients': 30, 'c/clients': 20, 'T/clients': 54 });
    const { system } = known(today, table({ 'a/clients': null, 'b/clients': null, 'c/clients': 20, 'T/clients': 54 }));
    assert.deepEqual(
      [...system.needs],
      [
        [0, { down: 4, up: 6 }],
        [1, { down: 0, up: 0 }],
      ],
    );
  });

  it('is protected as it was where it has changed, after the figures of today', () => {
    // 34 − 30 was 4, now it is 12.
    const today = table({ 'a/clients': 12, 'b/clients': 30, 'T/clients': 42 });
    const { system } = known(today, table({ 'a/clients': null, 'b/clients': 30, 'T/clients': 34 }));
    assert.deepEqual([...system.truth], [12, 30, 42, 4]);
    assert.deepEqual(
      [...system.needs],
      [
        [0, { down: 0, up: 0 }],
        [3, { down: 4, up: 6 }],
      ],
    );
    assert.deepEqual([...system.lower], [1, 30, 1, 1]);
    assert.deepEqual([...system.upper], [endless, 30, endless, endless]);
  });

  it('needs no protection where it was no small count', () => {
    const today = table({ 'a/clients': 4, 'b/clients': 30, 'T/clients': 34 });
    const { system } = known(today, table({ 'a/clients': null, 'b/clients': 30, 'T/clients': 42 }));
    assert.deepEqual([...system.truth], [4, 30, 34, 12]);
    assert.deepEqual(system.needs.get(3), { down: 0, up: 0 });
  });

  it('was not above the whole of today, unless it must have been', () => {
    const upper = (persons: number) => {
      const today = table({ 'a/clients': 12, 'b/clients': 30, 'T/clients': 42, 'a/people': persons, 'a/share': 1 });
      const { system } = known(today, table({ 'a/clients': null, 'b/clients': 30, 'T/clients': 50 }));
      assert.equal(system.truth[5], 20);
      return system.upper[5];
    };
    assert.equal(upper(25), 25);
    assert.equal(upper(15), 20);
  });
});
