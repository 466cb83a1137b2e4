/** Suppression of cells, on tables small enough to reason about. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exposedCells } from '../../packages/endpoint/dist/publish/disclosure/audit.js';
import { blocksOf } from '../../packages/endpoint/dist/publish/disclosure/blocks.js';
import { CellIndex } from '../../packages/endpoint/dist/publish/disclosure/cell-index.js';
import { choosePattern } from '../../packages/endpoint/dist/publish/disclosure/choose-pattern.js';
import { systemOf } from '../../packages/endpoint/dist/publish/disclosure/known-figures.js';
import { loadSolver } from '../../packages/endpoint/dist/publish/disclosure/linear-program.js';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import { needOf, primaryCells } from '../../packages/endpoint/dist/publish/disclosure/primary-cells.js';
import { placesOf, randomFacts, randomUniverse, revised, seeded, tableOf } from './disclosure-random.ts';
import {
  category,
  makeTable,
  type Cell,
  type Columns,
  type EarlierVersion,
  type Indicator,
  type StatusCode,
} from './disclosure-support.ts';

const clients: Indicator = { code: 'clients', additive: true, disclosure: { suppression: { minimum: 10 } } };

type Figures = Readonly<Record<string, number | StatusCode>>;

interface Shape {
  readonly indicators?: readonly Indicator[];
  readonly order?: readonly string[];
}

/** A table over one dimension with a total, of figures by code; `order` gives its codes another order. */
function line(figures: Figures, { indicators = [clients], order = Object.keys(figures) }: Shape = {}): EarlierVersion {
  const cells = Object.entries(figures).map(([code, figure]): Cell => {
    const [kind, metric = indicators[0]?.code ?? ''] = code.split('/');
    return {
      codes: { kind: kind ?? '', metric },
      ...(typeof figure === 'number' ? { value: figure } : { value: Number.NaN, status: figure }),
    };
  });
  const codes = [...new Set(order.map((code) => code.split('/')[0] ?? ''))].map((code) => category(code));
  return makeTable({ dimensions: [{ id: 'kind', label: { nl: 'Kind' }, total: 'T', codes }], indicators, cells });
}

async function protection(input: EarlierVersion, earlier: readonly EarlierVersion[] = []) {
  const result = await protectTable({ ...input, largest: null, earlier });
  if (!('columns' in result)) throw new Error(JSON.stringify(result.findings));
  return result;
}

/** What is published for each figure, in the order given. */
async function published(
  figures: Figures,
  earlier: readonly EarlierVersion[] = [],
  shape: Shape = {},
): Promise<Figures> {
  const { columns } = await protection(line(figures, shape), earlier);
  return Object.fromEntries(Object.keys(figures).map((code, row) => [code, shown(columns, row)]));
}

const shown = (columns: Columns, row: number): number | StatusCode =>
  columns.status[row] ?? columns.values[row] ?? Number.NaN;

const asPublished = async (figures: Figures, shape: Shape = {}): Promise<EarlierVersion> => {
  const input = line(figures, shape);
  return { table: input.table, columns: (await protection(input)).columns };
};

describe('suppressing small counts', () => {
  it('hides a second figure of the sum, and nobody can tell which of the two was small', async () => {
    const found = await published({ a: 4, b: 30, c: 200, T: 234 });
    assert.deepEqual(found, { a: 'C', b: 'C', c: 200, T: 234 });
    const { columns } = await protection(line({ a: 4, b: 30, c: 200, T: 234 }));
    assert.ok([0, 1].every((row) => Number.isNaN(columns.values[row])));
  });

  it('leaves a table alone that has no small counts, and never hides a zero', async () => {
    assert.deepEqual(await published({ a: 40, b: 30, T: 70 }), { a: 40, b: 30, T: 70 });
    assert.deepEqual(await published({ a: 4, b: 0, c: 30, T: 34 }), { a: 'C', b: 0, c: 'C', T: 34 });
  });

  it('hides the total when no other part can protect', async () => {
    assert.deepEqual(await published({ a: 4, b: 0, T: 4 }), { a: 'C', b: 0, T: 'C' });
  });

  it('keeps why other figures are missing', async () => {
    assert.deepEqual(await published({ a: 4, b: 'O', c: 30, d: 'N', T: 40 }), {
      a: 'C',
      b: 'O',
      c: 'C',
      d: 'N',
      T: 40,
    });
  });

  it('hides the rate of every hidden count and shows the others, also where the source left the rate out', async () => {
    const indicators: readonly Indicator[] = [
      clients,
      { code: 'people' },
      { code: 'share', decimals: 1, derived: { numerator: 'clients', denominator: 'people', factor: 100 } },
    ];
    const counts = { 'a/clients': 4, 'b/clients': 30, 'c/clients': 200, 'T/clients': 234 };
    const people = { 'a/people': 90, 'b/people': 90, 'c/people': 900, 'T/people': 1080 };
    const { columns } = await protection(line({ ...counts, ...people, 'a/share': 4.4 }, { indicators }));
    assert.equal(shown(columns, 8), 'C');
    const rates = [8, 9, 10, 11].map((row) => [columns.positions[0]?.[row], shown(columns, row)]);
    assert.deepEqual(rates, [
      [0, 'C'],
      [1, 'C'],
      [2, 22.2],
      [3, 21.7],
    ]);
  });

  it('says of a rate that it computes itself how sure it is, or why there is none, in the decimals of its indicator', async () => {
    const indicators: readonly Indicator[] = [
      { code: 'clients' },
      { code: 'people' },
      { code: 'share', decimals: 1, derived: { numerator: 'clients', denominator: 'people', factor: 100 } },
    ];
    const counts = line(
      {
        'a/clients': 10,
        'b/clients': 20,
        'c/clients': 'N',
        'd/clients': 5,
        'a/people': 30,
        'b/people': 60,
        'c/people': 9,
        'd/people': 0,
      },
      { indicators },
    );
    const status = [...counts.columns.status];
    [status[0], status[4], status[5]] = ['E', 'P', 'B'];
    const { columns } = await protection({ ...counts, columns: { ...counts.columns, status } });
    const rates = [8, 9, 10, 11].map((row) => [columns.values[row], columns.status[row]]);
    assert.deepEqual(rates, [
      [33.3, 'P'],
      [33.3, 'B'],
      [Number.NaN, 'N'],
      [Number.NaN, 'O'],
    ]);
  });

  it('knows that half-years make a year of a flow', async () => {
    const cells = ['2024-H1', '2024-H2', '2024'].map((time, index): Cell => {
      return { codes: { time }, value: [3, 50, 53][index] ?? 0 };
    });
    const flow = makeTable({ dimensions: [], indicators: [clients], periods: ['2024-H1', '2024-H2', '2024'], cells });
    const { columns } = await protection(flow);
    assert.deepEqual([0, 1, 2].map((row) => shown(columns, row)).filter((state) => state === 'C').length, 2);
  });

  for (const [what, figures, hidden] of [
    ['years make a span', { '2021': 20, '2022': 3, '2023': 30, '2021-2023': 53 }, ['2021', '2022']],
    [
      'a half-year and quarters make a year',
      { '2023-H1': 20, '2023-Q3': 3, '2023-Q4': 30, '2023': 53 },
      ['2023-H1', '2023-Q3'],
    ],
  ] as const) {
    it(`knows that ${what} of a flow`, async () => {
      const periods = Object.keys(figures);
      const cells = Object.entries(figures).map(([time, value]): Cell => ({ codes: { time }, value }));
      const { columns } = await protection(makeTable({ dimensions: [], indicators: [clients], periods, cells }));
      assert.deepEqual(periods.filter((_, row) => shown(columns, row) === 'C').sort(), [...hidden].sort());
    });
  }

  it('protects what the source hides as what it tells, where it follows from the others', async () => {
    assert.deepEqual(await published({ a: 'C', b: 15, c: 42, T: 60 }), { a: 'C', b: 'C', c: 42, T: 60 });
    assert.deepEqual(await published({ a: 'C', b: 15, c: 42, d: 'M', T: 90 }), {
      a: 'C',
      b: 'C',
      c: 42,
      d: 'M',
      T: 90,
    });
    assert.deepEqual(await published({ a: 30, b: 15, c: 42, T: 'C' }), { a: 30, b: 'C', c: 42, T: 'C' });
    assert.deepEqual(await published({ a: 'C', b: 15, c: 42, T: 50 }), { a: 'C', b: 'C', c: 42, T: 50 });
    // Two that are hidden hide each other; of one beside a figure that is not there nobody knows.
    assert.deepEqual(await published({ a: 'C', b: 'C', c: 42, T: 60 }), { a: 'C', b: 'C', c: 42, T: 60 });
    assert.deepEqual(await published({ a: 'C', b: 'O', c: 42, T: 60 }), { a: 'C', b: 'O', c: 42, T: 60 });
  });

  it('hides what one contributor dominates', async () => {
    const dominance = { column: 'largest', percent: 75 };
    const turnover: Indicator = { ...clients, disclosure: { suppression: { minimum: 2, dominance } } };
    const input = line({ a: 1000, b: 900, c: 5000, T: 6900 }, { indicators: [turnover] });
    const result = await protectTable({ ...input, largest: Float64Array.of(90, 30, 20, 15), earlier: [] });
    assert.ok('columns' in result);
    assert.deepEqual(
      [0, 1, 2, 3].map((row) => shown(result.columns, row)),
      ['C', 'C', 5000, 6900],
    );
  });
});

describe('means over few', () => {
  const indicators: readonly Indicator[] = [
    { code: 'people' },
    { code: 'mean', decimals: 1, disclosure: { minimum: { of: 'people', atLeast: 10 } } },
  ];
  const means = async (figures: Figures): Promise<readonly unknown[]> =>
    Object.entries(await published(figures, [], { indicators })).flatMap(([code, figure]) =>
      code.endsWith('mean') ? [figure] : [],
    );

  it('take the mean over the next fewest with them, since one alone follows from the whole', async () => {
    const people = { 'a/people': 3, 'b/people': 20, 'c/people': 15, 'T/people': 38 };
    const found = await means({ ...people, 'a/mean': 7, 'b/mean': 6, 'c/mean': 5, 'T/mean': 5.7 });
    assert.deepEqual(found, ['C', 6, 'C', 5.7]);
  });

  for (const [type, amounts] of [
    ['Flow', ['C', 60, 'C', 90, 300]],
    ['Stock', [30, 60, 'C', 90, 300]],
  ] as const) {
    it(`take another period of the year with them where periods add up to it: ${type}`, async () => {
      const amount: Indicator = {
        code: 'amount',
        measuringType: type,
        disclosure: { minimum: { of: 'people', atLeast: 10 } },
      };
      const periods = ['2024KW01', '2024KW02', '2024KW03', '2024KW04', '2024JJ00'];
      const cells = Object.entries({ people: [11, 20, 3, 30, 64], amount: [30, 60, 120, 90, 300] }).flatMap(
        ([metric, figures]) =>
          figures.map((value, index): Cell => ({ codes: { metric, time: periods[index] ?? '' }, value })),
      );
      const table = makeTable({ dimensions: [], indicators: [{ code: 'people' }, amount], periods, cells });
      const { columns } = await protection(table);
      assert.deepEqual(
        periods.map((_, index) => shown(columns, 5 + index)),
        amounts,
      );
    });
  }

  it('take the whole with them when no other part is left', async () => {
    const people = { 'a/people': 3, 'T/people': 38 };
    assert.deepEqual(await means({ ...people, 'a/mean': 7, 'T/mean': 5.7 }), ['C', 'C']);
  });
});

describe('the protection interval', () => {
  it('is as wide as the protection, around the figure or from zero', () => {
    assert.deepEqual(needOf(3, { minimum: 10 }), { down: 3, up: 7 });
    assert.deepEqual(needOf(9, { minimum: 10 }), { down: 5, up: 5 });
    assert.deepEqual(needOf(3, { minimum: 10, protection: 4 }), { down: 2, up: 2 });
  });

  it('is not needed for zero and from the minimum upwards', () => {
    assert.equal(needOf(0, { minimum: 10 }), null);
    assert.equal(needOf(10, { minimum: 10 }), null);
  });

  it('keeps others from estimating the part of a dominating contributor', () => {
    const rule = { minimum: 2, dominance: { column: 'largest', percent: 80 } };
    assert.deepEqual(needOf(1000, rule, 90), { down: 125, up: 125 });
    assert.equal(needOf(1000, rule, 80), null);
  });
});

describe('the audit', () => {
  const blocks = async (figures: Figures) => {
    const highs = await loadSolver();
    const input = { ...line(figures), largest: null, earlier: [] };
    const { system } = systemOf(highs, input, primaryCells(input), new CellIndex(input.table, input.columns));
    return { highs, blocks: blocksOf(system) };
  };

  it('finds a small count that is alone in its sum, and passes the pattern that protects it', async () => {
    const { highs, blocks: found } = await blocks({ a: 4, b: 30, c: 200, T: 234 });
    for (const block of found) {
      assert.deepEqual([...exposedCells(highs, block, new Set(block.needs.keys()))], [[0, 0]]);
      assert.equal(exposedCells(highs, block, choosePattern(highs, block)).size, 0);
    }
    assert.equal(found.length, 1);
  });

  it('finds small counts that are many but too small to hide each other', async () => {
    const { highs, blocks: found } = await blocks({ a: 1, b: 1, c: 200, T: 202 });
    const widths = found.flatMap((block) => [...exposedCells(highs, block, new Set(block.needs.keys())).values()]);
    assert.deepEqual(widths, [0, 0]);
  });
});

describe('suppression over versions', () => {
  it('publishes the same figures in the same way, whenever and after whatever version of them', async () => {
    for (let seed = 0; seed < 8; seed++) {
      const random = seeded(seed);
      const universe = randomUniverse(random);
      const input = tableOf(universe, randomFacts(universe, random));
      const { columns } = await protection(input);
      assert.deepEqual((await protection(input)).columns, columns);
      assert.deepEqual((await protection(input, [{ table: input.table, columns }])).columns, columns, `table ${seed}`);
    }
  });

  it('keeps hidden what was hidden, whatever its figure is now', async () => {
    const before = await asPublished({ a: 4, b: 30, c: 200, T: 234 });
    const found = await published({ a: 12, b: 30, c: 200, T: 242 }, [before]);
    assert.deepEqual([found.a, found.b], ['C', 'C']);
  });

  it('knows cells by their codes, in whatever order and among whatever others', async () => {
    const before = await asPublished({ T: 234, c: 200, b: 30, a: 4 });
    const found = await published({ a: 12, b: 30, c: 150, d: 50, T: 242 }, [before]);
    assert.deepEqual([found.a, found.b], ['C', 'C']);
  });

  it('does not count on figures that were published before', async () => {
    // b protects a best, but everyone has b: c must do it.
    const early = { ...clients, disclosure: { suppression: { minimum: 3 } } };
    const before = await asPublished({ b: 30, T: 150 }, { indicators: [early], order: ['b', 'T'] });
    const found = await published({ a: 4, b: 30, c: 200, T: 234 }, [before]);
    assert.deepEqual([found.a, found.c], ['C', 'C']);
  });

  it('hides a small count that was published before, and warns without telling it', async () => {
    const early = { ...clients, disclosure: { suppression: { minimum: 3 } } };
    const before = await asPublished({ a: 7, b: 30, c: 200, T: 237 }, { indicators: [early] });
    const { columns, findings } = await protection(line({ a: 7, b: 30, c: 200, T: 237 }), [before]);
    assert.equal(shown(columns, 0), 'C');
    assert.deepEqual(
      findings.map(({ severity, rule }) => [severity, rule]),
      [['warning', 'disclosure-earlier-versions']],
    );
    assert.doesNotMatch(JSON.stringify(findings), /\b(7|30|200|237|a|b|c)\b/);
  });

  it('takes another cover for a large figure that stays hidden, when its own cover is known', async () => {
    // a is 54 − 30 − 20 by the first version, so b would be 58 − 4 − 21.
    const first = line({ a: 'C', b: 30, c: 20, T: 54 });
    const second = line({ a: 4, b: 'C', c: 20, T: 54 });
    const { columns } = await protection(line({ a: 4, b: 33, c: 21, T: 58 }), [first, second]);
    const open = ['b', 'c', 'T'].filter((_, place) => shown(columns, place + 1) === 'C');
    assert.ok(open.includes('b') && open.length > 1, open.join());
  });

  it('needs no finding that tells a figure, over random corrections', async () => {
    for (let seed = 300; seed < 308; seed++) {
      const random = seeded(seed);
      const universe = randomUniverse(random);
      const facts = randomFacts(universe, random);
      const first = tableOf(universe, facts);
      const { columns } = await protection(first);
      const later = tableOf(
        universe,
        revised(facts, random, () => true),
      );
      const { columns: second, findings } = await protection(later, [{ table: first.table, columns }]);
      for (let place = 0; place < placesOf(universe).length; place++) {
        if (columns.status[3 * place] === 'C') assert.equal(second.status[3 * place], 'C');
      }
      for (const { message } of findings) assert.match(message, /^Table probe: \d+ figures? (is|are) hidden now/);
    }
  });
});
