/** Means, margins and weaker rules: what today's figures tell about those that were protected before, or are now. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import { isWeakened } from '../../packages/endpoint/dist/publish/disclosure/weakened-rules.js';
import { category, makeTable, type EarlierVersion, type Indicator } from './disclosure-support.ts';

const clients: Indicator = { code: 'clients', additive: true };
const mean: Indicator = { code: 'mean', disclosure: { minimum: { of: 'clients', atLeast: 10 } } };

type Kind = 'T' | 'A' | 'B' | 'C';
/** Clients and their mean, by kind. */
type Figures = Readonly<Record<Kind, readonly [clients: number, mean: number]>>;

function tableOf(figures: Figures): EarlierVersion {
  const codes = Object.keys(figures).map((code) => category(code));
  const cells = Object.entries(figures).flatMap(([kind, [count, average]]) => [
    { codes: { kind, metric: 'clients' }, value: count },
    { codes: { kind, metric: 'mean' }, value: average },
  ]);
  const dimensions = [{ id: 'kind', label: { nl: 'Kind' }, total: 'T', codes }];
  return makeTable({ dimensions, indicators: [clients, mean], cells });
}

/** The version as it is published, and the kinds of which the mean is hidden. */
async function publish(figures: Figures, earlier: readonly EarlierVersion[] = []) {
  const input = tableOf(figures);
  const result = await protectTable({ ...input, largest: null, earlier });
  if (!('columns' in result)) throw new Error(JSON.stringify(result.findings));
  const { status } = result.columns;
  const hidden = Object.keys(figures).filter((_, index) => status[2 * index + 1] === 'C');
  return { version: { table: input.table, columns: result.columns }, hidden };
}

describe('means of two versions', () => {
  const first: Figures = { T: [32, 50], A: [5, 90], B: [12, 40], C: [15, 44.7] };

  it('stay hidden, so that the one does not solve the other', async () => {
    const one = await publish(first);
    assert.deepEqual(one.hidden, ['A', 'B']);
    const two = await publish({ ...first, T: [40, 48], B: [20, 40] }, [one.version]);
    assert.ok(two.hidden.includes('A') && two.hidden.includes('B'));
  });

  it('are not covered by one that was shown before as it is now', async () => {
    const one = await publish({ ...first, T: [42, 50], A: [15, 90] });
    assert.deepEqual(one.hidden, []);
    const { hidden } = await publish({ ...first, A: [5, 91] }, [one.version]);
    // B and C are known: only without the whole can A not be computed.
    assert.deepEqual(hidden, ['T', 'A']);
  });
});

describe('a margin of uncertainty', () => {
  const bounds = { lower: 'low', upper: 'high' };
  const limits: readonly Indicator[] = [{ code: 'low' }, { code: 'high' }];

  async function statuses(indicators: readonly Indicator[], figures: readonly number[]) {
    const cells = indicators.map(({ code }, index) => ({ codes: { metric: code }, value: figures[index] ?? 0 }));
    const input = makeTable({ dimensions: [], indicators, cells });
    const result = await protectTable({ ...input, largest: null, earlier: [] });
    return 'columns' in result ? result.columns.status : [];
  }

  it('is hidden beside a rounded count, whether rounding changed it or not', async () => {
    const rounded: Indicator = { code: 'clients', bounds, disclosure: { rounding: { base: 5 } } };
    for (const count of [13, 15]) {
      assert.deepEqual(await statuses([rounded, ...limits], [count, count - 5, count + 5]), [null, 'C', 'C']);
    }
  });

  it('is hidden beside a rate of a rounded count', async () => {
    const rounded: Indicator = { code: 'clients', disclosure: { rounding: { base: 5 } } };
    const rate: Indicator = {
      code: 'rate',
      decimals: 1,
      bounds,
      derived: { numerator: 'clients', denominator: 'residents', factor: 100 },
    };
    const indicators = [rounded, { code: 'residents' }, rate, ...limits];
    assert.deepEqual(await statuses(indicators, [13, 1000, 1.3, 1, 2]), [null, null, null, 'C', 'C']);
  });

  it('takes with it what is computed from it, since it would follow from that', async () => {
    const rounded: Indicator = { code: 'clients', bounds, disclosure: { rounding: { base: 5 } } };
    const residents: Indicator = { code: 'residents' };
    for (const [margin, other] of [
      ['low', 'high'],
      ['high', 'low'],
    ] as const) {
      const derived = { numerator: margin, denominator: 'residents', factor: 100 };
      const rate: Indicator = { code: 'rate', decimals: 1, derived };
      // 1.1 % of 1000 residents would be a margin of 11.
      const found = await statuses(
        [rate, { code: margin }, { code: other }, residents, rounded],
        [1.1, 11, 15, 1000, 13],
      );
      assert.deepEqual(found, ['C', 'C', 'C', null, null]);
      assert.deepEqual(await statuses([rounded, residents, ...limits, rate], [13, 1000, 11, 15, 1.1]), [
        null,
        null,
        'C',
        'C',
        'C',
      ]);
    }
  });

  it('stays beside a rate of counts that are not rounded, though others are', async () => {
    const rounded: Indicator = { code: 'clients', disclosure: { rounding: { base: 5 } } };
    const visits: Indicator = { code: 'visits', additive: true, disclosure: { suppression: { minimum: 10 } } };
    for (const [numerator, denominator, margin] of [
      ['visits', 'residents', null],
      ['clients', 'residents', 'C'],
      ['residents', 'clients', 'C'],
    ] as const) {
      const rate: Indicator = { code: 'rate', bounds, derived: { numerator, denominator, factor: 100 } };
      const found = await statuses([rate, ...limits, rounded, visits, { code: 'residents' }], [5, 1, 9, 15, 150, 90]);
      assert.deepEqual(found, [null, margin, margin, null, null, null], `${numerator} of ${denominator}`);
    }
  });
});

describe('a rule', () => {
  const rate = { numerator: 'clients', denominator: 'residents', factor: 100 };
  const weaker = (then: Indicator, now: Indicator): boolean => {
    const guarded: Indicator = { code: 'guarded', disclosure: { suppression: { minimum: 10 } } };
    const table = (indicator: Indicator) =>
      makeTable({ dimensions: [], indicators: [indicator, guarded], cells: [] }).table;
    const [indicator] = table(now).indicators;
    return isWeakened(indicator ?? assert.fail(), table(then));
  };
  const rounding = (base: number, threshold?: number): Indicator => ({
    code: 'clients',
    disclosure: { rounding: { base, ...(threshold === undefined ? {} : { threshold }) } },
  });
  const minimum = (of: string, atLeast: number): Indicator => ({
    code: 'mean',
    disclosure: { minimum: { of, atLeast } },
  });

  for (const [name, then, now] of [
    ['is gone', rounding(5), { code: 'clients' }],
    ['is of another kind', rounding(5), { code: 'clients', disclosure: { suppression: { minimum: 10 } } }],
    ['rounds to less', rounding(5), rounding(2)],
    ['rounds to more, which narrows the figure from two sides', rounding(5), rounding(7)],
    ['hides fewer small counts', rounding(5, 10), rounding(5, 5)],
    ['hides small counts no longer', rounding(5, 10), rounding(5)],
    ['asks for fewer', minimum('clients', 10), minimum('clients', 5)],
    ['asks for as many of something else', minimum('clients', 10), minimum('residents', 10)],
    ['no longer makes a rate from protected counts', { code: 'rate', derived: rate }, { code: 'rate' }],
    [
      'makes a rate from other counts',
      { code: 'rate', derived: rate },
      { code: 'rate', derived: { ...rate, denominator: 'clients' } },
    ],
    ['forgets a margin', { code: 'rate', bounds: { lower: 'a', upper: 'b' } }, { code: 'rate' }],
  ] satisfies readonly (readonly [string, Indicator, Indicator])[]) {
    it(`that ${name} is weaker`, () => {
      assert.ok(weaker(then, now));
    });
  }

  for (const [name, then, now] of [
    ['stays', rounding(5, 10), rounding(5, 10)],
    ['hides more small counts', rounding(5, 5), rounding(5, 10)],
    ['asks for more', minimum('clients', 10), minimum('clients', 20)],
    ['is new', { code: 'clients' }, rounding(5)],
    ['is about a new indicator', rounding(5), { code: 'other' }],
  ] satisfies readonly (readonly [string, Indicator, Indicator])[]) {
    it(`that ${name} is not`, () => {
      assert.ok(!weaker(then, now));
    });
  }
});
