/** Codes of one dimension of which the figures may add up to that of another: of a total, of a tree, of the calendar. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { familiesOf } from '../../packages/endpoint/dist/publish/disclosure/families.js';
import { category, type Table } from './disclosure-support.ts';

type Dimension = Table['dimensions'][number];

describe('codes that may add up', () => {
  const kinds = (codes: Dimension['codes'], total?: string): Dimension => ({
    id: 'kind',
    label: { nl: 'Kind' },
    codes,
    ...(total === undefined ? {} : { total }),
  });
  const periods = (...codes: readonly string[]): readonly string[] =>
    familiesOf({ id: 'time', role: 'time', label: { nl: 'Time' }, codes: codes.map((code) => category(code)) }).map(
      ({ whole, parts, complete }) => {
        assert.ok(complete);
        return `${codes[whole] ?? '?'} = ${parts.map((part) => codes[part]).join(' + ')}`;
      },
    );

  it('are all those without a parent beside the total, which is then complete', () => {
    const dimension = kinds([category('a'), category('b'), category('b1', 'b'), category('T')], 'T');
    assert.deepEqual(familiesOf(dimension), [
      { whole: 1, parts: [2], complete: false },
      { whole: 3, parts: [0, 1], complete: true },
    ]);
  });

  it('are those under the total only, where it has some', () => {
    const dimension = kinds([category('other'), category('a', 'T'), category('b', 'T'), category('T')], 'T');
    assert.deepEqual(familiesOf(dimension), [{ whole: 3, parts: [1, 2], complete: true }]);
  });

  it('are none where there is neither a total nor a parent, nor among indicators', () => {
    assert.deepEqual(familiesOf(kinds([category('a'), category('b')])), []);
    assert.deepEqual(familiesOf(kinds([category('a'), category('b')], 'T')), []);
    assert.deepEqual(familiesOf({ ...kinds([category('a'), category('T')], 'T'), role: 'metric' }), []);
  });

  it('are periods that fill a longer one from its first day to its last', () => {
    assert.deepEqual(periods('2024', '2024-H1', '2024-H2'), ['2024 = 2024-H1 + 2024-H2']);
    assert.deepEqual(periods('2024', '2024-H1', '2025-H2'), []);
    assert.deepEqual(periods('2024', '2024-H2'), []);
    assert.deepEqual(periods('2024-Q1', '2024-H1', '2024-Q2'), ['2024-H1 = 2024-Q1 + 2024-Q2']);
    assert.deepEqual(periods('2023', '2024', '2023-2024'), ['2023-2024 = 2023 + 2024']);
  });

  it('are periods of one kind each, or of several where none does it alone', () => {
    assert.deepEqual(periods('2024', '2024-H1', '2024-H2', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'), [
      '2024 = 2024-H1 + 2024-H2',
      '2024 = 2024-Q1 + 2024-Q2 + 2024-Q3 + 2024-Q4',
      '2024-H1 = 2024-Q1 + 2024-Q2',
      '2024-H2 = 2024-Q3 + 2024-Q4',
    ]);
    assert.deepEqual(periods('2024', '2024-Q1', '2024-Q2', '2024-H1', '2024-Q3', '2024-Q4', '2024-H2').length, 4);
    assert.deepEqual(periods('2024', '2024-Q3', '2024-H1', '2024-Q4'), ['2024 = 2024-H1 + 2024-Q3 + 2024-Q4']);
  });

  it('are periods of any kind, also of those that seldom fill another', () => {
    assert.deepEqual(periods('2021-2024', '2021-2022', '2023-2024'), ['2021-2024 = 2021-2022 + 2023-2024']);
    // February 2021 began on a Monday.
    assert.deepEqual(periods('2021-02', '2021-W05', '2021-W06', '2021-W07', '2021-W08'), [
      '2021-02 = 2021-W05 + 2021-W06 + 2021-W07 + 2021-W08',
    ]);
    const days = ['01', '02', '03', '04', '05', '06', '07'].map((date) => `2021-02-${date}`);
    assert.deepEqual(periods('2021-W05', ...days), [`2021-W05 = ${days.join(' + ')}`]);
    // A school year is from August to July.
    assert.deepEqual(periods('2023-2024', '2023-H1', '2023-07', '2023SJ00', '2024-08', '2024-09', '2024-Q4'), [
      '2023-2024 = 2023-H1 + 2023-07 + 2023SJ00 + 2024-08 + 2024-09 + 2024-Q4',
    ]);
  });

  it('are not the same period written twice, nor what is no period at all', () => {
    assert.deepEqual(periods('2024', '2024JJ00'), []);
    assert.deepEqual(periods('unknown', '2024', '2024-H1', '2024-H2'), ['2024 = 2024-H1 + 2024-H2']);
  });
});
