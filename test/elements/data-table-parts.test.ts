import { parseJsonStat } from '@peilglas/client/json-stat';
import { SelectionError } from '@peilglas/model';
import { assert } from 'chai';
import { orderRows, parseOrdering, writeOrdering } from '../../packages/elements/dist/data-table/order-rows.js';
import { readGrid } from '../../packages/elements/dist/data-table/read-grid.js';
import { selectOpen } from '../../packages/elements/dist/data-table/select-open.js';
import { stableOrder } from '../../packages/elements/dist/data-table/stable-order.js';
import type { Wanted } from '../../packages/elements/dist/shared/select-cells.js';
import { toCsv } from '../../packages/elements/dist/shared/to-csv.js';
import { toJsonStat } from '../../packages/elements/dist/shared/to-json-stat.js';
import { longTexts, synthetic, years } from './support/synthetic.ts';
import { metric, periods, regions, sexes, tableData } from './support/table-data.ts';

/** Work to its end, and the number of pauses on the way. */
function finish<T>(work: Generator<undefined, T>): { readonly result: T; readonly pauses: number } {
  for (let pauses = 0; ; pauses++) {
    const { done, value } = work.next();
    if (done) return { result: value, pauses };
  }
}

describe('the order of rows', () => {
  it('by label keeps together what belongs to each of two regions of one name', () => {
    const twice = { ...regions, codes: { A: 'Centrum', B: 'Almen', C: 'Centrum' } };
    const cube = parseJsonStat(tableData([metric, twice, periods]));
    const grid = readGrid(cube, { rows: ['region', 'period'], columns: [] });
    const order = (descending: boolean) =>
      [...finish(orderRows(grid, { by: 'label', descending }, 'nl')).result].map((row) => grid.rows.codeAt(row, 0));
    assert.deepEqual(order(false), ['B', 'B', 'A', 'A', 'C', 'C']);
    assert.deepEqual(order(true), ['C', 'C', 'A', 'A', 'B', 'B']);
  });
});

describe('selection of a table', () => {
  const cube = parseJsonStat(tableData([metric, regions, sexes, periods]));
  const select = (wanted: Partial<Wanted>) =>
    selectOpen(cube, {
      indicators: [],
      regions: [],
      compareWith: [],
      period: { kind: 'all' },
      filter: '',
      ownFilter: null,
      ...wanted,
    });

  it('takes all codes for a star', () => {
    assert.deepEqual(select({ regions: ['*'] }).RegioS, ['A', 'B', 'C']);
    assert.deepEqual(select({ filter: 'Geslacht:*' }).Geslacht, ['T', 'M', 'V']);
    assert.deepEqual(select({ indicators: ['*'] }).Onderwerp, ['x']);
  });

  it('takes the total, the regions named and the first indicator without one', () => {
    assert.deepEqual(select({ regions: ['B'], compareWith: ['Z', 'A'] }), {
      Onderwerp: ['x'],
      RegioS: ['B', 'A'],
      Geslacht: ['T'],
      Perioden: ['2022', '2023'],
    });
  });

  it('puts regions that are named before all others', () => {
    assert.deepEqual(select({ regions: ['C', '*'] }).RegioS, ['C', 'A', 'B']);
    assert.deepEqual(select({ regions: ['Z', 'C'], compareWith: ['*'] }).RegioS, ['C', 'A', 'B']);
  });

  it('refuses what the table does not have, as every element does', () => {
    assert.throws(() => select({ regions: ['Z'] }), SelectionError);
    assert.throws(() => select({ filter: 'Kleur:*', ownFilter: 'Kleur:*' }), SelectionError, /Kleur/);
    assert.throws(() => select({ filter: 'Geslacht:X' }), SelectionError);
  });
});

describe('order of rows', () => {
  it('is that of a sort by the language itself, for any size', () => {
    for (const size of [0, 1, 2, 3, 7, 64, 1000, 5003]) {
      const keys = Array.from({ length: size }, (_, index) => (index * 7919) % 101);
      const compare = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0);
      const expected = keys.map((_, index) => index).sort(compare);
      assert.deepEqual([...finish(stableOrder(size, compare)).result], expected, String(size));
    }
  });

  it('pauses while it is made, so that the page can breathe', () => {
    assert.isAbove(finish(stableOrder(17_341, (a, b) => b - a)).pauses, 300);
    const codes = Object.fromEntries(Array.from({ length: 4000 }, (_, row) => [`r${row}`, `Regio ${4000 - row}`]));
    const grid = readGrid(parseJsonStat(tableData([metric, { ...regions, codes }, periods])), {
      rows: [],
      columns: [],
    });
    assert.isAbove(finish(orderRows(grid, { by: 'label', descending: false }, 'nl')).pauses, 50);
    const { result } = finish(orderRows(grid, { by: 'label', descending: false }, 'nl'));
    assert.deepEqual([...result.slice(0, 2)], [3999, 3998], 'numbers in labels count as numbers');
  });

  it('is read from the attribute by codes, and written so', () => {
    const cube = parseJsonStat(tableData([metric, regions, sexes, periods]));
    const grid = readGrid(cube, { rows: ['region'], columns: [] });
    const read = (text: string) => parseOrdering(text, grid);
    assert.deepEqual(read('label:desc'), { by: 'label', descending: true });
    assert.deepEqual(read('M/2023'), { by: 3, descending: false });
    assert.deepEqual(read('V:desc'), { by: 4, descending: true });
    assert.isNull(read('X'));
    assert.isNull(read(''));
    for (const text of ['label', 'T/2022', 'V/2023:desc']) {
      const ordering = read(text);
      assert.equal(ordering && writeOrdering(ordering, grid), text);
    }
  });
});

describe('files of figures', () => {
  const rich = synthetic({
    periods: years(2021, 3),
    values: [1.25, null, 3],
    statuses: { 1: 'C', 2: 'P' },
    decimals: 2,
    unit: '%',
    notes: ['Let op de afronding.'],
    breaks: [{ period: '2022', note: 'Andere telling' }],
    goodDirection: 'up',
  });

  for (const [name, data] of [
    ['a table with everything', rich],
    ['a weight', JSON.parse(JSON.stringify(rich).replace('"goodDirection":"up"', '"weight":"w","goodDirection":"up"'))],
    ['long texts', longTexts],
    ['several dimensions', tableData([metric, regions, sexes, periods])],
    [
      'codes like names of members',
      tableData([
        { ...metric, codes: { constructor: 'Een' } },
        { ...regions, codes: { toString: 'Ee' } },
      ]),
    ],
  ] as const) {
    it(`as JSON-stat say the same when they are read again: ${name}`, () => {
      const cube = parseJsonStat(data);
      const again = parseJsonStat(JSON.parse(toJsonStat(cube)));
      assert.equal(toCsv(again, 'nl'), toCsv(cube, 'nl'));
      assert.deepEqual(again.indicators, cube.indicators);
      assert.deepEqual(again.publication, cube.publication);
      assert.equal(toJsonStat(again), toJsonStat(cube));
    });
  }

  it('as JSON-stat have no figure that is hidden', () => {
    const hidden = parseJsonStat(synthetic({ periods: ['2022', '2023'], values: [7, 8], statuses: { 0: 'C' } }));
    const { value, status } = JSON.parse(toJsonStat(hidden)) as { value: unknown; status: unknown };
    assert.deepEqual(value, [null, 8]);
    assert.deepEqual(status, { 0: 'C' });
    assert.notMatch(toCsv(hidden, 'nl'), /,7,/);
  });

  it('as JSON-stat have only what is shown of the table', () => {
    const part = parseJsonStat(tableData([metric, regions, periods])).slice({ RegioS: ['B'] });
    const dataset = JSON.parse(toJsonStat(part)) as { value: unknown };
    assert.deepEqual(dataset.value, [3, 4]);
    assert.notInclude(toJsonStat(part), 'Cedorp');
  });

  it('as CSV end with what belongs to the figures', () => {
    const data = synthetic({ periods: years(2021, 3), values: [1, 2, 3], notes: ['Let op de afronding.'] }) as Record<
      string,
      unknown
    >;
    const extension = data.extension as { peilglas: Record<string, unknown> };
    Object.assign(extension.peilglas, { licence: 'CC BY 4.0', version: 3 });
    const lines = toCsv(parseJsonStat(data), 'nl', 'dutch').trim().split('\r\n');
    // Every line is as wide as the first, or programs take the file for one column.
    const widths = lines.map((line) => line.split(';').length);
    assert.deepEqual(new Set(widths), new Set([widths[0]]));
    assert.deepEqual(
      lines.slice(4).map((line) => line.replace(/;+$/, '')),
      [
        'Bron;Proefbron',
        'Periode;2021–2023',
        'Definitie;Proefcijfers: Wat het is.',
        ';Let op de afronding.',
        'Licentie;CC BY 4.0',
        'Versie;3',
      ],
    );
  });

  it('as Dutch CSV quote semicolons, and keep texts that a spreadsheet would run as texts', () => {
    const csv = (label: string) =>
      toCsv(
        parseJsonStat(synthetic({ regions: { A: label }, periods: ['2023'], values: [-1.5], decimals: 1 })),
        'nl',
        'dutch',
      );
    assert.include(csv('Aa; en b'), ';"Aa; en b";');
    assert.include(csv('=1+1'), ";'=1+1;");
    assert.include(csv('  =1+1'), ";'  =1+1;");
    assert.include(csv('＝1+1'), ";'＝1+1;");
    assert.include(csv('Aa'), ';-1,5;A;');
  });
});
