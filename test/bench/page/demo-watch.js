/** What is done in the demo's page: each function stands alone, as it is sent there. */

/** Until every element has an answer; one at rest has it. */
export async function untilReady() {
  const elements = [...document.querySelectorAll('data-context *')].filter(
    (element) => element.localName.includes('-') && !element.hasAttribute('data-peil-prerendered'),
  );
  await Promise.all(elements.map(({ localName }) => customElements.whenDefined(localName)));
  await Promise.all(elements.map(({ ready }) => ready));
}

/** The middle of a button in the first of these elements, once it is in sight. What came filled has some for other widths too. */
export async function placeOf(tag, part) {
  const buttons = [...document.querySelector(tag).shadowRoot.querySelectorAll(`[part=${part}]`)];
  const button = buttons.find((each) => each.getClientRects().length > 0);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise(requestAnimationFrame);
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Until the first of these elements is there by itself, and shows what its button is for. */
export async function untilAnswered(tag) {
  const { shadowRoot } = document.querySelector(tag);
  const answer = ':popover-open, [part=table-button][aria-expanded=true]';
  const isAnswered = () => !shadowRoot.querySelector('style') && shadowRoot.querySelector(answer);
  while (!isAnswered()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Before anything else of the page. */
export function watch() {
  const seen = { tasks: [], shift: 0, largest: 0, interaction: 0 };
  const observe = (type, act) =>
    new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  observe('longtask', (task) => seen.tasks.push(task));
  observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  observe('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.interaction = Math.max(seen.interaction, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
  globalThis.peilglasBench = () => {
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    const tasks = seen.tasks.filter(({ startTime }) => startTime >= first).map(({ duration }) => duration);
    return { first, largest: seen.largest, shift: seen.shift, tasks, interaction: seen.interaction };
  };
}
