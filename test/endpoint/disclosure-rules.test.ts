/** What rules mean: which are weaker than before, what readers are told, and which figures go with a protected one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disclosureNote } from '../../packages/endpoint/dist/publish/disclosure/disclosure-note.js';
import { needsProtection, protectTable } from '../../packages/endpoint/dist/publish/disclosure/protect-table.js';
import { leastBefore, roundCount } from '../../packages/endpoint/dist/publish/disclosure/round-counts.js';
import { isMarginLeft, isWeakened } from '../../packages/endpoint/dist/publish/disclosure/weakened-rules.js';
import { classes, makeTable, tableOfFigures, type Figures, type Indicator } from './disclosure-support.ts';

const tableWith = (...indicators: readonly Indicator[]) => makeTable({ dimensions: [], indicators, cells: [] }).table;

const suppressed: Indicator = { code: 'clients', additive: true, disclosure: { suppression: { minimum: 10 } } };
const rounding = (base: number, threshold?: number): Indicator => ({
  code: `by${base}`,
  disclosure: { rounding: { base, ...(threshold === undefined ? {} : { threshold }) } },
});
const minimum = (atLeast: number): Indicator => ({
  code: `mean${atLeast}`,
  disclosure: { minimum: { of: 'residents', atLeast } },
});

describe('a rule of before', () => {
  const weakened = (then: Indicator, now: Indicator, ...beside: readonly Indicator[]): boolean => {
    const [indicator] = tableWith(now).indicators;
    return isWeakened(indicator ?? assert.fail(), tableWith(...beside, then));
  };
  const share: Indicator = {
    code: 'share',
    derived: { numerator: 'clients', denominator: 'residents', factor: 100 },
    bounds: { lower: 'low', upper: 'high' },
  };
  const plain: Indicator = { code: 'clients', additive: true };
  const mean: Indicator = { code: 'mean', disclosure: { minimum: { of: 'clients', atLeast: 10 } } };

  for (const [name, then, now] of [
    ['no longer suppresses', suppressed, plain],
    ['rounds what it suppressed', suppressed, { ...plain, disclosure: { rounding: { base: 5 } } }],
    ['no longer asks for a minimum', mean, { code: 'mean' }],
    ['makes a rate of something else', share, { ...share, derived: { ...share.derived, numerator: 'others' } }],
    ['divides by something else', share, { ...share, derived: { ...share.derived, denominator: 'others' } }],
    ['frees the lower margin', share, { ...share, bounds: { lower: 'other', upper: 'high' } }],
    ['frees the upper margin', share, { ...share, bounds: { lower: 'low', upper: 'other' } }],
  ] as readonly (readonly [string, Indicator, Indicator])[]) {
    it(`that ${name} now is weaker`, () => {
      assert.equal(weakened(then, now, { ...suppressed, code: 'guarded' }), true);
    });
  }

  for (const [name, then, now] of [
    ['still suppresses, by whatever minimum', suppressed, { ...plain, disclosure: { suppression: { minimum: 5 } } }],
    ['asks for the same minimum', mean, mean],
    ['rounds to the same base, without a threshold', rounding(5), rounding(5)],
    ['rounds to the same base, with a threshold that is new', rounding(5), rounding(5, 3)],
    ['makes the same rate in another unit', share, { ...share, derived: { ...share.derived, factor: 1000 } }],
    ['has a margin that is new', { code: 'share' }, share],
  ] as readonly (readonly [string, Indicator, Indicator])[]) {
    it(`that ${name} is not weaker`, () => {
      assert.equal(weakened(then, now, { ...suppressed, code: 'guarded' }), false);
    });
  }

  it('is looked for by the code of the indicator, in a version that protected something', () => {
    assert.equal(weakened(share, { code: 'share' }), false);
    assert.equal(weakened(share, { code: 'share' }, suppressed), true);
    assert.equal(weakened(share, { code: 'other' }, suppressed), false);
  });

  it('leaves a margin unprotected when its figure goes', () => {
    const left = (code: string, today: readonly Indicator[], ...then: readonly Indicator[]): boolean => {
      const { indicators } = tableWith({ code }, ...today);
      return isMarginLeft(indicators[0] ?? assert.fail(), indicators, tableWith(...then));
    };
    for (const margin of ['low', 'high']) {
      assert.equal(left(margin, [], share, suppressed), true);
      assert.equal(left(margin, [share], share, suppressed), false);
      assert.equal(left(margin, [], share), false);
    }
    assert.equal(left('other', [], share, suppressed), false);
  });
});

describe('what readers are told', () => {
  const told = (...indicators: readonly Indicator[]) => disclosureNote(tableWith({ code: 'residents' }, ...indicators));

  it('of rounding: every base and threshold once, the smallest first, as numbers', () => {
    assert.deepEqual(told(rounding(10, 6), rounding(5), { ...rounding(5, 6), code: 'same' }), {
      rule: 'rounding',
      note: {
        nl:
          'Aantallen zijn afgerond op 5-tallen. Totalen zijn apart afgerond en kunnen daarom iets afwijken van de som. ' +
          'Aantallen zijn afgerond op 10-tallen. Totalen zijn apart afgerond en kunnen daarom iets afwijken van de som. ' +
          'Een aantal van 1 tot en met 5 tonen we niet.',
        en:
          'Counts are rounded to multiples of 5. Totals are rounded on their own, so they may differ a little from the sum. ' +
          'Counts are rounded to multiples of 10. Totals are rounded on their own, so they may differ a little from the sum. ' +
          'A count from 1 to 5 is not shown.',
      },
    });
  });

  it('no threshold that hides nothing', () => {
    const alone =
      'Counts are rounded to multiples of 5. Totals are rounded on their own, so they may differ a little from the sum.';
    for (const threshold of [0, 1]) assert.equal(told(rounding(5, threshold))?.note.en, alone);
    assert.equal(told(rounding(5, 2))?.note.en, `${alone} A count from 1 to 1 is not shown.`);
  });

  it('of suppression: what is hidden, but no minimum, which would help to compute it', () => {
    assert.deepEqual(told(suppressed), {
      rule: 'suppression',
      note: {
        nl: 'Kleine aantallen tonen we niet, zodat niemand te herkennen is. Soms tonen we ook een groter aantal niet: anders kun je het kleine aantal uitrekenen.',
        en: 'Small counts are not shown, so that nobody can be recognised. Sometimes a larger count is not shown either, since the small one could be computed from it.',
      },
    });
  });

  it('of a minimum: over how many a mean is shown, the smallest first', () => {
    assert.deepEqual(told(minimum(100), minimum(20)), {
      rule: 'minimum',
      note: {
        nl: 'Een gemiddelde of percentage tonen we alleen als het over minstens 20 gaat. Een gemiddelde of percentage tonen we alleen als het over minstens 100 gaat.',
        en: 'A mean or rate is shown only if it is about at least 20. A mean or rate is shown only if it is about at least 100.',
      },
    });
  });

  it('of several rules: each of them, in the order in which they are applied', () => {
    const note = told(minimum(20), suppressed, rounding(5));
    assert.equal(note?.rule, 'rounding, suppression, minimum');
    assert.equal(
      note.note.en,
      'Counts are rounded to multiples of 5. Totals are rounded on their own, so they may differ a little from the sum. ' +
        'Small counts are not shown, so that nobody can be recognised. Sometimes a larger count is not shown either, since the small one could be computed from it. ' +
        'A mean or rate is shown only if it is about at least 20.',
    );
  });

  it('and only a table with a rule needs protection', () => {
    assert.equal(needsProtection(tableWith({ code: 'residents' }, rounding(5))), true);
    assert.equal(needsProtection(tableWith({ code: 'residents' })), false);
  });
});

describe('a rounded count', () => {
  it('is shown from the threshold upwards', () => {
    assert.deepEqual(
      [4, 5, 6].map((count) => roundCount(count, { base: 2, threshold: 5 })),
      [Number.NaN, 6, 6],
    );
  });

  it('is at least what is rounded up to it', () => {
    assert.deepEqual([leastBefore(10, { base: 5 }), leastBefore(12, { base: 4 })], [8, 10]);
  });
});

/** What is published of figures of one place, by indicator; a text is the status of a figure that is not there. */
async function published(indicators: readonly Indicator[], figures: Figures) {
  const input = tableOfFigures('metric', figures, { dimensions: [], indicators });
  const result = await protectTable({ ...input, largest: null, earlier: [] });
  if (!('columns' in result)) throw new Error(JSON.stringify(result.findings));
  const { values, status } = result.columns;
  // A figure that is not there has to be gone itself, not only called so.
  return Object.fromEntries(
    Object.keys(figures).map((code, row) => [code, Number.isNaN(values[row]) ? status[row] : values[row]]),
  );
}

describe('a figure that is not there by its status', () => {
  it('is not published, though the source has it', async () => {
    const cells = [{ codes: {}, value: 40, status: 'U' as const }];
    const input = makeTable({ dimensions: [], indicators: [suppressed], cells });
    const result = await protectTable({ ...input, largest: null, earlier: [] });
    assert.ok('columns' in result);
    assert.deepEqual([...result.columns.values], [Number.NaN]);
  });
});

describe('rates of protected counts', () => {
  const clients: Indicator = { code: 'clients', disclosure: { rounding: { base: 5, threshold: 5 } } };
  const residents: Indicator = { code: 'residents' };
  const share: Indicator = {
    code: 'share',
    decimals: 1,
    derived: { numerator: 'clients', denominator: 'residents', factor: 100 },
  };
  const indicators = [share, clients, residents];

  it('without a count or with nobody to divide by are not available', async () => {
    for (const residents of ['O', 0] as const) {
      assert.deepEqual(await published(indicators, { clients: 15, residents, share: 5 }), {
        clients: 15,
        residents,
        share: 'O',
      });
    }
    assert.equal((await published(indicators, { clients: 'N', residents: 90, share: 5 })).share, 'O');
  });

  it('keep why they are missing', async () => {
    assert.equal((await published(indicators, { clients: 13, residents: 90, share: 'U' })).share, 'U');
    assert.equal((await published(indicators, { clients: 'O', residents: 90, share: 'N' })).share, 'N');
  });

  it('are hidden where the source hides the count', async () => {
    assert.equal((await published(indicators, { clients: 'C', residents: 90, share: 14.4 })).share, 'C');
    assert.equal((await published(indicators, { clients: 13, residents: 'C', share: 14.4 })).share, 'C');
  });

  it('come before the rates that are computed from them, whatever their order', async () => {
    const again: Indicator = {
      code: 'again',
      decimals: 1,
      derived: { numerator: 'share', denominator: 'residents', factor: 100 },
    };
    // 15 of 90 is 16.7, and 100 × 16.7 ÷ 90 is 18.6; of the unprotected 14.4 it would be 16.
    const figures = { clients: 13, residents: 90, share: 14.4, again: 16 };
    for (const order of [
      [again, ...indicators],
      [...indicators, again],
    ]) {
      assert.deepEqual(await published(order, figures), { clients: 15, residents: 90, share: 16.7, again: 18.6 });
    }
    assert.equal((await published([again, ...indicators], { ...figures, clients: 3 })).again, 'C');
  });

  it('that nothing protected is in stay as the source has them', async () => {
    const other: Indicator = { ...share, code: 'other', derived: { ...share.derived, numerator: 'free' } as never };
    const figures = { free: 13, residents: 90, other: 14.5 };
    assert.deepEqual(await published([clients, residents, { code: 'free' }, other], figures), figures);
  });

  it('over a rounded count are shown, unless that is nothing', async () => {
    const per: Indicator = { code: 'per', derived: { numerator: 'residents', denominator: 'clients', factor: 1 } };
    assert.equal((await published([per, clients, residents], { clients: 13, residents: 90, per: 7 })).per, 6);
  });

  it('end where definitions go round in a circle, and their margins are hidden', async () => {
    const bounds = { lower: 'low', upper: 'high' };
    const derived = { numerator: 'back', denominator: 'residents', factor: 100 };
    const round: Indicator = { code: 'round', bounds, derived };
    const back: Indicator = { code: 'back', derived: { numerator: 'round', denominator: 'clients', factor: 1 } };
    const found = await published([round, back, clients, residents, { code: 'low' }, { code: 'high' }], {
      clients: 13,
      residents: 90,
      round: 4,
      back: 2,
      low: 1,
      high: 9,
    });
    assert.deepEqual([found.low, found.high], ['C', 'C']);
  });
});

describe('a mean over few', () => {
  const people: Indicator = { code: 'people' };
  const mean: Indicator = {
    code: 'mean',
    decimals: 1,
    bounds: { lower: 'low', upper: 'high' },
    disclosure: { minimum: { of: 'people', atLeast: 10 } },
  };
  const indicators = [mean, { code: 'low' }, { code: 'high' }, people];

  it('is hidden where its base is, with both of its margins', async () => {
    const figures = { people: 'C', mean: 7, low: 6, high: 8 } as const;
    assert.deepEqual(await published(indicators, figures), { people: 'C', mean: 'C', low: 'C', high: 'C' });
    // The source may give one margin, or none.
    assert.deepEqual(await published(indicators, { people: 9, mean: 7, high: 8 }), { people: 9, mean: 'C', high: 'C' });
  });

  it('keeps why it is missing, and with enough its margins', async () => {
    assert.equal((await published(indicators, { people: 9, mean: 'N' })).mean, 'N');
    const figures = { people: 10, mean: 7, low: 6, high: 8 };
    assert.deepEqual(await published(indicators, figures), figures);
  });

  it('leaves margins of what is not protected to the source', async () => {
    const free: Indicator = { code: 'free', bounds: { lower: 'from', upper: 'to' } };
    const found = await published([...indicators, free, { code: 'from' }, { code: 'to' }], {
      ...{ people: 9, mean: 7, free: 'C', from: 1, to: 2 },
    });
    assert.deepEqual([found.from, found.to], [1, 2]);
  });

  it('is hidden over a count that goes to protect another', async () => {
    const of: Indicator = { code: 'mean', disclosure: { minimum: { of: 'clients', atLeast: 10 } } };
    // Two of one client are too few to hide each other: c, over enough, is hidden with them.
    const clients = { 'a/clients': 1, 'b/clients': 1, 'c/clients': 30, 'd/clients': 200, 'T/clients': 232 };
    const means = { 'a/mean': 7, 'b/mean': 7, 'c/mean': 7, 'd/mean': 7, 'T/mean': 7 };
    const dimensions = [classes(['a', 'b', 'c', 'd', 'T'])];
    const input = tableOfFigures('kind/metric', { ...clients, ...means }, { dimensions, indicators: [suppressed, of] });
    const result = await protectTable({ ...input, largest: null, earlier: [] });
    assert.ok('columns' in result);
    assert.deepEqual(result.columns.status, ['C', 'C', 'C', null, null, 'C', 'C', 'C', null, null]);
  });
});
