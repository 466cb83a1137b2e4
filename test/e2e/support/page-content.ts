/** What stands on the demo page, read from the elements as a visitor would: no more than what they show. */
import type { DataElement } from '@peilglas/elements';
import type { Page } from 'puppeteer-core';
import type { Asked, TextTable } from './expected.ts';

export interface ShownTile extends Asked {
  readonly state: string;
  readonly heading: string;
  readonly figure: string;
  readonly comparison: readonly string[];
  readonly source: string;
}

export interface ShownChart extends Asked {
  readonly state: string;
  readonly heading: string;
  readonly subline: string;
  readonly summary: string;
  /** Of its table, the header first; nothing while that is closed. */
  readonly cells: TextTable;
}

const dataElements =
  'kpi-tile, trend-chart, municipality-compare, municipality-map, share-chart, population-pyramid, data-table, definition-panel';

/** Waits until every element has an answer and every chart with figures is drawn. Rejects when one has none. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (selector) => {
    await document.fonts.ready;
    const elements = [...document.querySelectorAll<DataElement>(selector)];
    if (elements.length === 0) throw new Error('No elements on the page');
    const isSettled = (element: DataElement): boolean => {
      if (!element.matches(':defined')) return false;
      const { loadState, shadowRoot } = element;
      if (loadState === 'idle' || loadState === 'loading') return false;
      // A chart waits for the charts' code first, and then for its lines.
      return shadowRoot?.querySelector('.drawing.waiting, .canvas:not(:has(svg path))') == null;
    };
    while (!elements.every(isSettled)) await new Promise(requestAnimationFrame);
    await Promise.all(elements.map((element) => element.updateComplete));
  }, dataElements);
}

/** The load state of every element, as `kpi-tile bevolking: ready`. */
export function loadStates(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll<DataElement>(selector)].map(
        (element) => `${element.localName} ${element.table ?? ''}: ${element.loadState}`,
      ),
    dataElements,
  );
}

export function shownTiles(page: Page): Promise<readonly ShownTile[]> {
  return page.evaluate(() => {
    const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();
    return [...document.querySelectorAll('kpi-tile')].map((tile) => {
      const part = (selector: string): string => plain(tile.shadowRoot?.querySelector(selector)?.textContent);
      return {
        // Frameworks set properties where there are some.
        table: tile.table ?? '',
        indicator: tile.indicator ?? '',
        filter: tile.filter ?? '',
        compareWith: tile.compareWith ?? '',
        state: tile.loadState,
        heading: part('.heading'),
        figure: part('.figure'),
        comparison: [...(tile.shadowRoot?.querySelectorAll('.comparison > span') ?? [])].map((each) =>
          plain(each.textContent),
        ),
        source: part('.source'),
      };
    });
  });
}

export function shownCharts(page: Page): Promise<readonly ShownChart[]> {
  return page.evaluate(() => {
    const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();
    return [...document.querySelectorAll('trend-chart')].map((chart) => {
      const part = (selector: string): string => plain(chart.shadowRoot?.querySelector(selector)?.textContent);
      const rows = [...(chart.shadowRoot?.querySelectorAll('tr') ?? [])];
      return {
        // Frameworks set properties where there are some.
        table: chart.table ?? '',
        indicator: chart.indicator ?? '',
        filter: chart.filter ?? '',
        compareWith: chart.compareWith ?? '',
        state: chart.loadState,
        heading: part('.heading'),
        subline: part('.subline'),
        summary: part('.summary'),
        cells: rows.map((row) => [...row.cells].map((cell) => plain(cell.textContent))),
      };
    });
  });
}

/** Opens the table of every chart by its button. */
export async function openTables(page: Page): Promise<void> {
  for (const button of await page.$$('trend-chart >>> [part=table-button]')) await button.click();
}

/** Waits until the first tile's definition is open, or closed. */
export function definitionIs(page: Page, open: boolean): Promise<void> {
  return page.evaluate(async (wanted) => {
    const isOpen = (): boolean =>
      document.querySelector('kpi-tile')?.shadowRoot?.querySelector(':popover-open') != null;
    while (isOpen() !== wanted) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }, open);
}
