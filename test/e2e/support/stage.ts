import type { Browser } from 'puppeteer-core';
import { launchFirefox, visit, type Visit, type VisitOptions } from './browser.ts';
import type { Demo } from './demo.ts';
import { settled } from './page-content.ts';
import { launchWebKit, type WebKit } from './webkit.ts';

/** Where the journeys take place: one running demo, and one browser of each engine. */
export interface Stage {
  readonly demo: Demo;
  readonly browser: Browser;
  /** With scrollbars that take room. */
  readonly firefox: () => Promise<Browser>;
  readonly webkit: () => Promise<WebKit>;
}

/** The two engines that only some journeys need, each started by the first of those. */
export class OtherEngines {
  #firefox?: Promise<Browser>;
  #webkit?: Promise<WebKit>;

  readonly firefox = (): Promise<Browser> =>
    (this.#firefox ??= launchFirefox({
      'ui.useOverlayScrollbars': 0,
      'widget.gtk.overlay-scrollbars.enabled': false,
    }));

  readonly webkit = (): Promise<WebKit> => (this.#webkit ??= launchWebKit());

  async close(): Promise<void> {
    for (const engine of [this.#firefox, this.#webkit]) await (await engine?.catch(() => undefined))?.close();
  }
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
