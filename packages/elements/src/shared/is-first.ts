/** Milliseconds within which elements that change together do so. */
const together = 250;
const told = new Map<string, number>();

/** Whether no element has just told the same: of twenty that change together, those who listen to the page hear one. */
export function isFirst(what: string): boolean {
  const now = performance.now();
  const last = told.get(what) ?? -together;
  if (now - last < together) return false;
  told.set(what, now);
  return true;
}
