import type { Dimension } from './dimension.js';
import type { Indicator } from './indicator.js';
import type { Observation } from './observation.js';
import { inTimeOrder } from './period-selection.js';
import { periodsBetween, stepPeriod, type Period } from './period.js';

/** One point of a series. `period` is null when the series does not run along time, or its code is no known period. */
export interface Point {
  readonly code: string;
  readonly label: string;
  readonly period: Period | null;
  readonly observation: Observation;
}

/** Observations of one indicator along one dimension, in order; points are made when asked for. */
export class Series implements Iterable<Point> {
  readonly indicator: Indicator;
  readonly dimension: Dimension;
  readonly #codes: readonly { readonly code: string; readonly period: Period | null }[];
  readonly #read: (position: number) => Observation;

  constructor(indicator: Indicator, dimension: Dimension, read: (position: number) => Observation) {
    this.indicator = indicator;
    this.dimension = dimension;
    this.#read = read;
    this.#codes =
      dimension.role === 'time'
        ? inTimeOrder(dimension.codes)
        : dimension.codes.map((code) => ({ code, period: null }));
  }

  get length(): number {
    return this.#codes.length;
  }

  at(index: number): Point | undefined {
    const coded = this.#codes.at(index);
    const position = coded && this.dimension.position(coded.code);
    if (!coded || position === undefined) return undefined;
    return { ...coded, label: this.dimension.labelOf(coded.code), observation: this.#read(position) };
  }

  *[Symbol.iterator](): Generator<Point> {
    for (let index = 0; index < this.length; index++) {
      const point = this.at(index);
      if (point) yield point;
    }
  }

  /** The point of this code, or undefined. */
  find(code: string): Point | undefined {
    const index = this.#codes.findIndex((coded) => coded.code === code);
    return index < 0 ? undefined : this.at(index);
  }

  /** The points without those that are known to have another kind of period: a year is no neighbour of its quarters. */
  alike({ period: like }: Point): readonly Point[] {
    return [...this].filter(({ period }) => !period || !like || period.kind === like.kind);
  }

  /**
   * The last point that says something: a figure, or a reason other than "not available" or "not yet published".
   * A confidential last period is not skipped for an older figure.
   */
  get latest(): Point | undefined {
    for (let index = this.length - 1; index >= 0; index--) {
      const point = this.at(index);
      if (point && point.observation.status !== 'O' && point.observation.status !== 'N') return point;
    }
    return this.at(-1);
  }
}

/**
 * Points along time with the periods that the publisher left out put in as "not available", so that a drawing
 * shows a gap where there is one. Series of mixed or unknown kinds of period come back as they are.
 */
export function withGaps(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    const steps = point.period && next?.period ? (periodsBetween(point.period, next.period) ?? 1) : 1;
    const gaps = Array.from({ length: Math.max(0, Math.min(steps, 1000) - 1) }, (_, gap) => {
      const period = point.period && stepPeriod(point.period, gap + 1);
      return { code: `${point.code}+${gap + 1}`, label: '', period, observation: notPublished };
    });
    return [point, ...gaps];
  });
}

const notPublished: Observation = { value: null, status: 'O', reason: 'not-available' };
