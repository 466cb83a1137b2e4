import type { Page } from 'puppeteer-core';

/** An element as it is read: by eye, by ear, and as a table. */
export interface Reading {
  readonly seen: string;
  /** With names and levels that only assistive technology tells, and without what is hidden from it. */
  readonly heard: string;
  /** Of a chart or table, its figures as a table in the page itself, or as it is shown; null where there is none. */
  readonly table: string | null;
}

/** How each element that a `<data-context>` has in it is read, in the order of the page. */
export async function readings(page: Page): Promise<readonly Reading[]> {
  return page.$$eval('data-context > *', async (elements) => {
    const told = ['aria-label', 'aria-level', 'aria-sort', 'aria-current'];
    const isSilent = (node: Element): boolean =>
      node.getAttribute('aria-hidden') === 'true' || getComputedStyle(node).visibility === 'hidden';
    const textOf = (root: Node, isHeard: boolean): string => {
      const words: string[] = [];
      const walk = (node: Node): void => {
        if (node instanceof Text) words.push(node.data);
        if (node instanceof Element) {
          if (node.matches('style, slot[hidden], [hidden], .canvas, .tools')) return;
          if (getComputedStyle(node).display === 'none' || (isHeard && isSilent(node))) return;
          if (isHeard) words.push(...told.map((name) => node.getAttribute(name) ?? ''));
        }
        for (const child of node.childNodes) walk(child);
        if (node instanceof Element) words.push(' ');
      };
      walk(root);
      return words.join(' ').replaceAll(/\s+/g, '');
    };
    const readings: Reading[] = [];
    for (const element of elements) {
      const { shadowRoot } = element;
      if (!shadowRoot) continue;
      const [seen, heard] = [textOf(shadowRoot, false), textOf(shadowRoot, true)];
      const button = shadowRoot.querySelector<HTMLElement>('button[part="table-button"]');
      if (button) {
        button.click();
        await ('updateComplete' in element ? element.updateComplete : null);
      }
      // Of a long table only some rows are in the page.
      const isLong = shadowRoot.querySelector('[aria-rowcount]') !== null;
      const plain = element.matches('kpi-tile') || isLong ? null : element.querySelector('[slot="peil-table"] table');
      const table = plain ?? shadowRoot.querySelector('table:not([aria-rowcount])');
      readings.push({ seen, heard, table: table?.textContent.replaceAll(/\s+/g, '') ?? null });
    }
    return readings;
  });
}
