import type { Point } from '@peilglas/model';
import { stepLabel } from './axis-ticks.js';
import { mostLines, type LineStyle } from './line-style.js';
import { shortFigure } from './short-figure.js';
import { textWidth, wrapText } from './text-width.js';
import type { TimeAxis } from './time-axis.js';
import { isBar, type ChartFont, type Size, type TrendInput } from './trend-input.js';

/** Below 22rem a legend says which of several lines is which; in the size of the chart's own text, so that larger text needs more. */
const leastWidth = 25;
/** The text of a chart where nobody says: 0.875rem. */
const usualText = 14;

/** The words at the end of a line and the place of its last figure on the axis. */
export interface EndText {
  readonly line: number;
  readonly index: number;
  /** One or more lines of text. */
  readonly text: string;
  readonly bold: boolean;
}

/** Whether a legend has to say which line is which. */
export function needsLegend(input: Pick<TrendInput, 'lines' | 'shape' | 'size'> & Partial<TrendInput>): boolean {
  return input.lines.length > 1 && (!hasEndLabels(input) || input.lines.length > mostLines);
}

function hasEndLabels({
  lines,
  shape,
  size,
  font,
}: Pick<TrendInput, 'lines' | 'shape' | 'size'> & Partial<TrendInput>): boolean {
  return !isBar(shape) && (lines.length === 1 || !isNarrow({ size, font }));
}

/** Whether a drawing has no room beside it for words. */
export function isNarrow({ size, font }: { size: Size; font?: ChartFont | undefined }): boolean {
  return size.width < leastWidth * (font?.size ?? usualText);
}

/**
 * Name and last figure of each line, the most important first; the figure alone when there is one line, the name alone
 * for those that are many, and with the period when the line ends before the axis does.
 */
export function endTexts(
  input: TrendInput,
  axis: TimeAxis,
  rows: readonly (readonly (Point | undefined)[])[],
  styles: readonly LineStyle[],
): readonly EndText[] {
  const { lines, size, font, lang, indicator } = input;
  if (!hasEndLabels(input)) return [];
  const widest = axis.steps.length > 1 ? Math.min(200, size.width * 0.27) : size.width * 0.4;
  const texts = lines.flatMap(({ label, decimals = indicator.decimals }, line) => {
    const bold = styles[line]?.own ?? false;
    const index = lastFigure(rows[line] ?? []);
    const point = rows[line]?.[index];
    const step = axis.steps[index];
    if (!point || !step || point.observation.value === null) return [];
    const name = lines.length > 1 ? label : '';
    const figure =
      lines.length > mostLines && !bold ? '' : shortFigure(point.observation, { ...indicator, decimals }, lang);
    const older = index < axis.steps.length - 1 ? `(${stepLabel(step, lang)})` : '';
    const words = [name, figure, older].filter(Boolean).join(' ');
    const text = wrapText(words, widest, (part) => textWidth(part, font, bold)).join('\n');
    return [{ line, index, bold, text }];
  });
  return texts.sort((a, b) => Number(b.bold) - Number(a.bold));
}

/** Place of the last figure of a line, −1 when it has none. */
export function lastFigure(row: readonly (Point | undefined)[]): number {
  return row.findLastIndex((point) => point !== undefined && point.observation.value !== null);
}
