/** Milliseconds of waiting after which what takes a place is shown whether or not all of it came. */
const longest = 10_000;
/** What a frame takes beyond so many milliseconds is work on what is waited for: a slow processor may take its time. */
const longestFrame = 50;

/** Resolves when all that takes the place of what a page came with is drawn. */
export async function drawn(root: ParentNode, drawing: Element): Promise<void> {
  await once(() => !isWaiting(drawing));
  await figuresDrawn(root, drawing);
}

/**
 * Resolves when it is drawn as far as its code is there: a chart, and the figures of a book that are in sight.
 * @param root what the page came with
 * @param drawing what takes its place
 */
export async function figuresDrawn(root: ParentNode, drawing: Element): Promise<void> {
  await once(() => !drawing.querySelector('.canvas:empty') && !isBehind(root, drawing));
  // What was drawn comes into the page with the next frame, and is seen with the one after it.
  if (drawing.querySelector('.canvas')) await frame().then(frame);
}

async function once(is: () => boolean): Promise<void> {
  let [waited, last] = [0, performance.now()];
  while (!is() && waited < longest) {
    await frame();
    const now = performance.now();
    waited += Math.min(now - last, longestFrame);
    last = now;
  }
}

function frame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

/** A book has figures that the page came with, in sight, and not yet as elements. */
function isBehind(root: ParentNode, drawing: Element): boolean {
  const next = [...drawing.querySelectorAll('.room')];
  const old = [...root.querySelectorAll('.room')].filter((room) => !drawing.contains(room));
  return old.some((room, place) => isFilled(room) && isInSight(room) && isAsking(next[place]?.firstElementChild));
}

function isFilled(room: Element): boolean {
  return room.firstElementChild?.shadowRoot != null;
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function isAsking(element: Element | null | undefined): boolean {
  const root = element?.shadowRoot;
  if (!element || !root) return true;
  const asks = 'loadState' in element && (element.loadState === 'idle' || element.loadState === 'loading');
  return asks || isWaiting(root);
}

/** The code that draws is on its way, or its turn has not come. */
function isWaiting(root: ParentNode): boolean {
  return root.querySelector('.waiting, .canvas:empty') !== null;
}
