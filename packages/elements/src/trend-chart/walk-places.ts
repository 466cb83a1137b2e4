/** A place in the drawing: which line, and which of the periods on the axis. */
export interface Place {
  readonly line: number;
  readonly index: number;
}

/**
 * Where a key leads from a place: arrows left and right along the periods, up and down from line to line, Home and End
 * to the first and last period. The same place at the edges; null for a key that means nothing here.
 */
export function walk(key: string, from: Place, lines: number, periods: number): Place | null {
  const to = (line: number, index: number): Place => ({
    line: Math.min(Math.max(line, 0), lines - 1),
    index: Math.min(Math.max(index, 0), periods - 1),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(from.line, from.index - 1);
    case 'ArrowRight':
      return to(from.line, from.index + 1);
    case 'ArrowUp':
      return to(from.line - 1, from.index);
    case 'ArrowDown':
      return to(from.line + 1, from.index);
    case 'Home':
      return to(from.line, 0);
    case 'End':
      return to(from.line, periods - 1);
    default:
      return null;
  }
}
