import type { Page } from 'puppeteer-core';

/** What a reader finds of an element of the library: its words in the order of the tree, and where it stands. */
export interface Shown {
  readonly tag: string;
  readonly words: string;
  /** Top, left, width and height in CSS pixels. */
  readonly box: readonly number[];
  /** The same of its drawing, where it has one. */
  readonly drawing: readonly number[] | null;
}

const ours =
  'kpi-tile, definition-panel, trend-chart, municipality-compare, municipality-map, share-chart, population-pyramid';

/** What each element shows. */
export async function shown(page: Page): Promise<readonly Shown[]> {
  return page.$$eval(ours, (elements) =>
    elements.map((element) => {
      const words: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof HTMLStyleElement || (node instanceof HTMLSlotElement && node.hidden)) return;
        if (node instanceof Element && node.matches('.canvas, [hidden], [aria-live]')) return;
        if (node instanceof Element && getComputedStyle(node).display === 'none') return;
        if (node instanceof Text) words.push(node.data);
        if (node instanceof SVGElement) words.push(node.getAttribute('aria-label') ?? node.getAttribute('d') ?? '');
        for (const child of node.childNodes) walk(child);
        // Lit cuts a text in several nodes, which is nobody's space; an element's end is one.
        if (node instanceof Element) words.push(' ');
      };
      if (element.shadowRoot) walk(element.shadowRoot);
      const boxOf = (each: Element): readonly number[] => {
        const { top, left, width, height } = each.getBoundingClientRect();
        return [top, left, width, height].map((side) => Math.round(side * 100) / 100);
      };
      const drawings = [...(element.shadowRoot?.querySelectorAll('.drawing') ?? [])];
      const drawing = drawings.find((each) => each.clientWidth > 0);
      return {
        tag: element.localName,
        words: words.join('').replaceAll(/\s+/g, ' ').trim(),
        box: boxOf(element),
        drawing: drawing ? boxOf(drawing) : null,
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

/** Waits until all charts have drawn. */
export async function drawn(page: Page): Promise<void> {
  await ready(page);
  await page.waitForFunction(
    (tags: string) =>
      [...document.querySelectorAll(tags)].every(
        ({ shadowRoot }) => !shadowRoot?.querySelector('.drawing.waiting, .canvas:empty'),
      ),
    {},
    ours,
  );
}

/** Touches all elements, as a pointer does that passes over them. */
async function touch(page: Page): Promise<void> {
  await page.$$eval(ours, (elements) => {
    for (const element of elements) {
      element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    }
  });
}

/** Waits until nothing of what the page came with is left in the elements, once they were touched. */
export async function adopted(page: Page): Promise<void> {
  await touch(page);
  await ready(page);
  await page.waitForFunction(
    (tags: string) =>
      [...document.querySelectorAll(tags)].every((element) => !element.shadowRoot?.querySelector('style')),
    {},
    ours,
  );
}
