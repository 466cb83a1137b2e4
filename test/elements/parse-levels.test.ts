import { assert } from 'chai';
import { parseLevels, parseTarget } from '../../packages/elements/dist/shared/parse-levels.js';

describe('a level that a page gives', () => {
  it('has a point or a comma before its decimals, and a sign', () => {
    const values = parseLevels('12.5; 12,5:Nederland; -3; \u22123; 0.125; 165000').map(({ value }) => value);
    assert.deepEqual(values, [12.5, 12.5, -3, -3, 0.125, 165_000]);
  });

  it('is none where it looks like thousands, which would be a thousandth of what was meant', () => {
    for (const text of ['165.000:2030', '165,000', '-1.250', '1.250.000']) assert.equal(parseTarget(text), null, text);
  });
});
