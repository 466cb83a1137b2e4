import type { LineSeriesOption } from 'echarts/charts';
import { chartColours } from './chart-colours.js';
import { placeAt, plotX, valueAt } from './plot.js';
import { textWidth } from './text-width.js';
import type { TrendInput } from './trend-input.js';
import type { TrendLayout } from './trend-layout.js';
import { carrier, mark } from './trend-marks.js';
import { plainText } from './trend-series.js';

interface Numbered {
  /** CSS pixels. */
  readonly x: number;
  readonly marks: readonly string[];
}

/** Numbers above the plot at the periods that something is to be known about, each on a thin line. Neighbours share a frame. */
export function noteMarks(input: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  const { notes = [], size, font } = input;
  const { axis, rows, plot } = layout;
  const placed = axis.steps.flatMap((step, index): readonly (Numbered & { readonly index: number })[] => {
    const here = notes.filter(({ code }) => step.code === code || rows.some((row) => row[index]?.code === code));
    return here.length === 0 ? [] : [{ index, x: plotX(plot, size, index), marks: here.map((note) => note.mark) }];
  });
  const height = Math.ceil(font.size * 1.4);
  const frameOf = ({ marks }: Numbered): number => Math.max(height, textWidth(marks.join(' '), font) + 10);
  const groups = placed.reduce<readonly Numbered[]>((before, each) => {
    const last = before.at(-1);
    if (!last || each.x - last.x >= (frameOf(last) + frameOf(each)) / 2 + 2) return [...before, each];
    return [...before.slice(0, -1), { x: (last.x + each.x) / 2, marks: [...last.marks, ...each.marks] }];
  }, []);
  const at = (x: number, y: number): [number, number] => [placeAt(plot, size, x), valueAt(plot, size, y)];
  const lines = placed.map(({ index, x }): LineSeriesOption => ({
    ...mark,
    id: `note ${index}`,
    z: 2,
    symbol: 'none',
    data: [at(x, plot.margin.top + (size.height - plot.margin.top - plot.margin.bottom)), at(x, height + 2)],
    lineStyle: { color: chartColours.line, width: 1, cap: 'butt' },
  }));
  const numbers = groups.map((group): LineSeriesOption => {
    // Within the drawing also at its first and last period.
    const half = frameOf(group) / 2 + 1;
    const x = Math.min(Math.max(group.x, half), size.width - half);
    const label = {
      ...plainText(group.marks.join(' ')),
      position: 'inside' as const,
      color: chartColours.text,
      lineHeight: height,
      width: frameOf(group),
      align: 'center' as const,
      borderWidth: 1,
      borderColor: chartColours.muted,
      borderRadius: height / 2,
      backgroundColor: chartColours.surface,
    };
    return {
      ...mark,
      id: `notes ${group.marks.join(' ')}`,
      z: 5,
      data: [{ ...carrier, value: at(x, height / 2 + 1), label }],
    };
  });
  return [...lines, ...numbers];
}
