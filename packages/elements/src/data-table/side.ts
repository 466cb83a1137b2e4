import type { Dimension } from '@peilglas/model';

/** Rows or columns: dimensions, outermost first, and all combinations of their codes, the last dimension fastest. */
export class Side {
  readonly dimensions: readonly Dimension[];
  /** Number of rows or columns; one also without any dimension. */
  readonly size: number;
  /** How many rows or columns one code of each dimension covers. */
  readonly spans: readonly number[];

  constructor(dimensions: readonly Dimension[]) {
    this.dimensions = dimensions;
    const spans: number[] = [];
    let size = 1;
    for (const dimension of [...dimensions].reverse()) {
      spans.unshift(size);
      size *= dimension.size;
    }
    this.size = size;
    this.spans = spans;
  }

  /** Place of the code that a row or column has of one of the dimensions. */
  positionAt(index: number, level: number): number {
    const size = this.dimensions[level]?.size ?? 1;
    return Math.floor(index / (this.spans[level] ?? 1)) % size;
  }

  codeAt(index: number, level: number): string {
    return this.dimensions[level]?.codes[this.positionAt(index, level)] ?? '';
  }

  /** One code per dimension, as a cube wants them. */
  selection(index: number): Readonly<Record<string, string>> {
    return Object.fromEntries(this.dimensions.map(({ id }, level) => [id, this.codeAt(index, level)] as const));
  }

  /** Codes joined by slashes: what the `sort` attribute calls a column. */
  keyAt(index: number): string {
    return this.dimensions.map((_, level) => this.codeAt(index, level)).join('/');
  }
}
