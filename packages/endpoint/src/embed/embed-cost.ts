/** Elements that are words only. */
const words: ReadonlySet<string> = new Set([
  'definition-panel',
  'indicator-picker',
  'kpi-tile',
  'municipality-picker',
  'period-picker',
]);

/** As a tile, with what it asks, counts for three calls or so, and drawing takes about ten times its work. */
const drawing = 20;

/** As how many calls making an element counts, beside the request itself and the questions within. */
export function embedCost(element: string): number {
  return words.has(element) ? 0 : drawing;
}
