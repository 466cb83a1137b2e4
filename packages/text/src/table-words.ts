/** What the rows of a table are ordered by. */
export interface Ordered {
  /** Header of the column, in words. */
  readonly by: string;
  readonly kind: 'figures' | 'labels' | 'periods';
  readonly descending: boolean;
}

/** Words around a table of figures. */
export interface TableWords {
  readonly table: (title: string) => string;
  /** Marks the row of the region that the page is about. */
  readonly own: string;
  /** @param order null for the publisher's own */
  readonly sorted: (order: Ordered | null) => string;
  /** While rows are put in another order. */
  readonly sorting: string;
  /** What the arrow keys do where rows can be chosen. */
  readonly pickKeys: string;
  /** Stands in a list of marks for a cell without anything in it. */
  readonly blank: string;
}
