import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { axisStartsAtZero, type ChartOption, type Plot } from '@peilglas/charts';
import {
  allLabels,
  isLabelItem,
  itemsOf,
  labelOf,
  line,
  seriesById,
  share,
  strokesOf,
  ticksOf,
  trend,
  trendOption,
  valueOf,
  years,
  type Cell,
} from './support.ts';

describe('lines', () => {
  it('leave a gap where a figure is missing and never bridge it', () => {
    const option = trendOption(trend([line('a', true, ...years(2018, [10, 11, null, 12, 13]))]));
    assert.deepEqual(
      strokesOf(option, 'a').map((stroke) => stroke.values),
      [
        [
          [0, 10],
          [1, 11],
        ],
        [
          [3, 12],
          [4, 13],
        ],
      ],
    );
  });

  it('leave a gap where the publisher skipped a period of a yearly series', () => {
    const option = trendOption(trend([line('a', true, [2017, 4], [2019, 5], [2020, 6], [2021, 7])]));
    assert.deepEqual(
      strokesOf(option, 'a').map((stroke) => stroke.values),
      [
        [[0, 4]],
        [
          [2, 5],
          [3, 6],
          [4, 7],
        ],
      ],
    );
  });

  it('join measurements at intervals, spaced as time is and each marked', () => {
    const option = trendOption(trend([line('a', true, [2015, 4], [2020, 5], [2024, 6], [2025, 7])]));
    assert.deepEqual(
      strokesOf(option, 'a').map((stroke) => stroke.values),
      [
        [
          [0, 4],
          [5, 5],
          [9, 6],
          [10, 7],
        ],
      ],
    );
    const [drawn] = option.series.filter((series) => String(series.id).startsWith('line a'));
    assert.ok(itemsOf(drawn).every((item) => JSON.stringify(item).includes('"symbol":"circle"')));
  });

  it('show a figure between two gaps as a point', () => {
    const option = trendOption(trend([line('a', true, ...years(2018, [10, null, 11, null, 12]))]));
    const lone = option.series
      .filter((series) => String(series.id).startsWith('line a'))
      .map((series) => itemsOf(series)[0]);
    assert.equal(lone.length, 3);
    for (const item of lone) assert.match(JSON.stringify(item), /"symbol":"circle"/);
  });

  it('are dashed from the last final figure on, and solid before it', () => {
    const option = trendOption(trend([line('a', true, [2021, 1], [2022, 2], [2023, 3, 'R'], [2024, 4, 'P'])]));
    assert.deepEqual(strokesOf(option, 'a'), [
      {
        values: [
          [0, 1],
          [1, 2],
        ],
        dashed: false,
      },
      {
        values: [
          [1, 2],
          [2, 3],
          [3, 4],
        ],
        dashed: true,
      },
    ]);
  });

  it('become solid again after an estimate between final figures', () => {
    const option = trendOption(trend([line('a', true, [2020, 1], [2021, 2, 'E'], [2022, 3], [2023, 4])]));
    assert.deepEqual(
      strokesOf(option, 'a').map((stroke) => stroke.dashed),
      [true, false],
    );
  });

  it('stop and start again at a break, with a marker and a word between', () => {
    const breaks = [{ period: '2021-H1', note: 'nieuwe methode', indicators: null }];
    const cells = [
      ['2020-H1', 8],
      ['2020-H2', 9],
      ['2021-H1', 11],
      ['2021-H2', 12],
    ] as const;
    const option = trendOption(trend([line('a', true, ...cells)], { breaks, indicator: share }));
    assert.deepEqual(
      strokesOf(option, 'a').map((stroke) => stroke.values),
      [
        [
          [0, 8],
          [1, 9],
        ],
        [
          [2, 11],
          [3, 12],
        ],
      ],
    );
    const marker = itemsOf(seriesById(option, 'break 2'));
    assert.deepEqual(marker.map(valueOf), [
      [1.5, option.plot.y.min],
      [1.5, option.plot.y.max],
    ]);
    assert.equal(labelOf(marker[1]), 'trendbreuk');
  });

  describe('with breaks close together', () => {
    const halves = (count: number): Cell[] =>
      Array.from({ length: count }, (_, half) => [`${2015 + Math.floor(half / 2)}-H${(half % 2) + 1}`, 5 + half]);
    const drawn = (...periods: string[]) => {
      const breaks = periods.map((period) => ({ period, note: '', indicators: null }));
      return trendOption(trend([line('a', true, ...halves(20))], { breaks, indicator: share }));
    };
    const sideOf = (item: unknown) => /"position":"(left|right)"/.exec(JSON.stringify(item))?.[1];
    const marks = (option: ChartOption) =>
      option.series.filter(({ id }) => String(id).startsWith('break')).map((series) => itemsOf(series));

    it('have the word of the first to its left and of the second to its right', () => {
      const both = marks(drawn('2021-H1', '2022-H1'));
      assert.deepEqual(
        both.map((items) => [labelOf(items[1]), sideOf(items[1]), items.length]),
        [
          ['trendbreuk', 'left', 2],
          ['trendbreuk', 'right', 2],
        ],
      );
    });

    it('share a word where there is no room for two, and a line joins their tops', () => {
      const option = drawn('2015-H2', '2016-H1');
      const [first = [], second = []] = marks(option);
      assert.deepEqual(
        [first, second].map((items) => labelOf(items[1])),
        ['trendbreuk', null],
      );
      assert.deepEqual(valueOf(second[2]), [0.5, option.plot.y.max]);
    });

    it('never leave one out that neither has a word nor is joined to one', () => {
      const periods = fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(periods, (indexes) => {
          const codes = halves(20).map(([code]) => String(code));
          const all = marks(drawn(...indexes.map((index) => codes[index] ?? '')));
          const told = all.map((items) => labelOf(items[1]) !== null);
          const joined = all.map((items) => items.length === 3);
          for (const place of all.keys()) {
            const group = { from: joined.lastIndexOf(false, place), to: joined.indexOf(false, place + 1) };
            const words = told.slice(group.from, group.to < 0 ? undefined : group.to).filter(Boolean);
            assert.equal(words.length, 1);
          }
        }),
      );
    });
  });

  it('heed no break of another indicator or at the very start', () => {
    const breaks = [
      { period: '2020', note: '', indicators: null },
      { period: '2021', note: '', indicators: ['iets-anders'] },
    ];
    const option = trendOption(trend([line('a', true, ...years(2020, [1, 2, 3]))], { breaks }));
    assert.equal(strokesOf(option, 'a').length, 1);
    assert.equal(
      option.series.some((series) => String(series.id).startsWith('break')),
      false,
    );
  });

  it('heed a break that only a status tells of', () => {
    const option = trendOption(trend([line('a', true, [2020, 1], [2021, 2, 'B'], [2022, 3])]));
    assert.equal(strokesOf(option, 'a').length, 2);
    assert.ok(seriesById(option, 'break 1'));
  });
});

describe('missing figures', () => {
  const signsOf = (option: ChartOption) => itemsOf(seriesById(option, 'missing'));

  it('of the own line have their sign level with the figures beside them', () => {
    const option = trendOption(
      trend([line('a', true, [2020, 5], [2021, null, 'C'], [2022, 20], [2023, 15], [2024, null, 'N'])]),
    );
    assert.deepEqual(signsOf(option).map(labelOf), ['.', '…']);
    assert.deepEqual(signsOf(option).map(placeOf), [
      [1, 12.5],
      [4, 15],
    ]);
  });

  it('have their sign away from the axis, clear of other lines, and at one height throughout a gap', () => {
    const size = { width: 640, height: 320 };
    const values = fc.array(fc.option(fc.integer({ min: -40, max: 40 }), { freq: 2 }), { minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: -40, max: 40 }), fc.constantFrom('line', 'bar'), (own, level, shape) => {
        const other = own.map(() => level);
        const lines = [line('a', true, ...years(2010, own)), line('b', false, ...years(2010, other))];
        const { plot, ...option } = trendOption(trend(lines, { size, shape }));
        const signs = signsOf({ ...option, plot }).map(placeOf);
        assert.equal(signs.length, own.filter((value) => value === null).length);
        for (const [place, [index, value]] of signs.entries()) {
          const y = plotY(plot, value);
          const away = (at: number) => Math.abs(y - plotY(plot, at));
          assert.ok(away(Math.min(Math.max(0, plot.y.min), plot.y.max)) > 14, 'on the axis');
          assert.ok(shape === 'bar' || away(level) > 12, 'on the other line');
          const [before, height] = signs[place - 1] ?? [];
          assert.ok(before !== index - 1 || height === value, 'a gap with two heights');
        }
      }),
    );
  });

  it('of bars have their sign halfway up the bars beside them', () => {
    const option = trendOption(trend([line('a', true, ...years(2020, [8, null, 8]))], { shape: 'bar' }));
    assert.deepEqual(signsOf(option).map(placeOf), [[1, 4]]);
  });

  it('that cannot exist have none', () => {
    const option = trendOption(trend([line('a', true, [2020, 1], [2021, null, 'M'], [2022, 3])]));
    assert.equal(seriesById(option, 'missing'), undefined);
  });
});

describe('bars', () => {
  it('start at zero, also when all figures are high', () => {
    for (const shape of ['bar', 'stacked', 'area'] as const) {
      const option = trendOption(trend([line('a', true, ...years(2020, [158_000, 159_000, 160_000]))], { shape }));
      assert.equal(option.yAxis.min, 0, shape);
    }
  });

  it('have nothing where a figure is missing', () => {
    const option = trendOption(trend([line('a', true, ...years(2020, [5, null, 6]))], { shape: 'bar' }));
    assert.deepEqual(itemsOf(seriesById(option, 'bar a')).map(valueOf), [
      [0, 5],
      [1, '-'],
      [2, 6],
    ]);
  });

  it('that are provisional are open with a dashed edge', () => {
    const option = trendOption(trend([line('a', true, [2020, 5], [2021, 6, 'P'])], { shape: 'bar' }));
    const [final, provisional] = itemsOf(seriesById(option, 'bar a'));
    assert.doesNotMatch(JSON.stringify(final), /borderType/);
    assert.match(JSON.stringify(provisional), /color-mix.*"borderType":\[3,2\]/);
  });

  it('that are light have an edge in the neutral, provisional or not', () => {
    const lines = ['a', 'b', 'c'].map((id, place) => line(id, place === 0, [2020, 5], [2021, 6, 'P']));
    const drawn = seriesById(trendOption(trend(lines, { shape: 'bar' })), 'bar c');
    assert.match(JSON.stringify(drawn?.itemStyle), /"borderColor":"var\(--_neutral\)"/);
    assert.match(JSON.stringify(itemsOf(drawn)[1]), /"borderColor":"var\(--_neutral\)"/);
  });

  it('that are stacked end where those below them add up to', () => {
    const lines = [
      line('a', false, ...years(2020, [3, null])),
      line('b', false, ...years(2020, [4, 2])),
      line('c', false, ...years(2020, [-1, -2])),
    ];
    const { plot } = trendOption(trend(lines, { shape: 'stacked' }));
    assert.deepEqual(
      plot.lines.map((each) => each.heights),
      [
        [3, null],
        [7, 2],
        [-1, -2],
      ],
    );
    assert.ok(plot.y.max >= 7 && plot.y.min <= -2);
  });
});

describe('end labels', () => {
  const two = [
    line('Enschede', true, ...years(2020, [161_000, 161_235])),
    line('Hengelo', false, ...years(2020, [82_000, 82_311])),
  ];

  it('say name and last figure', () => {
    assert.deepEqual(allLabels(trendOption(trend(two))), ['Enschede 161.235', 'Hengelo 82.311']);
  });

  it('say only the figure of a single line', () => {
    assert.deepEqual(allLabels(trendOption(trend(two.slice(0, 1)))), ['161.235']);
  });

  it('carry the marker of a provisional figure', () => {
    const lines = [line('a', true, [2020, 10, 'A'], [2021, 12.34, 'P'])];
    assert.match(allLabels(trendOption(trend(lines, { indicator: share }))).join(), /^12,3\s%\*$/);
  });

  it('name the period of a line that ends before the others', () => {
    const lines = [line('a', true, ...years(2020, [1, 2])), line('b', false, ...years(2020, [5, 6, 7]))];
    assert.deepEqual(allLabels(trendOption(trend(lines))), ['a 2 (2021)', 'b 7']);
  });

  it('stand at their dot where a line ends early and nothing else is drawn there', () => {
    const alone = [line('a', true, ...years(2015, [5, 6, 7, 6, 6, null, null, null]))];
    const dot = labelPlace(trendOption(trend(alone)));
    assert.ok(dot > 8 && dot < 20, `${dot} px from the dot`);
    const crossed = [...alone, line('b', false, ...years(2015, [6, 6, 6, 6, 6, 6, 6, 6]))];
    assert.ok(labelPlace(trendOption(trend(crossed))) > 200);
  });

  it('stand at their dots when there is one period', () => {
    const lines = ['a', 'b', 'c'].map((id, place) => line(id, place === 0, [2024, 40 + place]));
    const dot = labelPlace(trendOption(trend(lines)));
    assert.ok(dot > 8 && dot < 20, `${dot} px from the dot`);
  });

  it('leave the words under the axis their room', () => {
    const cells = [...Array(12).keys()].map((year): Cell => [`${2010 + year}/${2011 + year}`, 1 + (year % 3)]);
    const { plot, ...option } = trendOption(trend([line('a', true, ...cells)]));
    assert.equal(ticksOf({ ...option, plot }).at(-1)?.index, 11);
    assert.ok(plot.margin.right >= 14);
  });

  it('say the figure of a single line below 22rem too', () => {
    assert.deepEqual(allLabels(trendOption(trend(two.slice(0, 1), { size: { width: 320, height: 256 } }))), [
      '161.235',
    ]);
  });

  it('say the names alone of more than four lines, in one colour and without markers along them', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'].map((id, place) =>
      line(id, place === 2, ...years(2013, [1, 2, 10 * place])),
    );
    const option = trendOption(trend(lines));
    assert.deepEqual(allLabels(option).sort(), ['a', 'b', 'c 20', 'd', 'e']);
    const marked = option.series.flatMap(itemsOf).filter((item) => JSON.stringify(item).includes('"symbol":"circle"'));
    assert.equal(marked.length, lines.length);
  });

  it('give way to a legend below 22rem', () => {
    assert.deepEqual(allLabels(trendOption(trend(two, { size: { width: 349, height: 256 } }))), []);
    const large = { family: 'sans-serif', size: 20 };
    assert.deepEqual(allLabels(trendOption(trend(two, { size: { width: 499, height: 256 }, font: large }))), []);
  });

  it('keep an amount on one line, whatever the width', () => {
    const euros = { ...share, unit: '€', decimals: 0 };
    const lines = [
      line('Nederland', true, ...years(2020, [450_985])),
      line('Overijssel', false, ...years(2020, [393_428])),
    ];
    const labels = allLabels(trendOption(trend(lines, { indicator: euros, size: { width: 360, height: 256 } })));
    assert.match(labels.join(), /^Nederland\n€\s450\.985,Overijssel\n€\s393\.428$/);
  });

  it('take braces as they are', () => {
    const lines = [line('{a}', true, ...years(2020, [1, 2])), line('{b|x}', false, ...years(2020, [3, 4]))];
    assert.deepEqual(allLabels(trendOption(trend(lines))), ['{a} 2', '{b|x} 4']);
  });
});

describe('the option', () => {
  it('is the same for the same input', () => {
    const input = trend([line('a', true, ...years(2012, [3, 1, 4, 1, 5]))]);
    assert.equal(JSON.stringify(trendOption(input)), JSON.stringify(trendOption(input)));
  });

  it('colours with variables only and lets nothing react by itself', () => {
    const lines = [line('a', true, ...years(2020, [1, 2])), line('b', false, ...years(2020, [3, 4]))];
    for (const shape of ['line', 'area', 'bar', 'stacked'] as const) {
      const option = trendOption(trend(lines, { shape }));
      assert.doesNotMatch(JSON.stringify(option), /#[0-9a-f]{3}|rgb/i, shape);
      for (const series of option.series) {
        assert.equal(series.silent, true);
        assert.equal(series.emphasis?.disabled, true);
      }
    }
  });

  it('moves nothing on first paint, and nothing at all under reduced motion', () => {
    const lines = [line('a', true, ...years(2020, [1, 2]))];
    const moving = trendOption(trend(lines));
    assert.equal(moving.animationDuration, 0);
    assert.ok(Number(moving.animationDurationUpdate) <= 200);
    assert.equal(trendOption(trend(lines, { reducedMotion: true })).animation, false);
  });

  it('is drawn without figures, without lines and without a size', () => {
    const nothing = [
      [],
      [line('a', true)],
      [line('a', true, ...years(2020, [null, null]))],
      [line('a', true, [2020, 7])],
    ];
    for (const lines of nothing) {
      for (const width of [0, 320]) {
        const { plot, yAxis } = trendOption(trend(lines, { size: { width, height: width } }));
        for (const number of [plot.x.min, plot.x.max, yAxis.min, yAxis.max]) assert.ok(Number.isFinite(number));
        assert.ok(plot.x.max > plot.x.min && yAxis.max > yAxis.min);
      }
    }
  });

  it('tells whether its value axis starts at zero', () => {
    const of = (values: number[]) => axisStartsAtZero(trend([line('a', true, ...years(2020, values))]));
    assert.equal(of([158_000, 159_500, 161_000]), false);
    assert.equal(of([20, 100]), true);
    assert.equal(of([-5, 5]), true);
  });
});

/** Pixels between the figure and its label of the first that has one beside it. */
function labelPlace(option: ChartOption): number {
  const labelled = option.series.flatMap(itemsOf).find(isLabelItem);
  return labelled ? labelled.label.position[0] - labelled.symbolSize / 2 : NaN;
}

/** Place on the axis and figure, rounded as pixels are. */
function placeOf(item: unknown): [number, number] {
  const value = valueOf(item);
  const [index, height] = Array.isArray(value) ? value.map(Number) : [];
  return [index ?? NaN, Number(height?.toFixed(6))];
}

/** Pixels from the top in a drawing of 320. */
function plotY({ margin, y }: Plot, value: number): number {
  return 320 - margin.bottom - ((value - y.min) / (y.max - y.min)) * (320 - margin.top - margin.bottom);
}
