import type { Page } from 'puppeteer-core';

/** What a reader finds of an element of the library: its words in the order of the tree, and where it stands. */
export interface Shown {
  readonly tag: string;
  readonly words: string;
  /** Top, left, width and height in CSS pixels. */
  readonly box: readonly number[];
}

const ours = 'kpi-tile, definition-panel';

/** What each element shows. */
export async function shown(page: Page): Promise<readonly Shown[]> {
  return page.$$eval(ours, (elements) =>
    elements.map((element) => {
      const words: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof HTMLStyleElement || (node instanceof HTMLSlotElement && node.hidden)) return;
        if (node instanceof Text) words.push(node.data);
        if (node instanceof SVGElement) words.push(node.getAttribute('aria-label') ?? node.getAttribute('d') ?? '');
        for (const child of node.childNodes) walk(child);
        // Lit cuts a text in several nodes, which is nobody's space; an element's end is one.
        if (node instanceof Element) words.push(' ');
      };
      if (element.shadowRoot) walk(element.shadowRoot);
      const { top, left, width, height } = element.getBoundingClientRect();
      return {
        tag: element.localName,
        words: words.join('').replaceAll(/\s+/g, ' ').trim(),
        box: [top, left, width, height].map((side) => Math.round(side * 100) / 100),
      };
    }),
  );
}

/** Waits until all elements have something to show, by themselves or by how the page came. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    (tags: string) =>
      [...document.querySelectorAll(tags)].every(
        (element) => 'loadState' in element && element.loadState !== 'idle' && element.loadState !== 'loading',
      ),
    {},
    ours,
  );
}

/** Waits until nothing of what the page came with is left in the elements: they show all by themselves. */
export async function adopted(page: Page): Promise<void> {
  await ready(page);
  await page.waitForFunction(
    (tags: string) =>
      [...document.querySelectorAll(tags)].every((element) => !element.shadowRoot?.querySelector('style')),
    {},
    ours,
  );
}
