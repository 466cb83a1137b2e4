/**
 * Where stacked figures end: each stands on those before it with the same sign. Null stays null, and is no step for
 * those above it.
 */
export function stackHeights(rows: readonly (readonly (number | null)[])[]): readonly (readonly (number | null)[])[] {
  return rows.map((row, line) =>
    row.map((value, index) => {
      if (value === null) return null;
      const below = rows.slice(0, line).map((other) => other[index] ?? 0);
      return below.filter((other) => other < 0 === value < 0).reduce((sum, other) => sum + other, value);
    }),
  );
}
