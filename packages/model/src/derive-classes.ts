import { roundTo } from './derive-change.js';

/** How figures are put into classes: as many in each, as wide each, or between bounds that somebody chose. */
export type ClassMethod = 'quantile' | 'equal' | readonly number[];

export interface ClassQuestion {
  readonly method: ClassMethod;
  /** Most classes; figures that do not differ enough have fewer. Bounds that were chosen make their own number. */
  readonly count: number;
  /** Figures are classed as they are shown, so that none stands in a class that its text contradicts; null: at most two. */
  readonly decimals: number | null;
}

/** A class holds its lower bound, and not its upper one. */
export interface FigureClass {
  /** Null when the class has no lower bound. */
  readonly from: number | null;
  /** Null when it has no upper bound. */
  readonly to: number | null;
  /** The highest class of figures that were looked at: it holds its upper bound, the highest figure, too. */
  readonly isClosed: boolean;
}

export interface Classes {
  /** From low to high; none when there are no figures. */
  readonly classes: readonly FigureClass[];
  /** Which class a figure is in. */
  readonly classOf: (value: number) => number;
}

/**
 * Classes for figures. Bounds of `quantile` are figures themselves: of n figures in order, the one at place ⌈i·n/count⌉
 * is the lower bound of class i, and equal figures are never parted. Bounds of `equal` are rounded to the decimals shown.
 */
export function deriveClasses(values: readonly number[], { method, count, decimals }: ClassQuestion): Classes {
  const round = (value: number): number => roundTo(value, decimals ?? 2);
  const sorted = values.map(round).sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return { classes: [], classOf: () => 0 };
  const isChosen = typeof method !== 'string';
  const wanted = isChosen ? method : method === 'equal' ? equalBounds(low, high, count) : quantiles(sorted, count);
  const distinct = [...new Set(wanted.map(round))].sort((a, b) => a - b);
  const bounds = isChosen ? distinct : distinct.filter((bound) => bound > low && bound <= high);
  const classes = [...bounds, null].map((to, place): FigureClass => {
    const isLast = to === null;
    return {
      from: bounds[place - 1] ?? (isChosen ? null : low),
      to: isLast && !isChosen ? high : to,
      isClosed: isLast && !isChosen,
    };
  });
  const classOf = (value: number): number => {
    const shown = round(value);
    return bounds.filter((bound) => bound <= shown).length;
  };
  return { classes, classOf };
}

function equalBounds(low: number, high: number, count: number): readonly number[] {
  return inner(count).map((place) => low + (place * (high - low)) / count);
}

function quantiles(sorted: readonly number[], count: number): readonly number[] {
  return inner(count).flatMap((place) => sorted[Math.ceil((place * sorted.length) / count)] ?? []);
}

/** 1, 2 … count − 1: a bound between each two classes. */
function inner(count: number): readonly number[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, place) => place + 1);
}
