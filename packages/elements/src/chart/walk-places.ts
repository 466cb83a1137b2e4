/** A place in the drawing: which line (a region, a category, a side), and which of the places along it. */
export interface Place {
  readonly line: number;
  readonly index: number;
}

/** What pointer and keys walk. */
export interface Grid {
  readonly lines: number;
  /** Places along each line: periods, or rows of bars. */
  readonly places: number;
  /** Where looking begins. */
  readonly start: Place;
  /** Whether places lie below each other, as rows of bars do; else beside each other, as periods do. */
  readonly stacked?: boolean;
  /** Where a key leads when places lie neither in rows nor in lines; null for a key that means nothing here. */
  readonly step?: (key: string, from: Place) => Place | null;
}

/**
 * Where a key leads from a place: two arrows along the places, the other two from line to line, Home and End to the
 * first and last place. The same place at the edges; null for a key that means nothing here.
 */
export function walk(key: string, from: Place, grid: Omit<Grid, 'start'>): Place | null {
  const { lines, places, stacked = false, step } = grid;
  if (step) return step(key, from);
  const to = (line: number, index: number): Place => ({
    line: Math.min(Math.max(line, 0), lines - 1),
    index: Math.min(Math.max(index, 0), places - 1),
  });
  const along = (step: number): Place => to(from.line, from.index + step);
  const across = (step: number): Place => to(from.line + step, from.index);
  switch (key) {
    case 'ArrowLeft':
      return stacked ? across(-1) : along(-1);
    case 'ArrowRight':
      return stacked ? across(1) : along(1);
    case 'ArrowUp':
      return stacked ? along(-1) : across(-1);
    case 'ArrowDown':
      return stacked ? along(1) : across(1);
    case 'Home':
      return to(from.line, 0);
    case 'End':
      return to(from.line, places - 1);
    default:
      return null;
  }
}
