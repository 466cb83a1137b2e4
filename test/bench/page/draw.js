/** What is measured in every page: from nothing to the frame that shows the last drawing. */
import { fetchSeries } from './figures.js';
import { writeWords } from './words.js';

export const pause = () => new Promise((resolve) => setTimeout(resolve));
/** The next frame that is shown. */
export const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Waits until each of these is done, and then for the frame that shows it. */
export async function untilPainted(each, isDone) {
  for (const one of each) while (!isDone(one)) await pause();
  await frame();
}

/** @param {(nodes: ParentNode[]) => number} count */
export const marksOf = (roots) => ({
  marks: roots.reduce((sum, root) => sum + root.querySelectorAll('path, polyline, circle, rect, line').length, 0),
  texts: roots.reduce((sum, root) => sum + root.querySelectorAll('text').length, 0),
});

/**
 * `bench` of a library: `start(place, series)` makes one drawing, `isDrawn(place)` tells whether it is in the page.
 * @param {{start: (place: HTMLElement, series: object) => unknown, isDrawn: (place: HTMLElement) => boolean,
 *   isCanvas?: boolean, more?: object}} library
 */
export function benchOf({ start, isDrawn, more = {} }) {
  const drawn = { places: [], charts: [] };
  globalThis.bench = {
    /** @returns milliseconds from the first request to the frame that shows all, and how much is drawn */
    async draw({ count, withTable }) {
      await frame();
      const began = performance.now();
      const all = await fetchSeries(count);
      const page = document.createElement('main');
      document.body.replaceChildren(page);
      drawn.places = all.map((series) => {
        const box = document.createElement('div');
        box.className = withTable ? 'box' : 'box drawing';
        page.append(box);
        return withTable ? writeWords(box, series) : box;
      });
      drawn.charts = drawn.places.map((place, number) => start(place, all[number]));
      await untilPainted(drawn.places, isDrawn);
      return { time: performance.now() - began, ...marksOf(drawn.places) };
    },
    ...more,
  };
  return drawn;
}
