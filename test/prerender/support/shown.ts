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
  'kpi-tile, definition-panel, data-table, municipality-picker, period-picker, indicator-picker, trend-chart, municipality-compare, municipality-map, share-chart, population-pyramid';

/** What each element shows. */
export async function shown(page: Page): Promise<readonly Shown[]> {
  return page.$$eval(ours, (elements) =>
    elements.map((element) => {
      const words: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof HTMLStyleElement || (node instanceof HTMLSlotElement && node.hidden)) return;
        if (node instanceof Element && node.matches('.canvas, [hidden]')) return;
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

/** Waits until all tiles have the averages of their peers, which they ask after their figure. */
export async function compared(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('kpi-tile')].every(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('.comparison:not([part])') ?? [])].every(
        (each) => each.textContent.trim() !== '',
      ),
    ),
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

/** Waits until nothing of what the page came with is left in the elements, which are touched as by a pointer until they notice. */
export async function adopted(page: Page): Promise<void> {
  await page.waitForFunction(
    (tags: string) => {
      const left = [...document.querySelectorAll(tags)].filter((each) => each.shadowRoot?.querySelector('style'));
      for (const each of left) each.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      return left.length === 0;
    },
    { polling: 100 },
    ours,
  );
  await ready(page);
}

/** Waits until all drawings are as wide as their places. */
export async function fitted(page: Page): Promise<void> {
  await page.waitForFunction(
    (tags: string) =>
      [...document.querySelectorAll(tags)].every(({ shadowRoot }) => {
        const canvas = shadowRoot?.querySelector('.canvas');
        const drawing = canvas?.querySelector('svg');
        return !canvas || (drawing && Math.abs(drawing.clientWidth - canvas.clientWidth) < 1);
      }),
    {},
    ours,
  );
}

/** What can be read and seen in an element that came filled. */
export interface Content {
  readonly name: string;
  readonly figure: string;
  /** What a chart says, or all that another element does. */
  readonly sentence: string;
  /** Of the table in the page itself. */
  readonly rows: number;
  /** Of the picture that is shown. */
  readonly picture: { readonly shapes: number; readonly texts: number; readonly area: number };
}

export async function whatStandsIn(page: Page): Promise<readonly Content[]> {
  return page.$$eval('[data-peil-prerendered]:not(data-context)', (elements) =>
    elements.map((element) => {
      const find = (selector: string): Element[] => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
      const words = (selector: string): string =>
        find(selector)
          .map((each) => each.textContent.trim())
          .join(' ');
      const picture = find('.picture').find(({ clientWidth }) => clientWidth > 0);
      return {
        name: `${element.localName} ${element.getAttribute('table') ?? ''}`,
        figure: words('.figure'),
        sentence: words('.summary') || words('.figure, .change, .source, dd'),
        rows: element.querySelectorAll('tr').length,
        picture: {
          shapes: picture?.querySelectorAll('path, line').length ?? 0,
          texts: picture?.querySelectorAll('text').length ?? 0,
          area: (picture?.clientWidth ?? 0) * (picture?.clientHeight ?? 0),
        },
      };
    }),
  );
}
