import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { isProvisional } from '@peilglas/model';
import { chartColours } from './chart-colours.js';
import { lastFigure } from './end-labels.js';
import type { LineStyle } from './line-style.js';
import { plotX, plotY } from './plot.js';
import { shortFigure } from './short-figure.js';
import { cutStrokes, type PlacedPoint, type Stroke } from './strokes.js';
import { textWidth } from './text-width.js';
import { lineHeight, type EndLabel } from './place-end-labels.js';
import type { TrendLayout } from './trend-layout.js';
import type { TrendInput } from './trend-input.js';

type LineItem = NonNullable<LineSeriesOption['data']>[number];
type LabelOption = NonNullable<LineSeriesOption['label']>;

/** Nothing reacts to the pointer by itself; derived emphasis colours would also lose CSS variables. */
const still = { silent: true, emphasis: { disabled: true }, legendHoverLink: false, cursor: 'default' } as const;
/** A dash of 5 and a gap of 4 CSS pixels: provisional. */
const dashed: number[] = [5, 4];

/** The strokes of every line, comparisons first so that the own line lies on top. */
export function lineSeries(input: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  const { axis, breaks, rows, styles } = layout;
  return styles.flatMap((style, line) => {
    const row = rows[line] ?? [];
    const marked = markedPlaces(layout, line);
    const label = layout.endLabels.find((each) => each.line === line);
    const strokes = cutStrokes(row, breaks, axis.atIntervals);
    return strokes.map((stroke, position): LineSeriesOption => {
      const item = (point: PlacedPoint): LineItem => {
        const shown = stroke.points.length === 1 || marked.has(point.index);
        const end = label?.index === point.index && position === strokes.length - 1;
        return {
          value: [point.index, point.value],
          symbol: shown ? style.marker : 'none',
          symbolSize: markerSize(style),
          ...(end && { label: endLabel(label, style, input.font.size) }),
        };
      };
      return {
        ...still,
        type: 'line',
        id: `${input.shape} ${style.id} ${position}`,
        z: style.own ? 4 : 3,
        data: stroke.points.map(item),
        symbol: 'none',
        showSymbol: true,
        itemStyle: { color: style.colour, opacity: 1 },
        lineStyle: lineStroke(style, stroke),
        ...(input.shape === 'area' &&
          !style.quiet && {
            areaStyle: { color: style.colour, opacity: stroke.provisional ? 0.07 : 0.14 },
          }),
      };
    });
  });
}

function lineStroke({ colour, width }: LineStyle, { provisional }: Stroke): NonNullable<LineSeriesOption['lineStyle']> {
  return { color: colour, width, type: provisional ? dashed : 'solid', cap: provisional ? 'butt' : 'round' };
}

function markerSize({ quiet, marker }: LineStyle): number {
  return quiet ? 5 : marker === 'rect' ? 6 : 7;
}

/**
 * Places where a line shows its marker: its end; every measurement when those are at intervals and the line is not one
 * of many; and, where several comparisons have to be told apart, its start and every fifth year.
 */
function markedPlaces({ axis, rows, styles }: TrendLayout, line: number): ReadonlySet<number> {
  const row = rows[line] ?? [];
  if (axis.atIntervals && !styles[line]?.quiet) return new Set(row.keys());
  const marked = new Set([lastFigure(row)]);
  if (styles[line]?.own || styles[line]?.quiet || styles.filter((style) => !style.own).length < 2) return marked;
  const first = row.findIndex((point) => point !== undefined && point.observation.value !== null);
  const round = axis.steps.flatMap(({ period }, index) => {
    const starts = period && period.year % 5 === 0 && period.year !== axis.steps[index - 1]?.period?.year;
    return starts ? [index] : [];
  });
  return new Set([...marked, first, ...round]);
}

function endLabel({ text, bold, x, y, pointX, pointY }: EndLabel, style: LineStyle, fontSize: number): LabelOption {
  const size = markerSize(style);
  return {
    ...plainText(text),
    position: [size / 2 + x - pointX, size / 2 + y - pointY],
    align: 'left',
    verticalAlign: 'middle',
    color: style.textColour,
    fontWeight: bold ? 600 : 'normal',
    lineHeight: lineHeight(fontSize),
  };
}

/** A label that says exactly this: as a string, ECharts would look for placeholders in it. */
export function plainText(text: string): LabelOption {
  return { show: true, formatter: () => text };
}

/** Bars from zero; provisional ones are open with a dashed edge. A single series has its last figure above its bar. */
export function barSeries(input: TrendInput, layout: TrendLayout): readonly BarSeriesOption[] {
  const { rows, styles, barWidth } = layout;
  return styles.map((style, line): BarSeriesOption => {
    const row = rows[line] ?? [];
    const labelled = styles.length === 1 ? labelledBar(input, layout) : -1;
    const edged = style.edge !== style.colour;
    const open = {
      color: `color-mix(in srgb, ${style.colour} 28%, transparent)`,
      borderColor: edged ? style.edge : `var(--_part-edge, ${style.edge})`,
    };
    const edge = edged ? style.edge : chartColours.seam;
    return {
      ...still,
      type: 'bar',
      id: `${input.shape} ${style.id}`,
      z: 3,
      barWidth,
      barGap: '0%',
      ...(input.shape === 'stacked' && { stack: 'all' }),
      itemStyle: { color: style.colour, borderColor: edge, borderWidth: styles.length > 1 ? 1 : 0 },
      data: row.map((point, index) => {
        const value = point?.observation.value ?? null;
        if (!point || value === null) return [index, '-'];
        return {
          value: [index, value],
          ...(isProvisional(point.observation.status) && {
            itemStyle: { ...open, borderWidth: 1, borderType: [3, 2] },
          }),
          ...(index === labelled && {
            label: {
              show: true,
              position: value < 0 ? ('bottom' as const) : ('top' as const),
              formatter: () => shortFigure(point.observation, input.indicator, input.lang),
              color: style.textColour,
              fontWeight: 600,
            },
          }),
        };
      }),
    };
  });
}

/** The last bar, when its figure stands free of the bar before it and of whatever marks its height; else −1. */
function labelledBar(input: TrendInput, { rows, plot }: TrendLayout): number {
  const { lines, indicator, lang, font, size, references = [] } = input;
  const row = rows[0] ?? [];
  const index = lastFigure(row);
  const last = row[index]?.observation;
  if (typeof last?.value !== 'number' || lines[0]?.margins) return -1;
  const top = plotY(plot, size, last.value);
  const room = font.size * 2;
  if (references.some(({ value }) => Math.abs(plotY(plot, size, value) - top) < room)) return -1;
  const step = plotX(plot, size, 1) - plotX(plot, size, 0);
  const before = row[index - 1]?.observation.value ?? 0;
  const free = before < 0 !== last.value < 0 || Math.abs(before) <= Math.abs(last.value);
  return free || textWidth(shortFigure(last, indicator, lang), font, true) <= step ? index : -1;
}
