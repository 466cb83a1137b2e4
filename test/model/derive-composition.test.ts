import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deriveComposition, isWholeUnknown, type Observation } from '@peilglas/model';
import { figure, figures } from './build.ts';

const people = { unit: 'inwoners', decimals: 0 };
const secret: Observation = { value: null, status: 'C', reason: 'confidential' };
const impossible: Observation = { value: null, status: 'M', reason: 'not-applicable' };

describe('deriveComposition', () => {
  it('gives each part as a share of the published whole', () => {
    assert.deepEqual(deriveComposition(figures(41, 59), figure(100), people), {
      shares: [0.41, 0.59],
      whole: 100,
      origin: 'published',
      rest: null,
      exceeds: false,
      unknown: 0,
    });
  });

  it('adds the parts up where nobody publishes a whole, and takes 100 for percentages', () => {
    const { whole, origin } = deriveComposition(figures(1, 3), null, people);
    assert.deepEqual([whole, origin], [4, 'sum']);
    const shares = deriveComposition(figures(12.5, 87.5), null, { unit: '%', decimals: 1 });
    assert.deepEqual([shares.whole, shares.shares], [100, [0.125, 0.875]]);
  });

  it('says what the parts leave of the whole, or that they are more than it, beyond rounding', () => {
    assert.equal(deriveComposition(figures(41, 52), figure(100), people).rest, 7);
    assert.equal(deriveComposition(figures(41, 58), figure(100), people).rest, null, 'rounding');
    assert.equal(deriveComposition(figures(41, 66), figure(100), people).exceeds, true);
    assert.equal(deriveComposition(figures(33.3, 33.3, 33.3), null, { unit: '%', decimals: 1 }).rest, null);
  });

  it('allows for figures that are rounded to 5 or 10', () => {
    assert.equal(deriveComposition(figures(35, 45, 15), figure(100), people).rest, null);
    assert.equal(deriveComposition(figures(30, 50, 10), figure(100), people).rest, null);
    assert.equal(deriveComposition(figures(30, 40, 10), figure(101), people).rest, 21);
    assert.equal(deriveComposition(figures(40, 55), figure(100), people, true).rest, null);
  });

  it('takes no few round counts, and no percentages, for rounded to 5 or 10', () => {
    assert.equal(deriveComposition(figures(60, 30), figure(100), people).rest, 10);
    assert.equal(deriveComposition(figures(0, 0, 60, 30), figure(100), people).rest, 10);
    assert.equal(deriveComposition(figures(30, 50, 10), null, { unit: '%', decimals: 0 }).rest, 10);
    assert.equal(deriveComposition(figures(20, 40, 50), null, { unit: '%', decimals: 0 }, true).exceeds, true);
  });

  it('never works out a part that is missing', () => {
    const one = deriveComposition([...figures(40), secret], figure(100), people);
    assert.deepEqual([one.shares, one.rest, one.unknown], [[0.4, null], null, 1]);
    const sum = deriveComposition([...figures(40), secret], null, people);
    assert.deepEqual([sum.shares, sum.whole], [[null, null], null]);
  });

  it('never works out a whole that is confidential', () => {
    const { shares, whole } = deriveComposition(figures(40, 60), secret, people);
    assert.deepEqual([shares, whole], [[null, null], null]);
  });

  it('does not miss what cannot exist', () => {
    const { unknown, whole, shares } = deriveComposition([...figures(40, 60), impossible], null, people);
    assert.deepEqual([unknown, whole, shares], [0, 100, [0.4, 0.6, null]]);
  });

  it('has no shares of nothing, and none with a part below zero', () => {
    assert.equal(deriveComposition(figures(0, 0), figure(0), people).whole, null);
    assert.equal(deriveComposition(figures(-4, 8), null, people).whole, null);
    assert.equal(deriveComposition([], null, people).whole, null);
  });

  it('takes for rounding what is as large as rounding can be, and no more', () => {
    const three = (last: number, whole = 100) => deriveComposition(figures(33, 33, last), figure(whole), people);
    assert.deepEqual([three(32).rest, three(31).rest], [null, 3]);
    assert.deepEqual([three(36).exceeds, three(37).exceeds], [false, true]);
    const tenths = { unit: 'uren', decimals: 1 };
    assert.notEqual(deriveComposition(figures(33.3, 33.3, 33), figure(100), tenths).rest, null);
    const unsaid = { unit: 'uren', decimals: null };
    assert.equal(deriveComposition(figures(33, 33, 31), figure(100), unsaid).rest, 3);
  });

  it('takes 100 for percentages also where parts leave something of it, and says that it does', () => {
    const { whole, origin, rest } = deriveComposition(figures(21, 33), null, { unit: '%', decimals: 0 });
    assert.deepEqual([whole, origin, rest], [100, 'percentage', 46]);
  });

  it('has no share for a part that is more than the whole, beyond rounding: that is no part of it', () => {
    const percentages = { unit: '%', decimals: 1 };
    const rates = deriveComposition(figures(76.9, 63.6), figure(74), percentages);
    assert.deepEqual([rates.shares, rates.whole, rates.exceeds], [[null, null], null, true]);
    assert.deepEqual(deriveComposition(figures(101, 0), figure(100), people).shares, [1.01, 0]);
  });

  it('does not add up averages and rates', () => {
    const average = { unit: 'm³', decimals: 0, measuringType: 'average' as const };
    assert.equal(deriveComposition(figures(700, 900), null, average).whole, null);
    assert.equal(deriveComposition(figures(7, 9), null, { unit: 'per 1.000 inwoners', decimals: 1 }).whole, null);
    assert.equal(deriveComposition(figures(7, 9), figure(16), average).whole, 16);
  });

  it('has a share of nothing for a part that is zero, and no more than a whole where there is none', () => {
    assert.deepEqual(deriveComposition(figures(0, 7), figure(7), people).shares, [0, 1]);
    assert.equal(deriveComposition(figures(3), figure(0), people).exceeds, false);
  });
});

describe('isWholeUnknown', () => {
  const isUnknown = (parts: readonly Observation[], total: Observation | null): boolean =>
    isWholeUnknown(deriveComposition(parts, total, people), total);

  it('is so where the total is secret, or a part is and nobody publishes a total', () => {
    assert.ok(isUnknown(figures(1, 2), secret));
    assert.ok(isUnknown([figure(1), secret], null));
  });

  it('is not so where there are shares, the total is 0, or figures are below zero', () => {
    assert.ok(!isUnknown(figures(1, 2), figure(3)));
    assert.ok(!isUnknown(figures(0, 0), figure(0)));
    assert.ok(!isUnknown(figures(-1, 2), null));
  });
});
