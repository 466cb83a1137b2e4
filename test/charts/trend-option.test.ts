import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axisStartsAtZero } from '@peilglas/charts';
import {
  allLabels,
  itemsOf,
  labelOf,
  line,
  seriesById,
  share,
  strokesOf,
  trend,
  trendOption,
  valueOf,
  years,
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
  it('of the own line have their sign at the bottom of the plot', () => {
    const option = trendOption(trend([line('a', true, [2020, 1], [2021, null, 'C'], [2022, 3], [2023, null, 'N'])]));
    const marks = itemsOf(seriesById(option, 'missing'));
    assert.deepEqual(marks.map(labelOf), ['.', '…']);
    assert.deepEqual(marks.map(valueOf), [
      [1, option.plot.y.min],
      [3, option.plot.y.min],
    ]);
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
    const of = (values: number[]) => axisStartsAtZero(trendOption(trend([line('a', true, ...years(2020, values))])));
    assert.equal(of([158_000, 159_500, 161_000]), false);
    assert.equal(of([20, 100]), true);
    assert.equal(of([-5, 5]), true);
  });
});
