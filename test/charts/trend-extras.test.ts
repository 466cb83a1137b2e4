import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bandedLines, trendOption, type ChartOption, type Margin, type TrendLine } from '@peilglas/charts';
import { allLabels, itemsOf, labelOf, line, seriesById, share, trend, valueOf, years } from './support.ts';

const valuesIn = (option: ChartOption, id: string) => itemsOf(seriesById(option, id)).map(valueOf);
const idsOf = ({ series }: ChartOption) => series.map(({ id }) => String(id));

function withMargins(given: TrendLine, margins: Readonly<Record<string, readonly [number, number]>>): TrendLine {
  const bounds = Object.entries(margins).map(([code, [lower, upper]]): [string, Margin] => [code, { lower, upper }]);
  return { ...given, margins: new Map(bounds) };
}

describe('margins', () => {
  const own = withMargins(line('A', true, ...years(2020, [10, 12, null, 16])), {
    2020: [9, 11],
    2021: [10, 14],
    2023: [15, 18],
  });

  it('are a band between the bounds, with a gap where there is no figure', () => {
    const option = trendOption(trend([own], { indicator: share }));
    assert.deepEqual(valuesIn(option, 'lower 0 0'), [
      [0, 9],
      [1, 10],
    ]);
    assert.deepEqual(valuesIn(option, 'margin 0 0'), [
      [0, 2],
      [1, 4],
    ]);
    assert.deepEqual(valuesIn(option, 'margin 0 1'), [[3, 3]]);
  });

  it('are a whisker through a bar, and the figure above it gives way', () => {
    const option = trendOption(trend([own], { shape: 'bar' }));
    assert.deepEqual(valuesIn(option, 'whiskers 0').slice(0, 3), [
      [0, 9],
      [0, 11],
      [0, '-'],
    ]);
    assert.deepEqual(allLabels(option), ['.']);
  });

  it('are not drawn through parts on each other, where their height would be wrong', () => {
    const parts = [own, withMargins(line('B', false, ...years(2020, [1, 2])), { 2020: [0, 90] })];
    const option = trendOption(trend(parts, { shape: 'stacked' }));
    assert.deepEqual(valuesIn(option, 'whiskers 1'), []);
    assert.ok(option.plot.y.max < 90);
  });

  it('are within the value axis', () => {
    const wide = withMargins(line('A', true, ...years(2020, [50, 51, 52])), { 2021: [20, 93] });
    const { plot } = trendOption(trend([wide]));
    assert.ok(plot.y.min <= 20 && plot.y.max >= 93);
  });

  it('are drawn for two lines, and of more for the own one only', () => {
    const other = (id: string) => withMargins(line(id, false, ...years(2020, [1, 2])), { 2020: [0, 2] });
    assert.deepEqual(bandedLines([own, other('B')]), [0, 1]);
    assert.deepEqual(bandedLines([other('B'), own, other('C')]), [1]);
    assert.deepEqual(bandedLines([line('D', false, [2020, 1])]), []);
  });
});

describe('levels to compare with', () => {
  const lines = [line('A', true, ...years(2015, [10, 11, 12, 13, 14, 15]))];
  const level = (value: number, text: string, isTarget = false) => ({ value, text, isTarget });

  it('are lines across the plot with their words', () => {
    const option = trendOption(trend(lines, { references: [level(12, 'gemiddelde 12'), level(18, 'Doel 18', true)] }));
    const [average, target] = ['reference 0', 'reference 1'].map((id) => itemsOf(seriesById(option, id)));
    assert.deepEqual(average?.map(labelOf), [null, 'gemiddelde 12', null]);
    assert.deepEqual(target?.map(labelOf), [null, 'Doel 18', null]);
    assert.ok(valuesIn(option, 'reference 1').every((value) => Array.isArray(value) && value[1] === 18));
  });

  it('are within the value axis, however far from the figures', () => {
    const { plot } = trendOption(trend(lines, { references: [level(90, '90'), level(-20, '-20')] }));
    assert.ok(plot.y.min <= -20 && plot.y.max >= 90);
  });

  it('have their words clear of lines: a level amid the last figures has them further left', () => {
    const placeOf = (value: number): number => {
      const option = trendOption(trend(lines, { references: [level(value, 'landelijk gemiddelde')] }));
      const [, carrier] = valuesIn(option, 'reference 0');
      return Array.isArray(carrier) ? Number(carrier[0]) : NaN;
    };
    assert.ok(placeOf(14.5) < placeOf(30), `${placeOf(14.5)} is left of ${placeOf(30)}`);
  });

  it('at the height of the last bar take the place of its figure', () => {
    const bars = (references: readonly ReturnType<typeof level>[]) =>
      allLabels(trendOption(trend(lines, { shape: 'bar', references })));
    assert.deepEqual(bars([]), ['15']);
    assert.deepEqual(bars([level(15.5, 'Doel 15,5', true)]), ['Doel 15,5']);
  });
});

describe('notes', () => {
  const lines = [line('A', true, ...years(2012, [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]))];
  const notes = [
    { code: '2013', mark: '1' },
    { code: '2018', mark: '2' },
    { code: '2018', mark: '3' },
  ];

  it('are numbers above the plot, several of one period together', () => {
    const option = trendOption(trend(lines, { notes }));
    assert.deepEqual(
      idsOf(option).filter((id) => id.startsWith('note')),
      ['note 1', 'note 6', 'notes 1', 'notes 2 3'],
    );
    assert.ok(option.plot.margin.top > trendOption(trend(lines)).plot.margin.top);
  });

  it('share a frame where they would touch, and stay within the drawing', () => {
    const close = trend(lines, {
      size: { width: 160, height: 240 },
      notes: ['2012', '2013', '2021'].map((code, index) => ({ code, mark: String(index + 1) })),
    });
    const ids = idsOf(trendOption(close));
    assert.ok(ids.includes('notes 1 2'), ids.join());
    assert.ok(ids.includes('notes 3'));
  });

  it('of a period that is not there are not drawn', () => {
    const option = trendOption(trend(lines, { notes: [{ code: '1999', mark: '1' }] }));
    assert.deepEqual(
      idsOf(option).filter((id) => id.startsWith('note')),
      [],
    );
  });
});
