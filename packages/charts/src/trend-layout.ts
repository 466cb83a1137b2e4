import type { Point } from '@peilglas/model';
import { axisTicks, lastTickText, type AxisTick } from './axis-ticks.js';
import { breakPlaces } from './break-places.js';
import { endTexts, type EndText } from './end-labels.js';
import { lineStyles, type LineStyle } from './line-style.js';
import { plotX, plotY, type Plot } from './plot.js';
import { spreadLabels } from './spread-labels.js';
import { stackHeights } from './stack-heights.js';
import { textWidth } from './text-width.js';
import { alignPoints, timeAxis, type TimeAxis } from './time-axis.js';
import { isBar, type TrendInput } from './trend-input.js';
import { valueAxis, valueLabels as labelsOf, type ValueAxis } from './value-axis.js';

/** Room inside the plot after the last place, and between the plot and the labels beside it; CSS pixels. */
const endRoom = 6;
const labelGap = 4;
/** Widest bar, CSS pixels: few periods on a wide page should not become blocks. */
const widestBar = 48;

/** A label beside the plot: its line ends at `pointY`, its own middle is at `y`; CSS pixels from the top. */
export interface EndLabel extends EndText {
  readonly x: number;
  readonly y: number;
  readonly pointX: number;
  readonly pointY: number;
}

/** Everything about a drawing that has a place, in CSS pixels, computed from the input alone. */
export interface TrendLayout {
  readonly axis: TimeAxis;
  readonly styles: readonly LineStyle[];
  /** Points of each line by place on the axis. */
  readonly rows: readonly (readonly (Point | undefined)[])[];
  readonly breaks: ReadonlySet<number>;
  readonly values: ValueAxis;
  /** Words beside the grid lines, from the lowest to the highest. */
  readonly valueLabels: readonly string[];
  readonly ticks: readonly AxisTick[];
  readonly endLabels: readonly EndLabel[];
  readonly plot: Plot;
  readonly barWidth: number;
}

export function trendLayout(input: TrendInput): TrendLayout {
  const { lines, shape, size, font, lang, indicator } = input;
  const axis = timeAxis(lines);
  const styles = lineStyles(lines, shape);
  const rows = lines.map((line) => alignPoints(line.points, axis));
  const breaks = breakPlaces(axis, rows, input.breaks, indicator.code);
  const figures = rows.map((row) => row.map((point) => point?.observation.value ?? null));
  const heights = shape === 'stacked' ? stackHeights(figures) : figures;
  const present = heights.flat().filter((height) => height !== null);
  const values = valueAxis(present, shape !== 'line', indicator.decimals);
  const valueLabels = labelsOf(values, lang);
  const measure = (text: string): number => textWidth(text, font);
  const texts = endTexts(input, axis, rows, styles);

  // Value labels stand inside the left edge above their grid lines, so the figures begin beside them.
  const inset = Math.max(...valueLabels.map(measure)) + font.size;
  const beside = Math.max(0, ...texts.map(({ text, bold }) => textWidth(text, font, bold)));
  const row = Math.ceil(font.size * 1.4);
  const last = axis.steps.length - 1;
  const half = isBar(shape) || last < 1 ? 0.5 : 0;
  const steps = Math.max(1, last + 2 * half);
  const widthWithout = (right: number): number => Math.max(1, size.width - right - inset - endRoom);
  // Without labels beside the plot, what is centred on the last place still needs its half.
  const overhang = Math.max(0, Math.min(measure(lastTickText(axis, lang)), size.width / 4) / 2 - endRoom);
  const spare = (half * widthWithout(overhang)) / steps;
  const right = Math.ceil(beside > 0 ? beside + labelGap : Math.max(0, overhang - spare));
  const margin = { left: 0, right, top: row + 6, bottom: row + 8 };
  const perStep = widthWithout(right) / steps;
  const abreast = shape === 'bar' ? Math.max(1, lines.length) : 1;
  const barWidth = Math.max(1, Math.min(widestBar, (0.76 * perStep) / abreast));
  const plot: Plot = {
    margin,
    x: { min: -half - inset / perStep, max: Math.max(0, last) + half + endRoom / perStep },
    y: { min: values.min, max: values.max },
    places: axis.steps.flatMap((step, index) => (step.published ? [index] : [])),
    lines: heights.map((each, line) => ({
      colour: styles[line]?.colour ?? '',
      shift: shape === 'bar' ? ((line - (abreast - 1) / 2) * barWidth) / perStep : 0,
      heights: each,
    })),
  };
  const x = (index: number): number => plotX(plot, size, index);
  const ticks = axisTicks(axis, { lang, measure, gap: font.size * 0.8, width: size.width, x });
  const endLabels = placeEndLabels(texts, plot, input);
  return { axis, styles, rows, breaks, values, valueLabels, ticks, endLabels, plot, barWidth };
}

/** Labels at the height of their lines' ends, moved apart where they would touch. */
function placeEndLabels(texts: readonly EndText[], plot: Plot, { size, font }: TrendInput): readonly EndLabel[] {
  const ends = texts.map(({ line, index }) => ({
    pointX: plotX(plot, size, index),
    pointY: plotY(plot, size, plot.lines[line]?.heights[index] ?? plot.y.min),
  }));
  const wanted = texts.map(({ text }, place) => ({
    at: ends[place]?.pointY ?? 0,
    height: text.split('\n').length * lineHeight(font.size) + 3,
  }));
  // Clear of the words under the time axis, of which the last may reach below the labels.
  const places = spreadLabels(wanted, 0, size.height - plot.margin.bottom + labelGap);
  const x = size.width - plot.margin.right + labelGap;
  return texts.map((each, place) => {
    const { pointX = 0, pointY = 0 } = ends[place] ?? {};
    return { ...each, x, y: places[place] ?? pointY, pointX, pointY };
  });
}

/** CSS pixels between the lines of one label. */
export function lineHeight(fontSize: number): number {
  return Math.ceil(fontSize * 1.2);
}
