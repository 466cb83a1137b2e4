/** A row of the drawing: one of the regions, or how many are left out here. */
export type ShownRow = { readonly row: number } | { readonly left: number; readonly without: boolean };

/**
 * The rows that fit: all of them, else the first and last and those around the own one, with a row for each stretch
 * that is left out. Rows without a figure come last and are told as a number when not all fit.
 *
 * @param ranked rows with a figure, in order
 * @param without rows without one, after them
 * @param own place of the own row among all, −1 without
 * @param room rows that fit
 */
export function chooseRows(ranked: number, without: number, own: number, room: number): readonly ShownRow[] {
  const all = ranked + without;
  if (all <= room) return Array.from({ length: all }, (_, row) => ({ row }));
  const end = Math.max(0, ranked - 1);
  const kept = new Set<number>();
  const wanted = own >= 0 ? [own] : [];
  for (let step = 0; step < Math.min(all, room); step++) {
    wanted.push(step, end - step);
    if (own >= 0 && own < ranked) wanted.push(own - step, own + step, step + 1);
  }
  for (const row of wanted) {
    if (row < 0 || (row >= ranked && row !== own) || kept.has(row)) continue;
    const more = new Set([...kept, row]);
    if (kept.size === 0 || layOut(more, ranked, all).length <= room) kept.add(row);
  }
  return layOut(kept, ranked, all);
}

/** Kept rows in order, with the stretches between them; a stretch of one is as well shown itself. */
function layOut(kept: ReadonlySet<number>, ranked: number, all: number): readonly ShownRow[] {
  const rows: ShownRow[] = [];
  let [left, without] = [0, 0];
  const close = (row: number): void => {
    if (left === 1 && without === 0) rows.push({ row: row - 1 });
    else if (left > 0) rows.push({ left, without: false });
    if (without === 1) rows.push({ row: row - 1 });
    else if (without > 0) rows.push({ left: without, without: true });
    [left, without] = [0, 0];
  };
  for (let row = 0; row < all; row++) {
    if (row === ranked) close(row);
    if (kept.has(row)) {
      close(row);
      rows.push({ row });
    } else if (row < ranked) left += 1;
    else without += 1;
  }
  close(all);
  return rows;
}
