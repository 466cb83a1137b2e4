import type { Point } from '@peilglas/model';
import { axisTicks, lastTickText, type AxisTick } from './axis-ticks.js';
import { breakPlaces } from './break-places.js';
import { endTexts } from './end-labels.js';
import { lineStyles, type LineStyle } from './line-style.js';
import { placeEndLabels, type EndLabel } from './place-end-labels.js';
import { plotX, type Plot } from './plot.js';
import { textWidth } from './text-width.js';
import type { TimeAxis } from './time-axis.js';
import { isBar, type TrendInput } from './trend-input.js';
import { trendScale } from './trend-scale.js';
import { valueLabels as labelsOf, type ValueAxis } from './value-axis.js';

/** Room inside the plot after the last place, CSS pixels. */
const endRoom = 6;
/** Widest bar, CSS pixels: few periods on a wide page should not become blocks. */
const widestBar = 48;

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
  /** Room that the value labels take at the left edge, CSS pixels. */
  readonly inset: number;
  readonly barWidth: number;
}

export function trendLayout(input: TrendInput): TrendLayout {
  const { lines, shape, size, font, lang, indicator, notes = [] } = input;
  const { axis, rows, heights, values } = trendScale(input);
  const styles = lineStyles(lines, shape);
  const breaks = breakPlaces(axis, rows, input.breaks, indicator.code);
  const valueLabels = labelsOf(values, lang);
  const measure = (text: string): number => textWidth(text, font);
  const texts = endTexts(input, axis, rows, styles);

  // Value labels stand inside the left edge above their grid lines, so the figures begin beside them.
  const inset = Math.max(...valueLabels.map(measure)) + font.size;
  const row = Math.ceil(font.size * 1.4);
  const last = axis.steps.length - 1;
  const half = isBar(shape) || last < 1 ? 0.5 : 0;
  const steps = Math.max(1, last + 2 * half);
  const widthWithout = (right: number): number => Math.max(1, size.width - right - inset - endRoom);
  // What is centred on the last place needs its half, whether or not labels stand beside the plot.
  const overhang = Math.max(0, Math.min(measure(lastTickText(axis, lang)), size.width / 4) / 2 - endRoom);
  const spare = (half * widthWithout(overhang)) / steps;
  const abreast = shape === 'bar' ? Math.max(1, lines.length) : 1;
  const barIn = (perStep: number): number => Math.max(1, Math.min(widestBar, (0.76 * perStep) / abreast));
  const plotBeside = (room: number): Plot => {
    const right = Math.ceil(Math.max(room, overhang - spare, 0));
    const perStep = widthWithout(right) / steps;
    return {
      margin: { left: 0, right, top: row + 6 + (notes.length > 0 ? row + 4 : 0), bottom: row + 8 },
      x: { min: -half - inset / perStep, max: Math.max(0, last) + half + endRoom / perStep },
      y: { min: values.min, max: values.max },
      places: axis.steps.flatMap((step, index) => (step.published ? [index] : [])),
      lines: heights.map((each, line) => ({
        colour: styles[line]?.edge ?? '',
        shift: shape === 'bar' ? ((line - (abreast - 1) / 2) * barIn(perStep)) / perStep : 0,
        heights: each,
      })),
    };
  };
  const { plot, endLabels } = placeEndLabels(texts, plotBeside, input, breaks);
  const barWidth = barIn(widthWithout(plot.margin.right) / steps);
  const x = (index: number): number => plotX(plot, size, index);
  const ticks = axisTicks(axis, { lang, measure, gap: font.size * 0.8, width: size.width, x });
  return { axis, styles, rows, breaks, values, valueLabels, ticks, endLabels, plot, inset, barWidth };
}
