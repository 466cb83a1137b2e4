import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  breaksBetween,
  parsePeriod,
  SelectionError,
  Series,
  withGaps,
  type Point,
  type SeriesBreak,
} from '@peilglas/model';
import { dimension, figure, makeCube } from './build.ts';

const codesOf = (points: Iterable<Point>): string[] => Array.from(points, ({ code }) => code);

function point(code: string, value: number | null = 1): Point {
  return { code, label: code, period: parsePeriod(code), observation: figure(value) };
}

describe('a series', () => {
  it('runs in order of time, unknown periods last, whatever the publisher’s order', () => {
    const series = makeCube().series({ Region: 'GM0153', Topic: 'share' });
    assert.deepEqual(codesOf(series), ['2021', '2022', '2023', 'unknown']);
    assert.deepEqual(
      Array.from(series, ({ observation }) => observation.value),
      [11, 13, 9, 15],
    );
    assert.equal(series.length, 4);
    assert.equal(series.indicator.unit, '%');
    assert.equal(series.at(0)?.period?.kind, 'year');
    assert.equal(series.at(-1)?.period, null);
    assert.equal(series.at(4), undefined);
  });

  it('has points of one kind of period beside each other, and what is no known period', () => {
    const time = dimension('Period', ['2023', '2023KW01', '2022', '2023KW02', 'unknown'], { role: 'time' });
    const read = (position: number) => figure(position);
    const series = new Series(makeCube().indicator('share'), time, read);
    const alike = (code: string) => codesOf(series.alike(series.find(code) ?? point('')));
    assert.deepEqual(alike('2023'), ['2022', '2023', 'unknown']);
    assert.deepEqual(alike('2023KW02'), ['2023KW01', '2023KW02', 'unknown']);
    assert.equal(alike('unknown').length, 5);
  });

  it('runs along another dimension in the publisher’s order', () => {
    const series = makeCube().series({ Period: '2022', Topic: 'people' }, 'Region');
    assert.deepEqual(codesOf(series), ['NL01', 'GM0153', 'GM0164']);
    assert.deepEqual(
      Array.from(series, ({ observation }) => observation.value),
      [4, 12, 20],
    );
    assert.equal(series.at(1)?.label, 'Enschede');
  });

  it('finds a point by its code, and none for an unknown code', () => {
    const series = makeCube().series({ Topic: 'people' });
    assert.equal(series.find('2022')?.observation.value, 4);
    assert.equal(series.find('1999'), undefined);
  });

  it('refuses a table without time, and a dimension left open', () => {
    const timeless = makeCube({ dimensions: [dimension('Region', ['NL01'])] });
    assert.throws(() => timeless.series({}), SelectionError);
    assert.throws(() => makeCube().series({}), SelectionError);
  });

  it('has as latest the last point that says something', () => {
    const statuses = (...texts: string[]) =>
      makeCube({
        dimensions: [dimension('Period', ['2020', '2021', '2022'], { role: 'time' })],
        values: [1, 2, 3],
        statuses: texts,
        readStatus: (text) => ({ status: text === 'C' ? 'C' : text === 'N' ? 'N' : 'O' }),
      }).series({}).latest?.code;
    assert.equal(statuses('', '', ''), '2022');
    assert.equal(statuses('', '', 'N'), '2021');
    assert.equal(statuses('', 'O', 'N'), '2020');
    assert.equal(statuses('', 'C', 'N'), '2021', 'a confidential point is not skipped for an older figure');
    assert.equal(statuses('O', 'O', 'N'), '2022', 'nothing but gaps: the last');
    const empty = makeCube().slice({ Period: [] }).series({ Topic: 'people' });
    assert.equal(empty.latest, undefined);
  });
});

describe('withGaps', () => {
  it('puts in the periods left out, without a figure', () => {
    const points = withGaps([point('2019-Q3'), point('2020-Q2', null), point('2020-Q3')]);
    assert.deepEqual(
      points.map(({ period, observation }) => [period?.year, period?.part, observation.value]),
      [
        [2019, 3, 1],
        [2019, 4, null],
        [2020, 1, null],
        [2020, 2, null],
        [2020, 3, 1],
      ],
    );
    assert.equal(points[1]?.observation.reason, 'not-available');
    assert.equal(new Set(codesOf(points)).size, 5);
    assert.deepEqual(
      points.slice(1, 2).map(({ code, label, observation }) => [code, label, observation.status]),
      [['2019-Q3+1', '', 'O']],
    );
  });

  it('leaves mixed, unknown and unbroken series as they are', () => {
    for (const points of [
      [point('2019'), point('2021-Q1')],
      [point('x'), point('y')],
      [point('2019'), point('2020')],
      [],
    ]) {
      assert.deepEqual(withGaps(points), points);
    }
  });

  it('does not fill ages: a slip in a code must not hang the page', () => {
    assert.ok(withGaps([point('0200-01-01'), point('9999-01-01')]).length <= 1001);
  });
});

describe('breaksBetween', () => {
  const breaks: SeriesBreak[] = [
    { period: '2021-H1', note: 'new law', indicators: null },
    { period: '2019', note: 'new count', indicators: ['jobs'] },
    { period: 'some time', note: 'not dated', indicators: null },
  ];
  const notes = (indicator: string, from: string | null, to: string | null) =>
    breaksBetween(
      breaks,
      indicator,
      from === null ? null : parsePeriod(from),
      to === null ? null : parsePeriod(to),
    ).map(({ note }) => note);

  it('counts a break that starts after the first period, up to and with the last', () => {
    assert.deepEqual(notes('people', '2020-H2', '2021-H1'), ['new law']);
    assert.deepEqual(notes('people', '2021-H1', '2021-H2'), []);
    assert.deepEqual(notes('people', '2020-H1', '2020-H2'), []);
    assert.deepEqual(notes('people', '2018', '2022'), ['new law']);
  });

  it('counts a break of a year from the first week of that year, which begins in December', () => {
    const year: SeriesBreak[] = [{ period: '2020', note: 'new', indicators: null }];
    const count = (from: string, to: string) =>
      breaksBetween(year, 'people', parsePeriod(from), parsePeriod(to)).length;
    assert.equal(count('2019-W52', '2020-W01'), 1);
    assert.equal(count('2020-W01', '2020-W02'), 0);
  });

  it('counts a break for the indicators it concerns', () => {
    assert.deepEqual(notes('jobs', '2018', '2022'), ['new law', 'new count']);
    assert.deepEqual(notes('jobs', '2019', '2020'), []);
  });

  it('counts all up to the last when there is no first, and none without a last', () => {
    assert.deepEqual(notes('jobs', null, '2019'), ['new count']);
    assert.deepEqual(notes('jobs', '2018', null), []);
  });
});
