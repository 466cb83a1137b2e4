/** Milliseconds within which elements that change together do so. */
const together = 250;
/** Until when what was told is not told again, by `performance.now()`. */
const quiet = new Map<string, number>();

/** Whether no element has just told the same: of twenty that change together, those who listen to the page hear one. */
export function isFirst(what: string): boolean {
  const now = performance.now();
  if (now < (quiet.get(what) ?? 0)) return false;
  quiet.set(what, now + together);
  return true;
}
