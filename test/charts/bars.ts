/** Rows of bars as data: strokes and texts in CSS pixels. */
import type { BarredOption } from '@peilglas/charts';

export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
}

export type Line = readonly [x1: number, y1: number, x2: number, y2: number];

interface Drawn {
  readonly id: string;
  readonly data: readonly unknown[];
  readonly lineStyle: { readonly color: string; readonly width: number };
}

interface Item {
  readonly value: readonly [number, number];
  readonly label: { formatter: () => string; align: DrawnText['align']; fontWeight: unknown };
}

function isItem(item: unknown): item is Item {
  return typeof item === 'object' && item !== null && 'label' in item;
}

export function seriesOf(option: BarredOption): readonly Drawn[] {
  return option.series as readonly Drawn[];
}

export function texts(option: BarredOption, id?: string): readonly DrawnText[] {
  const series = seriesOf(option).filter((each) => id === undefined || each.id === id);
  return series
    .flatMap(({ data }) => data.filter(isItem))
    .map(({ value: [x, y], label }) => ({
      x,
      y,
      text: label.formatter(),
      align: label.align,
      bold: label.fontWeight === 600,
    }));
}

/** The strokes of one series; none when it is not there. */
export function lines(option: BarredOption, id: string): readonly Line[] {
  const data = seriesOf(option).find((each) => each.id === id)?.data ?? [];
  return Array.from({ length: data.length / 3 }, (_, place): Line => {
    const [[x1, y1], [x2, y2]] = data.slice(place * 3, place * 3 + 2) as [[number, number], [number, number]];
    return [x1, y1, x2, y2];
  });
}

export const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.6;
