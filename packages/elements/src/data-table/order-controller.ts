import { tableWordsFor } from '@peilglas/text';
import type { ReactiveElement } from 'lit';
import { headerText } from './header-text.js';
import { orderRows, parseOrdering, writeOrdering, type Ordering } from './order-rows.js';
import type { Grid } from './read-grid.js';
import { SlicedWork } from './sliced-work.js';

const asPublished = (place: number): number => place;

/** The order of the rows, and what is said of it. Rows stay in the order they have until the next one is ready. */
export class OrderController {
  ordering: Ordering | null = null;
  /** Which row is at a place, as an index; another function when the order is another. */
  rowAt: (place: number) => number = asPublished;
  /** Who pressed a header hears what came of it. */
  spoken = '';
  readonly #work: SlicedWork<Uint32Array>;
  #grid: Grid | null = null;
  #places: Uint32Array | null = null;
  #hasPressed = false;

  constructor(host: ReactiveElement) {
    this.#work = new SlicedWork(host);
  }

  get isBusy(): boolean {
    return this.#work.isBusy;
  }

  /** Whether there is an order to show: not while the first one is being made, which would then jump. */
  get isKnown(): boolean {
    return !this.isBusy || this.#places !== null || this.#hasPressed;
  }

  /** @param sort the attribute */
  follow(grid: Grid, sort: string | null, lang: string): void {
    if (grid !== this.#grid) this.#forget(grid);
    const ordering = parseOrdering(sort, grid);
    this.ordering = ordering;
    if (ordering) {
      this.#work.start([ordering.by, ordering.descending, lang], () => orderRows(grid, ordering, lang));
    } else this.#work.clear();
    if (this.isBusy) return;
    const places = this.#work.result;
    if (places !== this.#places) {
      this.#places = places;
      this.rowAt = places ? (place) => places[place] ?? place : asPublished;
    }
    if (this.#hasPressed) this.spoken = this.#describe(grid, lang);
    this.#hasPressed = false;
  }

  /** The place of a row. */
  placeOf(row: number): number {
    return this.#places ? this.#places.indexOf(row) : row;
  }

  /**
   * The attribute after pressing a header: figures from high to low first, labels from A to Z, then the other way round,
   * and then as they were published.
   */
  turn(by: Ordering['by'], grid: Grid): string | null {
    this.#hasPressed = true;
    const first = by !== 'label';
    const { ordering } = this;
    if (ordering?.by !== by) return writeOrdering({ by, descending: first }, grid);
    return ordering.descending === first ? writeOrdering({ by, descending: !first }, grid) : null;
  }

  #forget(grid: Grid): void {
    this.#grid = grid;
    this.#work.clear();
    this.#places = null;
    this.rowAt = asPublished;
    this.spoken = '';
    this.#hasPressed = false;
  }

  #describe({ rows, columns }: Grid, lang: string): string {
    const { sorted } = tableWordsFor(lang);
    if (!this.ordering) return sorted(null);
    const { by, descending } = this.ordering;
    const [first] = rows.dimensions;
    if (by === 'label') {
      return sorted({ by: first?.label ?? '', kind: first?.role === 'time' ? 'periods' : 'labels', descending });
    }
    const headers = columns.dimensions.map((each, level) => headerText(each, columns.codeAt(by, level), lang));
    return sorted({ by: headers.join(', '), kind: 'figures', descending });
  }
}
