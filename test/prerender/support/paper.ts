import type { Page } from 'puppeteer-core';
import { extractText } from 'unpdf';

/** An element that is filled, with what it says as it stands on paper; without spaces, which paper has elsewhere. */
export interface Part {
  readonly name: string;
  readonly words: readonly string[];
}

export async function partsOnPaper(page: Page): Promise<readonly Part[]> {
  return page.$$eval('[data-peil-prerendered]:not(data-context)', (elements) =>
    elements.map((element) => {
      const told =
        element.shadowRoot?.querySelectorAll('.heading, .figure, .summary, .source, dd, .picture text') ?? [];
      const seen = [...told].filter((each) => each.checkVisibility({ visibilityProperty: true }));
      const words = seen.map((each) => each.textContent.replaceAll(/\s/g, ''));
      return { name: `${element.localName} ${element.getAttribute('table') ?? ''}`, words };
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
