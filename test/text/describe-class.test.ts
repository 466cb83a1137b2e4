import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FigureClass } from '@peilglas/model';
import { describeClass } from '@peilglas/text';
import { indicator, plain } from './builders.ts';

const share = indicator('Jongeren met jeugdhulp', '%', { decimals: 0 });
const tell = (from: FigureClass['from'], to: FigureClass['to'], isClosed = false) =>
  plain(describeClass({ from, to, isClosed }, share, 'nl'));

describe('describeClass', () => {
  it('says where a figure on a bound belongs', () => {
    assert.equal(tell(10, 20), '10 % tot 20 %');
    assert.equal(tell(10, 20, true), '10 % tot en met 20 %');
  });

  it('has words for a class without a lowest or highest figure', () => {
    assert.equal(tell(null, 10), 'minder dan 10 %');
    assert.equal(tell(50, null), '50 % of meer');
    assert.equal(tell(null, null), '');
  });

  it('is one figure where the class holds one', () => {
    assert.equal(tell(10, 10, true), '10 %');
  });
});
