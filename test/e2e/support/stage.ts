import type { Browser } from 'puppeteer-core';
import { visit, type Visit, type VisitOptions } from './browser.ts';
import type { Demo } from './demo.ts';
import { settled } from './page-content.ts';

/** Where the journeys take place: one running demo, one browser. */
export interface Stage {
  readonly demo: Demo;
  readonly browser: Browser;
}

/** Opens a page of the demo and waits until it has its figures; leaves it when the journey is done. */
export async function onPage<T>(
  { demo, browser }: Stage,
  path: string,
  options: VisitOptions,
  journey: (visit: Visit) => Promise<T>,
): Promise<T> {
  const visiting = await visit(browser, `${demo.site}${path}`, options);
  try {
    await settled(visiting.page);
    return await journey(visiting);
  } finally {
    await visiting.leave();
  }
}
