import type { EndText } from './end-labels.js';
import { mostLines } from './line-style.js';
import { plotX, plotY, type Plot } from './plot.js';
import { spreadLabels } from './spread-labels.js';
import { textWidth } from './text-width.js';
import type { Size, TrendInput } from './trend-input.js';

/** Between the plot and the labels beside it, and between a label and its own dot; CSS pixels. */
const labelGap = 4;
const dotGap = 9;

/** A label with its left edge at `x` and its middle at `y`; its line ends at `pointX`, `pointY`. CSS pixels. */
export interface EndLabel extends EndText {
  readonly x: number;
  readonly y: number;
  readonly pointX: number;
  readonly pointY: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelledPlot {
  readonly plot: Plot;
  readonly endLabels: readonly EndLabel[];
}

/**
 * The plot, and the labels of its lines: beside it at the height of their ends, moved apart where they would touch. A
 * line that ends before the axis does has its label at its dot when it is free to stand there. Of many lines those
 * keep their label that it would not lead far from their end.
 *
 * @param texts the most important first
 * @param plotBeside the plot that leaves this much room to its right; its heights never depend on that room
 */
export function placeEndLabels(
  texts: readonly EndText[],
  plotBeside: (room: number) => Plot,
  input: TrendInput,
  breaks: ReadonlySet<number>,
): LabelledPlot {
  const last = Math.max(...plotBeside(0).places);
  // With one period all ends are in the middle, and so are their labels.
  if (last === 0) {
    const plot = plotBeside(0);
    return { plot, endLabels: column(texts, plotX(plot, input.size, 0) + dotGap, plot, input) };
  }
  let early = texts.filter(({ index }) => index < last);
  for (;;) {
    const beside = texts.filter((text) => !early.includes(text));
    const shown = beside.length > mostLines - early.length ? nearTheirEnds(beside, plotBeside(0), input) : beside;
    const widest = Math.max(0, ...shown.map((text) => measure(text, input)));
    const plot = plotBeside(widest > 0 ? widest + labelGap : 0);
    const labels = column(shown, input.size.width - plot.margin.right + labelGap, plot, input);
    const atDots = early.flatMap((text) => column([text], plotX(plot, input.size, text.index) + dotGap, plot, input));
    const all = [...labels, ...atDots];
    const free = atDots.filter((label) => isFree(label, all, plot, input, breaks));
    if (free.length === early.length) return { plot, endLabels: all };
    early = early.filter(({ line }) => free.some((label) => label.line === line));
  }
}

function column(texts: readonly EndText[], x: number, plot: Plot, input: TrendInput): readonly EndLabel[] {
  const labels = texts.map((text) => ({ ...atDot(text, plot, input), x }));
  const places = spread(labels, plot, input);
  return labels.map((label, place) => ({ ...label, y: places[place] ?? label.y }));
}

function atDot(text: EndText, plot: Plot, input: TrendInput): EndLabel {
  const pointX = plotX(plot, input.size, text.index);
  const pointY = plotY(plot, input.size, plot.lines[text.line]?.heights[text.index] ?? plot.y.min);
  const height = text.text.split('\n').length * lineHeight(input.font.size) + 3;
  return { ...text, pointX, pointY, x: pointX + dotGap, y: pointY, width: measure(text, input), height };
}

/** Clear of the words under the time axis, of which the last may reach below the labels. */
function spread(labels: readonly EndLabel[], plot: Plot, { size }: TrendInput): readonly number[] {
  const wanted = labels.map(({ pointY, height }) => ({ at: pointY, height }));
  return spreadLabels(wanted, 0, size.height - plot.margin.bottom + labelGap);
}

/** The own one, and in turn each that can be added with all of them still nearer to their own line's end than to any. */
function nearTheirEnds(texts: readonly EndText[], plot: Plot, input: TrendInput): readonly EndText[] {
  const ends = texts.map((text) => atDot(text, plot, input));
  return texts.reduce<readonly EndText[]>((kept, text) => {
    const labels = [...kept, text].map((each) => atDot(each, plot, input));
    const places = spread(labels, plot, input);
    const clear = labels.every((label, place) => {
      const away = (end: EndLabel): number => Math.abs((places[place] ?? Infinity) - end.pointY);
      // The own line's label is known by its colour.
      const itsOwn = label.bold || ends.every((end) => end.line === label.line || away(end) > away(label) + 2);
      return itsOwn && away(label) <= label.height / 2;
    });
    return clear || text.bold ? [...kept, text] : kept;
  }, []);
}

/** Whether nothing else is drawn where a label would stand. */
function isFree(
  label: EndLabel,
  labels: readonly EndLabel[],
  plot: Plot,
  { size }: TrendInput,
  breaks: ReadonlySet<number>,
): boolean {
  const box = { left: label.x, right: label.x + label.width, ...rows(label) };
  // Words of breaks stand above the plot.
  const inside = box.right <= size.width && box.top >= (breaks.size > 0 ? plot.margin.top : 0);
  const apart = labels.every((other) => {
    const { top, bottom } = rows(other);
    const beside = box.right + labelGap < other.x || other.x + other.width + labelGap < box.left;
    return other.line === label.line || beside || bottom <= box.top || top >= box.bottom;
  });
  const unbroken = [...breaks].every((index) => {
    const x = plotX(plot, size, index - 0.5);
    return x < box.left || x > box.right;
  });
  return inside && apart && unbroken && isClearOfLines(box, plot, size);
}

/** Whether no line of a plot, drawn without gaps, passes through a box. */
export function isClearOfLines(box: LabelBox, plot: Plot, size: Size): boolean {
  return plot.lines.every(({ heights }) => {
    const points = heights.flatMap((height, index) =>
      height === null ? [] : [{ x: plotX(plot, size, index), y: plotY(plot, size, height) }],
    );
    return points.every((from, place) => !crosses(from, points[place + 1] ?? from, box));
  });
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface LabelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a straight line, going right, passes through a box. */
function crosses(from: Spot, to: Spot, { left, right, top, bottom }: LabelBox): boolean {
  if (to.x < left || from.x > right) return false;
  const slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
  const ends = [Math.max(from.x, left), Math.min(to.x, right)].map((x) => from.y + (x - from.x) * slope);
  return Math.max(...ends) >= top && Math.min(...ends) <= bottom;
}

function rows({ y, height }: EndLabel): Pick<LabelBox, 'top' | 'bottom'> {
  return { top: y - height / 2, bottom: y + height / 2 };
}

function measure({ text, bold }: EndText, { font }: TrendInput): number {
  return textWidth(text, font, bold);
}

/** CSS pixels between the lines of one label. */
export function lineHeight(fontSize: number): number {
  return Math.ceil(fontSize * 1.2);
}
