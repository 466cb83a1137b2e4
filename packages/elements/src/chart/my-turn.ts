/** Milliseconds of updates of charts after which the browser gets its turn. */
const turn = 16;

/** When the turn that has begun is over, by `performance.now()`; 0 when none has. */
let until = 0;

/**
 * The figures of a whole page come together, and all its charts updating in one go would keep it from who scrolls or presses
 * something.
 *
 * @returns when a chart may update, if not at once
 */
export function myTurn(): Promise<void> | undefined {
  const now = performance.now();
  if (!until) {
    until = now + turn;
    setTimeout(() => (until = 0));
  }
  return now > until ? new Promise((resolve) => setTimeout(resolve)) : undefined;
}
