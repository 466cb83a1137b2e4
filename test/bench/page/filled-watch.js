/** What is done in a page of charts: each function stands alone, as it is sent there. */

/** Before anything else of the page: notes when the first chart is seen, by its picture or by its drawing. */
export function watchFirstChart() {
  const look = () => {
    const root = document.querySelector('trend-chart')?.shadowRoot;
    const drawings = [...(root?.querySelectorAll('.canvas') ?? [])];
    const isThere = drawings.some((each) => each.clientHeight > 0 && each.querySelector('svg path'));
    // What is there in this frame is seen with the next.
    if (isThere) requestAnimationFrame((time) => (globalThis.peilglasFirstChart = time));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds after the page was asked for; neither before anything at all was painted. */
export async function firstChart() {
  while (!globalThis.peilglasFirstChart) await new Promise((resolve) => setTimeout(resolve, 50));
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return Math.max(globalThis.peilglasFirstChart, paint?.startTime ?? 0);
}

/** What the page loaded as script so far, bytes on the line. */
export function scriptBytes() {
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}

/** Whether the first chart rests and can take the focus. */
export function isResting() {
  const drawings = document.querySelector('trend-chart').shadowRoot.querySelectorAll('.drawing');
  return [...drawings].some(({ tabIndex, clientHeight }) => tabIndex === 0 && clientHeight > 0);
}

/**
 * Milliseconds from the first touch of a chart by a key until it is drawn by itself, with the focus in it.
 * @param key what touches it: the next `keydown`, or focus by a script
 */
export function awake() {
  const chart = document.querySelector('trend-chart');
  const isAwake = () => !chart.shadowRoot.querySelector('style, .picture') && chart.shadowRoot.activeElement !== null;
  return new Promise((resolve) => {
    let from = 0;
    chart.addEventListener('focusin', ({ timeStamp }) => (from ||= timeStamp));
    const look = (time) => {
      if (from && isAwake()) resolve(time - from);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Puts the focus on the first chart, as a script or a screen reader does. */
export function focusChart() {
  const drawings = document.querySelector('trend-chart').shadowRoot.querySelectorAll('.drawing');
  [...drawings].find(({ clientHeight }) => clientHeight > 0).focus();
}
