import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJsonStat } from '@peilglas/client/json-stat';
import type { Observation } from '@peilglas/model';

/** The one observation of a dataset with this value and status. */
function observe(value: number | null, status: string): Observation {
  const cube = parseJsonStat({
    class: 'dataset',
    id: ['time'],
    size: [1],
    dimension: { time: { category: { index: ['2023'] } } },
    value: [value],
    status,
  });
  return cube.observation({ time: '2023' });
}

describe('statuses', () => {
  it('of our own are taken as they are', () => {
    for (const status of ['A', 'P', 'R', 'E', 'B'])
      assert.deepEqual(observe(1, status), { value: 1, status, reason: null });
    for (const status of ['U', 'C', 'M', 'O', 'N']) {
      const seen = observe(1, status);
      assert.equal(seen.value, null, `${status} hides the figure`);
      assert.equal(seen.status, status);
      assert.equal(seen.original, undefined);
    }
  });

  const others: readonly (readonly [string, number | null, Observation['status']])[] = [
    ['p', 1, 'P'],
    ['b', 1, 'B'],
    ['e', 1, 'E'],
    ['s', 1, 'E'],
    ['r', 1, 'A'],
    ['u', 1, 'U'],
    ['c', null, 'C'],
    ['z', null, 'M'],
    [':', null, 'O'],
    ['bp', 1, 'P'],
    ['pb', 1, 'P'],
    ['be', 1, 'E'],
    ['bd', 1, 'B'],
    [': c', null, 'C'],
    ['f', 1, 'E'],
    [':', 1, 'O'],
    ['..', null, 'O'],
    ['..', 1, 'O'],
    ['.', null, 'O'],
    ['.', 1, 'O'],
    ['-', null, 'M'],
    ['-', 0, 'A'],
    ['–', null, 'M'],
    ['–', 0, 'A'],
    ['…', null, 'N'],
    [' ', null, 'M'],
    [' ', 1, 'M'],
    [' p ', 1, 'P'],
    ['b p', 1, 'P'],
    ['cu', 1, 'C'],
    ['zu', 1, 'U'],
    [':z', 1, 'M'],
    ['p:', 1, 'O'],
    // Words that begin or end as such letters do.
    ['bezig', 1, 'A'],
    ['Xxbe', 1, 'A'],
    ['*', 1, 'P'],
    ['**', 1, 'R'],
  ];
  for (const [text, value, status] of others) {
    it(`"${text}" ${value === null ? 'without a figure' : `beside ${value}`} is ${status}, and is kept`, () => {
      const seen = observe(value, text);
      assert.equal(seen.status, status);
      assert.equal(seen.original, text);
      assert.equal(seen.value, seen.reason === null ? value : null);
    });
  }

  it('that are unknown mean not available, or leave a published figure in sight', () => {
    assert.deepEqual(observe(null, 'withdrawn'), {
      value: null,
      status: 'O',
      reason: 'not-available',
      original: 'withdrawn',
    });
    assert.deepEqual(observe(12, 'd'), { value: 12, status: 'A', reason: null, original: 'd' });
  });
});
