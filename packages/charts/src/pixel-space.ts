import type { LineSeriesOption } from 'echarts/charts';
import type { Box } from './bar-boxes.js';
import { chartColours } from './chart-colours.js';
import type { DrawingRoom, Size } from './trend-input.js';

/**
 * Drawings of rows of bars lay everything out themselves, names and figures too, so that nothing touches. ECharts draws
 * it: both axes count CSS pixels from the top left, a bar is a stroke as thick as it is high, and a text is the label
 * of a point that is not seen. Lengths are data, and can be tested as such.
 */
export interface PixelText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly colour?: string;
  readonly bold?: boolean;
}

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

export interface StrokeStyle {
  /** CSS colour, usually a variable. */
  readonly colour: string;
  /** CSS pixels. */
  readonly width: number;
  readonly dash?: readonly number[];
  readonly z?: number;
}

const still = {
  type: 'line',
  silent: true,
  emphasis: { disabled: true },
  legendHoverLink: false,
  animation: false,
  clip: false,
} as const satisfies LineSeriesOption;

export function pixelSpace({ width, height }: Size, { font }: Pick<DrawingRoom, 'font'>) {
  const edges = { left: 0, right: 0, top: 0, bottom: 0 };
  const axis = { type: 'value', min: 0, show: false, silent: true, containShape: false } as const;
  return {
    animation: false,
    backgroundColor: chartColours.ground,
    textStyle: { fontFamily: font.family, fontSize: font.size, color: chartColours.text },
    grid: { id: 'pixels', ...edges, containLabel: false, outerBoundsMode: 'none' },
    xAxis: { id: 'across', ...axis, max: width },
    yAxis: { id: 'down', ...axis, max: height, inverse: true },
  } as const;
}

/** Boxes of one height, filled with one colour. */
export function fill(id: string, boxes: readonly Box[], colour: string, z = 3): readonly LineSeriesOption[] {
  const [first] = boxes;
  if (!first) return [];
  const segments = boxes.map(({ x, y, width, height }): Segment => [x, y + height / 2, x + width, y + height / 2]);
  return stroke(id, segments, { colour, width: first.height, z });
}

/** Separate lines in one style. */
export function stroke(id: string, segments: readonly Segment[], style: StrokeStyle): readonly LineSeriesOption[] {
  const data = segments.flatMap(([x1, y1, x2, y2]) => [
    [x1, y1],
    [x2, y2],
    ['-', '-'],
  ]);
  return data.length === 0 ? [] : [{ ...still, id, data, ...strokeOf(style) }];
}

/** The edges of boxes. */
export function outline(id: string, boxes: readonly Box[], style: StrokeStyle): readonly LineSeriesOption[] {
  const segments = boxes.flatMap(({ x, y, width, height }): readonly Segment[] => {
    const [right, bottom] = [x + width, y + height];
    return [
      [x, y, right, y],
      [right, y, right, bottom],
      [right, bottom, x, bottom],
      [x, bottom, x, y],
    ];
  });
  return stroke(id, segments, style);
}

/** Diagonals through boxes: the pattern for what has no figure. */
export function hatch(id: string, boxes: readonly Box[], style: StrokeStyle): readonly LineSeriesOption[] {
  const gap = 6;
  const segments = boxes.flatMap(({ x, y, width, height }) => {
    const count = Math.max(0, Math.ceil((width + height) / gap) - 1);
    return Array.from({ length: count }, (_, place): Segment => {
      const reach = (place + 1) * gap;
      const [start, end] = [Math.max(0, reach - height), Math.min(width, reach)];
      return [x + start, y + (reach - start), x + end, y + (reach - end)];
    });
  });
  return stroke(id, segments, style);
}

/** Round marks with an edge. */
export function dot(
  id: string,
  places: readonly (readonly [number, number])[],
  style: { readonly color: string; readonly borderColor: string },
): readonly LineSeriesOption[] {
  if (places.length === 0) return [];
  const data = places.map(([x, y]) => [x, y]);
  const itemStyle = { ...style, borderWidth: 2, opacity: 1 };
  return [
    { ...still, id, z: 5, data, symbol: 'circle', symbolSize: 9, itemStyle, lineStyle: { width: 0, opacity: 0 } },
  ];
}

export function write(id: string, texts: readonly PixelText[]): readonly LineSeriesOption[] {
  if (texts.length === 0) return [];
  const data = texts.map(({ x, y, text, align = 'left', colour = chartColours.text, bold }) => ({
    value: [x, y],
    label: {
      show: true,
      // A text that says exactly this: as a string, ECharts would look for placeholders in it.
      formatter: () => text,
      position: [0, 0],
      align,
      verticalAlign: 'middle' as const,
      color: colour,
      fontWeight: bold ? 600 : ('normal' as const),
    },
  }));
  const carrier = { symbol: 'circle', symbolSize: 0.01, itemStyle: { color: 'transparent' } };
  return [{ ...still, id, z: 6, data, ...carrier, lineStyle: { width: 0, opacity: 0 } }];
}

function strokeOf({ colour, width, dash, z = 4 }: StrokeStyle): Partial<LineSeriesOption> {
  const lineStyle = { color: colour, width, cap: 'butt' as const, type: dash ? [...dash] : ('solid' as const) };
  return { z, symbol: 'none', showSymbol: false, itemStyle: { color: colour, opacity: 1 }, lineStyle };
}
