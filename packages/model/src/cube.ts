import { SelectionError } from './data-error.js';
import type { Dimension, DimensionRole } from './dimension.js';
import { plainIndicator, type Indicator } from './indicator.js';
import { observe, type Observation } from './observation.js';
import type { Publication } from './publication.js';
import { Series } from './series.js';
import type { StatusCode } from './status.js';

/** One code per dimension id; dimensions with one category, or with a total, may be left out. */
export type Selection = Readonly<Record<string, string>>;

/** One or several codes per dimension id; dimensions left out are kept whole. */
export type SliceSelection = Readonly<Record<string, string | readonly string[]>>;

/** Values in row-major order: an array, or an object with only the cells that have one. Read by number, never copied. */
export type CellValues = readonly (number | null | undefined)[] | Readonly<Record<number, number | null | undefined>>;

/** Status per cell as the publisher wrote it: one text for all cells, an array or an object. */
export type CellStatuses =
  string | readonly (string | null | undefined)[] | Readonly<Record<number, string | null | undefined>>;

/** The meaning of a publisher's status text; `original` when it had to be interpreted. */
export interface StatusReading {
  readonly status: StatusCode;
  readonly original?: string;
}

export interface CubeParts {
  readonly label: string;
  readonly source: string | null;
  /** ISO date-time of the last change. */
  readonly updated: string | null;
  readonly notes: readonly string[];
  readonly publication: Publication;
  readonly dimensions: readonly Dimension[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly values: CellValues;
  readonly statuses: CellStatuses | null;
  /** Reads a status text; `hasFigure` tells whether a value came with it, for texts that mean nothing to us. */
  readonly readStatus: (text: string, hasFigure: boolean) => StatusReading;
}

/** Where the codes of a slice stand in the published cube: positions per dimension, null for all of them in order. */
type Positions = readonly (readonly number[] | null)[];

/**
 * A statistical table: observations along dimensions, over JSON-stat 2.0.
 *
 * The value array of the parsed JSON is used as it is. A slice is a view with its own codelists over the same
 * values; an `Observation` is made only when asked for.
 */
export class Cube {
  readonly label: string;
  readonly source: string | null;
  readonly updated: string | null;
  readonly notes: readonly string[];
  readonly publication: Publication;
  readonly dimensions: readonly Dimension[];
  readonly #parts: CubeParts;
  readonly #strides: readonly number[];
  readonly #positions: Positions;

  constructor(parts: CubeParts, view?: { dimensions: readonly Dimension[]; positions: Positions }) {
    this.#parts = parts;
    this.label = parts.label;
    this.source = parts.source;
    this.updated = parts.updated;
    this.notes = parts.notes;
    this.publication = parts.publication;
    this.dimensions = view?.dimensions ?? parts.dimensions;
    this.#positions = view?.positions ?? parts.dimensions.map(() => null);
    this.#strides = stridesOf(parts.dimensions.map((dimension) => dimension.size));
  }

  /** Number of cells. */
  get size(): number {
    return this.dimensions.reduce((cells, dimension) => cells * dimension.size, 1);
  }

  /** @throws SelectionError when the cube has no such dimension */
  dimension(id: string): Dimension {
    const found = this.dimensions.find((dimension) => dimension.id === id);
    if (!found) throw new SelectionError(id, null, `The table has no dimension "${id}"`);
    return found;
  }

  /** The first dimension with this role, or null. */
  dimensionFor(role: DimensionRole): Dimension | null {
    return this.dimensions.find((dimension) => dimension.role === role) ?? null;
  }

  /** What is measured by a code of the metric dimension; a cube without one measures its own label. */
  indicator(code?: string): Indicator {
    const metric = this.dimensionFor('metric');
    const wanted = code ?? metric?.codes[0];
    if (wanted === undefined) return plainIndicator('', this.label);
    return this.#parts.indicators.get(wanted) ?? plainIndicator(wanted, metric?.labelOf(wanted) ?? this.label);
  }

  /** All indicators in the metric dimension's order, at least one. */
  get indicators(): readonly Indicator[] {
    return this.dimensionFor('metric')?.codes.map((code) => this.indicator(code)) ?? [this.indicator()];
  }

  /** @throws SelectionError for an unknown dimension or code, or a dimension left open */
  observation(selection: Selection): Observation {
    this.#checkDimensions(selection);
    let cell = 0;
    for (const [axis, dimension] of this.dimensions.entries()) {
      cell += this.#step(axis, this.#positionOf(dimension, picked(selection, dimension.id)));
    }
    return this.#observationAt(cell);
  }

  /**
   * The observations along one dimension (time unless another is named), all others fixed by the selection.
   * Points along time come in order of time, whatever the publisher's order.
   * @throws SelectionError as `observation` does
   */
  series(selection: Selection, along?: string): Series {
    this.#checkDimensions(selection);
    const id = along ?? this.dimensionFor('time')?.id;
    const axis = this.dimensions.findIndex((dimension) => dimension.id === id);
    const dimension = this.dimensions[axis];
    if (!dimension) throw new SelectionError(id ?? 'time', null, 'The table has no time dimension');
    let base = 0;
    for (const [other, fixed] of this.dimensions.entries()) {
      if (other !== axis) base += this.#step(other, this.#positionOf(fixed, picked(selection, fixed.id)));
    }
    const metric = this.dimensionFor('metric');
    const indicator = this.indicator(
      metric && metric !== dimension ? this.#codeOf(metric, picked(selection, metric.id)) : undefined,
    );
    return new Series(indicator, dimension, (position) => this.#observationAt(base + this.#step(axis, position)));
  }

  /**
   * A view with only the codes named, in the order named. Nothing is copied.
   * @throws SelectionError for an unknown dimension or code
   */
  slice(selection: SliceSelection): Cube {
    this.#checkDimensions(selection);
    const positions = [...this.#positions];
    const dimensions = this.dimensions.map((dimension, axis) => {
      const wanted = picked(selection, dimension.id);
      if (wanted === undefined) return dimension;
      const codes = typeof wanted === 'string' ? [wanted] : wanted;
      const own = this.#positions[axis];
      positions[axis] = codes.map((code) => {
        const position = this.#positionOf(dimension, code);
        return own?.[position] ?? position;
      });
      return dimension.subset(codes);
    });
    return new Cube(this.#parts, { dimensions, positions });
  }

  #step(axis: number, position: number): number {
    return (this.#positions[axis]?.[position] ?? position) * (this.#strides[axis] ?? 0);
  }

  #positionOf(dimension: Dimension, wanted: string | undefined): number {
    const code = this.#codeOf(dimension, wanted);
    const position = dimension.position(code);
    if (position === undefined) {
      throw new SelectionError(dimension.id, code, `Dimension "${dimension.id}" has no code "${code}"`);
    }
    return position;
  }

  #codeOf(dimension: Dimension, wanted: string | undefined): string {
    const only = dimension.size === 1 ? dimension.codes[0] : undefined;
    const total = dimension.total !== null && dimension.has(dimension.total) ? dimension.total : undefined;
    const code = wanted ?? only ?? total;
    if (code === undefined) throw new SelectionError(dimension.id, null, `Dimension "${dimension.id}" is not selected`);
    return code;
  }

  #checkDimensions(selection: SliceSelection): void {
    for (const id of Object.keys(selection)) this.dimension(id);
  }

  #observationAt(cell: number): Observation {
    const { values, statuses, readStatus } = this.#parts;
    const value = values[cell];
    const text = typeof statuses === 'string' ? statuses : statuses?.[cell];
    if (text === null || text === undefined || text === '') return observe(value, 'A');
    const { status, original } = readStatus(text, typeof value === 'number');
    return observe(value, status, original);
  }
}

/** Own keys only: a publisher may call a dimension "constructor". */
function picked<T>(selection: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(selection, id) ? selection[id] : undefined;
}

function stridesOf(sizes: readonly number[]): readonly number[] {
  const strides = sizes.map(() => 1);
  for (let axis = sizes.length - 2; axis >= 0; axis--)
    strides[axis] = (strides[axis + 1] ?? 1) * (sizes[axis + 1] ?? 1);
  return strides;
}
