/** What elements show on a page of these tests, and the figures of it. */
import type { Page } from 'puppeteer-core';
import { synthetic } from '../../elements/support/synthetic.ts';

/** Where the pages have their figures: two places, three years. The last figure of Bestad is 6. */
export const figuresPath = '/figures.json';
export const figures = JSON.stringify(
  synthetic({ regions: { A: 'Adorp', B: 'Bestad' }, periods: ['2021', '2022', '2023'], values: [1, 2, 3, 4, 5, 6] }),
);

/** Waits until each of these has figures, a chart its lines too, and answers the figure or the sentence of each. */
export function shown(page: Page, selector: string): Promise<readonly string[]> {
  return page.evaluate(async (selector) => {
    const find = (): readonly Element[] => [...document.querySelectorAll(selector)];
    const isReady = (element: Element): boolean =>
      element.matches(':state(ready)') &&
      element.shadowRoot?.querySelector('.drawing.waiting, .canvas:not(:has(svg path))') == null;
    const late = Date.now() + 60_000;
    while (find().length === 0 || !find().every(isReady)) {
      if (Date.now() > late)
        throw new Error(
          `No figures in ${find()
            .map(({ outerHTML }) => outerHTML)
            .join()}`,
        );
      await new Promise(requestAnimationFrame);
    }
    return find().map((element) => {
      const part = element.shadowRoot?.querySelector('.figure, .summary');
      return `${element.localName}: ${(part?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()}`;
    });
  }, selector);
}
