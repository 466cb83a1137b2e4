import type { LineSeriesOption } from 'echarts/charts';
import type { Point } from '@peilglas/model';
import { chartColours } from './chart-colours.js';
import { cutStrokes } from './strokes.js';
import { isBar, type Margin, type TrendInput, type TrendLine } from './trend-input.js';
import type { TrendLayout } from './trend-layout.js';
import { mark } from './trend-marks.js';

/** More bands than this over each other cannot be told apart. */
const mostBands = 2;

/** The lines whose margin is drawn: all of two, and of more only the own one, or the first that has any. */
export function bandedLines(lines: readonly TrendLine[]): readonly number[] {
  const banded = [...lines.keys()].filter((line) => (lines[line]?.margins?.size ?? 0) > 0);
  if (banded.length <= mostBands) return banded;
  const own = banded.find((line) => lines[line]?.own) ?? banded[0];
  return own === undefined ? [] : [own];
}

/** Between what bounds figures may lie: a soft band with thin edges around a line, a whisker through a bar. */
export function trendBands(input: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  // How uncertain parts on top of others are cannot be shown at their own height.
  if (input.shape === 'stacked') return [];
  return bandedLines(input.lines).flatMap((line) => {
    const margins = input.lines[line]?.margins ?? new Map<string, Margin>();
    return isBar(input.shape) ? whiskers(line, margins, layout) : bands(line, margins, layout);
  });
}

/** Two lines on each other: the lower edge, and from there to the upper one with the room between them filled. */
function bands(line: number, margins: ReadonlyMap<string, Margin>, layout: TrendLayout): readonly LineSeriesOption[] {
  const row = layout.rows[line] ?? [];
  const known = row.map((point): Point | undefined =>
    point && !margins.has(point.code)
      ? { ...point, observation: { value: null, status: 'O', reason: 'not-available' } }
      : point,
  );
  const colour = layout.styles[line]?.colour ?? chartColours.own;
  return cutStrokes(known, layout.breaks, layout.axis.atIntervals).flatMap(({ points }, position) => {
    const bounds = points.flatMap(({ index }) => {
      const margin = margins.get(row[index]?.code ?? '');
      return margin ? [{ index, ...margin }] : [];
    });
    const edge: LineSeriesOption = {
      ...mark,
      z: 1,
      symbol: 'none',
      stack: `margin ${line} ${position}`,
      stackStrategy: 'all',
      lineStyle: { color: colour, width: 1, opacity: 0.45 },
    };
    return [
      { ...edge, id: `lower ${line} ${position}`, data: bounds.map(({ index, lower }) => [index, lower]) },
      {
        ...edge,
        id: `margin ${line} ${position}`,
        data: bounds.map(({ index, lower, upper }) => [index, upper - lower]),
        areaStyle: { color: colour, opacity: 0.16 },
      },
    ];
  });
}

function whiskers(
  line: number,
  margins: ReadonlyMap<string, Margin>,
  { rows, plot }: TrendLayout,
): readonly LineSeriesOption[] {
  const shift = plot.lines[line]?.shift ?? 0;
  const data = (rows[line] ?? []).flatMap((point, index) => {
    const margin = point && margins.get(point.code);
    if (!margin) return [];
    const end = (value: number) => ({ value: [index + shift, value], symbol: 'rect', symbolSize: [9, 1.5] });
    return [end(margin.lower), end(margin.upper), { value: [index + shift, '-'] }];
  });
  const colour = chartColours.text;
  return [
    {
      ...mark,
      id: `whiskers ${line}`,
      z: 5,
      data,
      itemStyle: { color: colour, opacity: 1 },
      lineStyle: { color: colour, width: 1.5 },
    },
  ];
}
