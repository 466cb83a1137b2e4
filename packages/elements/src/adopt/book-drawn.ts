/** Milliseconds after which a book is shown whether or not all of it came. */
const longest = 10_000;

/**
 * Resolves when the figures that a book came with, and that are in sight, are there as elements too.
 * @param drawing the book that takes its place
 */
export async function bookDrawn(root: ParentNode, drawing: Element): Promise<void> {
  const end = performance.now() + longest;
  while (isBehind(root, drawing) && performance.now() < end) await new Promise(requestAnimationFrame);
}

function isBehind(root: ParentNode, drawing: Element): boolean {
  const next = [...drawing.querySelectorAll('.room')];
  const old = [...root.querySelectorAll('.room')].filter((room) => !drawing.contains(room));
  return old.some((room, place) => isFilled(room) && isInSight(room) && isWaiting(next[place]?.firstElementChild));
}

function isFilled(room: Element): boolean {
  return room.firstElementChild?.shadowRoot != null;
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function isWaiting(element: Element | null | undefined): boolean {
  const root = element?.shadowRoot;
  if (!element || !root) return true;
  const isAsking = 'loadState' in element && (element.loadState === 'idle' || element.loadState === 'loading');
  return isAsking || root.querySelector('.waiting, .canvas:empty') !== null;
}
