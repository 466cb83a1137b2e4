/** Rounding of counts, and what hangs on them: rates, means over few, margins. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addRates } from '../../packages/endpoint/dist/publish/disclosure/add-rates.js';
import { CellIndex } from '../../packages/endpoint/dist/publish/disclosure/cell-index.js';
import { disclosureNote } from '../../packages/endpoint/dist/publish/disclosure/disclosure-note.js';
import { protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import { roundCount } from '../../packages/endpoint/dist/publish/disclosure/round-counts.js';
import { makeTable, type Cell, type Indicator } from './disclosure-support.ts';

describe('rounding a count', () => {
  const bases = fc.integer({ min: 2, max: 100 });
  const counts = fc.nat(100_000);

  it('gives a multiple of the base, at most half a base away, and the same one each time', () => {
    fc.assert(
      fc.property(bases, counts, (base, count) => {
        const rounded = roundCount(count, { base });
        assert.equal(rounded % base, 0);
        assert.ok(Math.abs(rounded - count) <= base / 2);
        assert.equal(roundCount(count, { base }), rounded);
        assert.equal(roundCount(rounded, { base }), rounded);
      }),
    );
  });

  it('keeps the order of counts, and rounds halves upwards', () => {
    fc.assert(
      fc.property(bases, counts, counts, (base, a, b) => {
        assert.ok(roundCount(Math.min(a, b), { base }) <= roundCount(Math.max(a, b), { base }));
      }),
    );
    assert.equal(roundCount(5, { base: 10 }), 10);
  });

  it('gives no figure from 1 up to the threshold, and zero for zero', () => {
    fc.assert(
      fc.property(bases, fc.integer({ min: 2, max: 50 }), counts, (base, threshold, count) => {
        assert.equal(Number.isNaN(roundCount(count, { base, threshold })), count > 0 && count < threshold);
      }),
    );
    assert.equal(roundCount(0, { base: 5, threshold: 10 }), 0);
  });
});

describe('rates that a source leaves out', () => {
  const people: Indicator = { code: 'people' };
  const share: Indicator = {
    code: 'share',
    decimals: 1,
    derived: { numerator: 'clients', denominator: 'people', factor: 100 },
  };

  /** Metric, value and status of every observation, with the rates. */
  function withRates(figures: Readonly<Record<string, number>>): readonly (readonly unknown[])[] {
    const indicators = [people, { code: 'clients' }, share];
    const cells = Object.entries(figures).map(([metric, value]): Cell => ({ codes: { metric }, value }));
    const { table, columns } = makeTable({ dimensions: [], indicators, cells });
    const { positions, values, status } = addRates(table, columns, new CellIndex(table, columns));
    const metrics = positions.at(-1) ?? [];
    return Array.from(values, (value, row) => [indicators[metrics[row] ?? 0]?.code, value, status[row] ?? null]);
  }

  it('are their parts, divided, times the factor', () => {
    assert.deepEqual(withRates({ people: 400, clients: 30 }).slice(2), [['share', 7.5, null]]);
  });

  it('are not there again where the source has them, nor where it lacks a part', () => {
    assert.equal(withRates({ people: 400, clients: 30, share: 7.5 }).length, 3);
    assert.deepEqual(withRates({ people: 400 }), [['people', 400, null]]);
    assert.deepEqual(withRates({ clients: 30 }), [['clients', 30, null]]);
  });

  it('have no figure where there is nobody to divide by', () => {
    assert.deepEqual(withRates({ people: 0, clients: 0 }).slice(2), [['share', Number.NaN, 'O']]);
  });
});

const rounded: Indicator = { code: 'clients', disclosure: { rounding: { base: 5, threshold: 5 } } };
const residents: Indicator = { code: 'residents' };
const share: Indicator = {
  code: 'share',
  decimals: 1,
  derived: { numerator: 'clients', denominator: 'residents', factor: 100 },
};

async function protectedCells(indicators: readonly Indicator[], figures: Readonly<Record<string, number>>) {
  const cells = Object.entries(figures).map(([metric, value]): Cell => ({ codes: { metric }, value }));
  const { table, columns } = makeTable({ dimensions: [], indicators, cells });
  const protection = await protectTable({ table, columns, largest: null, earlier: [] });
  if (!('columns' in protection)) throw new Error(JSON.stringify(protection.findings));
  const { values, status } = protection.columns;
  return Object.fromEntries(Object.keys(figures).map((code, row) => [code, status[row] ?? values[row]] as const));
}

describe('figures that hang on rounded counts', () => {
  it('a rate is computed from the rounded count', async () => {
    assert.deepEqual(await protectedCells([rounded, residents, share], { clients: 13, residents: 90, share: 14.4 }), {
      clients: 15,
      residents: 90,
      share: 16.7,
    });
  });

  it('a rate of a hidden count is hidden, also where the count is the denominator or the rate has no figure', async () => {
    const upsideDown: Indicator = {
      code: 'per-client',
      decimals: 1,
      derived: { numerator: 'residents', denominator: 'clients', factor: 1 },
    };
    const figures = { clients: 3, residents: 90, share: Number.NaN, 'per-client': 30 };
    assert.deepEqual(await protectedCells([rounded, residents, share, upsideDown], figures), {
      clients: 'C',
      residents: 90,
      share: 'C',
      'per-client': 'C',
    });
  });

  it('a rate over a count that was rounded to nothing is hidden', async () => {
    const few: Indicator = { code: 'clients', disclosure: { rounding: { base: 10 } } };
    const per: Indicator = { code: 'per', derived: { numerator: 'residents', denominator: 'clients', factor: 1 } };
    assert.equal((await protectedCells([few, residents, per], { clients: 3, residents: 9, per: 3 })).per, 'C');
    assert.equal((await protectedCells([few, residents, per], { clients: 0, residents: 9, per: Number.NaN })).per, 'C');
  });

  it('a mean is shown only where the rounded count alone proves that there are enough', async () => {
    const mean: Indicator = { code: 'mean', disclosure: { minimum: { of: 'clients', atLeast: 10 } } };
    for (const clients of [4, 9, 10, 12]) {
      assert.equal((await protectedCells([rounded, mean], { clients, mean: 7 })).mean, 'C', `of ${clients}`);
    }
    assert.equal((await protectedCells([rounded, mean], { clients: 13, mean: 7 })).mean, 7);
  });

  it('is so whatever the order of the indicators, and just enough is enough', async () => {
    const of = (atLeast: number): Indicator => ({ code: 'mean', disclosure: { minimum: { of: 'clients', atLeast } } });
    // 14 is published as 15, which may be 13.
    assert.equal((await protectedCells([of(14), rounded], { clients: 14, mean: 7 })).mean, 'C');
    assert.equal((await protectedCells([of(13), rounded], { clients: 14, mean: 7 })).mean, 7);
    const per: Indicator = { code: 'per', derived: { numerator: 'residents', denominator: 'clients', factor: 1 } };
    assert.equal((await protectedCells([per, rounded, residents], { clients: 0, residents: 9, per: 3 })).per, 'C');
  });

  it('a mean over an unprotected count is hidden below the minimum', async () => {
    const mean: Indicator = { code: 'mean', disclosure: { minimum: { of: 'residents', atLeast: 10 } } };
    assert.equal((await protectedCells([residents, mean], { residents: 9, mean: 7 })).mean, 'C');
    assert.equal((await protectedCells([residents, mean], { residents: 10, mean: 7 })).mean, 7);
    assert.equal((await protectedCells([residents, mean], { residents: Number.NaN, mean: 7 })).mean, 'C');
  });

  it('margins of uncertainty go with the figure', async () => {
    const mean: Indicator = {
      code: 'mean',
      bounds: { lower: 'low', upper: 'high' },
      disclosure: { minimum: { of: 'residents', atLeast: 10 } },
    };
    const hidden = await protectedCells([residents, mean, { code: 'low' }, { code: 'high' }], {
      residents: 9,
      mean: 7,
      low: 6,
      high: 8,
    });
    assert.deepEqual(hidden, { residents: 9, mean: 'C', low: 'C', high: 'C' });
  });
});

describe('the note on disclosure control', () => {
  it('names the rules and says in Dutch and English what a reader sees', () => {
    const { table } = makeTable({ dimensions: [], indicators: [rounded, residents], cells: [] });
    const note = disclosureNote(table);
    assert.equal(note?.rule, 'rounding');
    assert.match(note.note.nl, /afgerond op 5-tallen.*van 1 tot en met 4 tonen we niet/);
    assert.match(note.note.en ?? '', /multiples of 5.*from 1 to 4 is not shown/);
  });

  it('is absent where no rule is', () => {
    assert.equal(disclosureNote(makeTable({ dimensions: [], indicators: [residents], cells: [] }).table), null);
  });
});
