import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { plotPosition, timeAxis, type Plot, type Size } from '@peilglas/charts';
import {
  gridLines,
  isLabelItem,
  itemsOf,
  line,
  share,
  ticksOf,
  trend,
  trendOption,
  years,
  type Cell,
  type LabelItem,
} from './support.ts';

/** Text of 14 px is at least this wide: a digit takes half of that and more, other signs half of a digit and more. */
const width = (text: string) => 3 * text.length + 4 * text.replace(/\D/g, '').length;

describe('the value axis', () => {
  it('has four to six grid lines on round numbers that hold all figures', () => {
    const figures = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(figures, fc.constantFrom('line', 'bar'), (values, shape) => {
        const option = trendOption(trend([line('a', true, ...years(2010, values))], { shape }));
        const lines = gridLines(option);
        assert.ok(lines.length >= 4 && lines.length <= 6, `${lines.length} grid lines`);
        const slack = 1e-6 * (option.yAxis.interval ?? 0);
        assert.ok(values.every((value) => value >= option.yAxis.min - slack && value <= option.yAxis.max + slack));
        const digits = Number((option.yAxis.interval ?? 0).toExponential().split('e')[0]);
        assert.ok([1, 2, 2.5, 5].includes(digits), `step ${option.yAxis.interval}`);
        assert.ok(option.yAxis.min <= 0 || shape === 'line');
      }),
    );
  });

  it('has no step finer than the indicator measures', () => {
    const option = trendOption(trend([line('a', true, ...years(2020, [12.3, 12.3, 12.4]))], { indicator: share }));
    assert.ok((option.yAxis.interval ?? 0) >= 0.1);
  });

  it('starts at zero for one or two figures, which show no development that could be told from nearby', () => {
    const start = (...values: (number | null)[]) =>
      trendOption(trend([line('a', true, ...years(2020, values))])).yAxis.min;
    assert.equal(start(745_000), 0);
    assert.equal(start(760_000, 732_950, null), 0);
    assert.ok(start(760_000, 740_000, 732_950) > 0);
  });

  it('writes all its labels with the same decimals, and millions short', () => {
    const labels = (values: number[], indicator = share) => {
      const option = trendOption(trend([line('a', true, ...years(2020, values))], { indicator }));
      return gridLines(option).map(option.yAxis.axisLabel.formatter);
    };
    assert.deepEqual(labels([70.2, 77, 81]), ['70,0', '72,5', '75,0', '77,5', '80,0', '82,5']);
    assert.deepEqual(labels([16_700_000, 17_100_000, 17_800_000]), [
      '16,5\u00a0mln',
      '17\u00a0mln',
      '17,5\u00a0mln',
      '18\u00a0mln',
    ]);
  });

  it('writes millions out where short ones would round one line to the next', () => {
    const labels = (...values: number[]) => {
      const option = trendOption(trend([line('a', true, ...years(2020, values))]));
      return gridLines(option).map(option.yAxis.axisLabel.formatter);
    };
    assert.deepEqual(labels(1_234_000, 1_240_000, 1_238_000), ['1.234.000', '1.236.000', '1.238.000', '1.240.000']);
    assert.deepEqual(labels(1_025_000, 1_145_000, 1_050_000), [
      '1.025.000',
      '1.050.000',
      '1.075.000',
      '1.100.000',
      '1.125.000',
      '1.150.000',
    ]);
    assert.equal(labels(1_240_000_000, 1_290_000_000, 1_250_000_000)[0], '1,24\u00a0mld');
  });
});

describe('the time axis', () => {
  it('has first, last and round years when not all fit', () => {
    const option = trendOption(
      trend([
        line(
          'a',
          true,
          ...years(
            1995,
            Array.from({ length: 30 }, (_, year) => 100 + year),
          ),
        ),
      ]),
    );
    assert.deepEqual(
      ticksOf(option).map((tick) => tick.text),
      ['1995', '2000', '2005', '2010', '2015', '2020', '2024'],
    );
  });

  it('labels parts of a year by the year where it starts', () => {
    const cells = Array.from({ length: 21 }, (_, half): Cell => [
      `${2015 + Math.floor(half / 2)}-H${(half % 2) + 1}`,
      half,
    ]);
    const option = trendOption(trend([line('a', true, ...cells)], { size: { width: 1000, height: 320 } }));
    assert.deepEqual(ticksOf(option)[1], { index: 2, text: '2016' });
    assert.equal(ticksOf(option).at(-1)?.text, '2025');
  });

  it('names parts of one year, up to the last one, and the year where there is no room for those', () => {
    const months = Array.from({ length: 12 }, (_, month): Cell => [
      `2024-${String(month + 1).padStart(2, '0')}`,
      month,
    ]);
    const labels = (width: number) =>
      ticksOf(trendOption(trend([line('a', true, ...months)], { size: { width, height: 320 } }))).map(
        ({ text }) => text,
      );
    assert.deepEqual(labels(1000), ['maart 2024', 'mei 2024', 'juli 2024', 'september 2024', 'december 2024']);
    assert.equal(labels(400).at(-1), 'december 2024');
    assert.deepEqual(labels(240), ['2024']);
  });

  it('names parts of two years where the first of them is not whole', () => {
    const months = Array.from({ length: 12 }, (_, month): Cell => [
      month < 10 ? `2016-${String(month + 3).padStart(2, '0')}` : `2017-0${month - 9}`,
      month,
    ]);
    const labels = (cells: readonly Cell[], width: number) =>
      ticksOf(trendOption(trend([line('a', true, ...cells)], { size: { width, height: 320 } }))).map(
        ({ text }) => text,
      );
    assert.deepEqual(labels(months, 1000).slice(-2), ['november 2016', 'februari 2017']);
    assert.equal(labels(months, 1000).length, 5);
    assert.equal(labels(months, 400).at(-1), 'februari 2017');
    assert.deepEqual(labels(months, 160), ['2016', '2017']);
    // A year that begins where its name stands needs no months.
    assert.deepEqual(labels([['2016-01', 1], ['2016-02', 2], ...months], 640), ['2016', '2017']);
  });

  it('labels the measurements when those are at intervals', () => {
    const option = trendOption(trend([line('a', true, [2016, 1], [2020, 2], [2022, 3], [2024, 4])]));
    assert.deepEqual(
      ticksOf(option).map((tick) => tick.text),
      ['2016', '2020', '2022', '2024'],
    );
  });

  it('never lets labels touch or leave the drawing, from 320 to 1200 px', () => {
    const cells = fc.record({
      first: fc.integer({ min: 1980, max: 2020 }),
      count: fc.integer({ min: 1, max: 60 }),
      parts: fc.constantFrom('' as const, 'Q' as const, 'M' as const),
      width: fc.integer({ min: 320, max: 1200 }),
      shape: fc.constantFrom('line' as const, 'bar' as const),
      // Two lines on a narrow page have a legend, and no labels beside the plot.
      lines: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(cells, ({ first, count, parts, width: wide, shape, lines }) => {
        const perYear = { '': 1, Q: 4, M: 12 }[parts];
        const code = (step: number): string => {
          const part = String((step % perYear) + 1).padStart(parts === 'M' ? 2 : 1, '0');
          return `${first + Math.floor(step / perYear)}${parts && `-${parts === 'M' ? '' : parts}${part}`}`;
        };
        const drawn = Array.from({ length: count }, (_, step): Cell => [code(step), step + 1]);
        const size = { width: wide, height: 300 };
        const option = trendOption(
          trend(
            ['a', 'b'].slice(0, lines).map((id) => line(id, id === 'a', ...drawn)),
            { size, shape },
          ),
        );
        const spans = ticksOf(option).map(({ index, text }) => {
          const x = plotPosition(option.plot, size, { line: 0, index })?.x ?? NaN;
          return { left: x - width(text) / 2, right: x + width(text) / 2 };
        });
        assert.ok(spans.length > 0);
        assert.ok((spans[0]?.left ?? -1) >= 0 && (spans.at(-1)?.right ?? Infinity) <= wide + 0.5);
        for (const [place, span] of spans.entries()) {
          assert.ok((spans[place + 1]?.left ?? Infinity) > span.right, 'labels touch');
        }
      }),
      { examples: [[{ first: 1980, count: 37, parts: 'Q', width: 325, shape: 'line', lines: 2 }]] },
    );
  });

  it('is shared: periods of all lines once, in order, whatever their notation', () => {
    const axis = timeAxis([
      line('a', true, ['2021JJ00', 1], ['2020JJ00', 2]),
      line('b', false, ['2020', 3], ['2022', 4]),
    ]);
    assert.deepEqual(
      axis.steps.map((step) => step.period?.year),
      [2020, 2021, 2022],
    );
  });

  it('knows which periods nobody published', () => {
    const axis = timeAxis([line('a', true, [2018, 1], [2020, 2], [2021, 3])]);
    assert.deepEqual(
      axis.steps.map((step) => step.published),
      [true, false, true, true],
    );
  });
});

describe('labels at the ends of lines', () => {
  it('never touch each other or leave the drawing', () => {
    const ends = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(ends, fc.integer({ min: 352, max: 1200 }), (values, wide) => {
        const size = { width: wide, height: 320 };
        const lines = values.map((value, index) =>
          line(`Gemeente ${index}`, index === 0, ...years(2020, [500, value])),
        );
        const option = trendOption(trend(lines, { size }));
        const items = option.series.flatMap((series) => itemsOf(series).filter(isLabelItem));
        const spans = items.map((item, place) => spanOf(item, place, option.plot, size));
        assert.equal(spans.length, values.length);
        spans.sort((a, b) => a.top - b.top);
        for (const [place, span] of spans.entries()) {
          assert.ok(span.top >= 0 && span.bottom <= 320 && span.right <= wide + 0.5, JSON.stringify(span));
          assert.ok((spans[place + 1]?.top ?? Infinity) >= span.bottom - 0.01, 'labels touch');
        }
      }),
    );
  });
});

describe('labels at the ends of many lines', () => {
  const ends = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 20 });
  const drawn = (values: readonly number[], wide: number) => {
    const size = { width: wide, height: 320 };
    const lines = values.map((value, index) =>
      line(`Gemeente ${index}`, index === 0, ...years(2020, [500, 400, value])),
    );
    const { plot, series } = trendOption(trend(lines, { size }));
    const labelled = lines.flatMap(({ id }, place) => {
      const items = series.filter((each) => String(each.id).startsWith(`line ${id} `)).flatMap(itemsOf);
      return items.filter(isLabelItem).map((item) => ({ place, ...spanOf(item, place, plot, size) }));
    });
    const y = (place: number) => plotPosition(plot, size, { line: place, index: 2 })?.y ?? NaN;
    return { labelled, y };
  };

  it('never touch, always name the own line, and are nearer to their own end than to any other', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 352, max: 1200 }), (values, wide) => {
        const { labelled, y } = drawn(values, wide);
        assert.equal(labelled[0]?.place, 0);
        for (const { place, top, bottom, right } of labelled) {
          assert.ok(top >= 0 && bottom <= 320 && right <= wide + 0.5);
          assert.ok(labelled.every((other) => other.place === place || other.top >= bottom || other.bottom <= top));
          const away = (end: number) => Math.abs((top + bottom) / 2 - y(end));
          const others = values.map((_, other) => other).filter((other) => other !== place);
          assert.ok(place === 0 || others.every((other) => away(other) > away(place)), `${place} is taken for another`);
        }
      }),
    );
  });

  it('name every line whose end stands free', () => {
    const { labelled } = drawn([500, 0, 200, 350, 700, 1000], 640);
    assert.equal(labelled.length, 6);
  });
});

/** Where an end label stands: its offset is from the top left of the point's symbol. */
function spanOf({ value: [index], label, symbolSize }: LabelItem, line: number, plot: Plot, size: Size) {
  const point = plotPosition(plot, size, { line, index });
  const rows = label.formatter().split('\n');
  const x = (point?.x ?? NaN) + label.position[0] - symbolSize / 2;
  const y = (point?.y ?? NaN) + label.position[1] - symbolSize / 2;
  const half = (rows.length * label.lineHeight) / 2;
  return { top: y - half, bottom: y + half, right: x + Math.max(...rows.map(width)) };
}
