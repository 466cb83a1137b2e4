import type { Page } from 'puppeteer-core';
import { extractText } from 'unpdf';

/** An element that is filled, with what it says as it stands on paper; without spaces, which paper has elsewhere. */
export interface Part {
  readonly name: string;
  readonly words: readonly string[];
  /** The figures of a table, which may be longer than a sheet. */
  readonly cells: readonly string[];
  /** The words in its pictures, of which paper has the one that suits its width. */
  readonly pictures: readonly (readonly string[])[];
}

export async function partsOnPaper(page: Page): Promise<readonly Part[]> {
  return page.$$eval('[data-peil-prerendered]:not(data-context)', (elements) =>
    elements.map((element) => {
      const find = (parts: string, root: ParentNode | null = element.shadowRoot): readonly Element[] => [
        ...(root?.querySelectorAll(parts) ?? []),
      ];
      const wordsOf = (each: Element): string => each.textContent.replaceAll(/\s/g, '');
      const told = find('.heading, .figure, .summary, .source, dd');
      const seen = told.filter((each) => each.checkVisibility({ visibilityProperty: true }));
      return {
        name: `${element.localName} ${element.getAttribute('table') ?? ''}`,
        words: element.localName === 'data-table' ? [] : seen.map(wordsOf),
        cells: find('.scroller tbody td').map(wordsOf),
        pictures: find('.picture').map((picture) => find('text', picture).map(wordsOf)),
      };
    }),
  );
}

/** What stands on each sheet of A4, without spaces. */
export async function printed(page: Page): Promise<readonly string[]> {
  const margin = '1cm';
  const pdf = await page.pdf({ format: 'A4', margin: { top: margin, right: margin, bottom: margin, left: margin } });
  const { text } = await extractText(new Uint8Array(pdf));
  return text.map((sheet) => sheet.replaceAll(/\s/g, ''));
}
