/** A walk through a page with the Tab key, from the link before the elements to the link after them, and back. */
import type { Page } from 'puppeteer-core';
import type { Box } from './reader.ts';

export interface Stop {
  readonly name: string;
  /** Its place in the order of reading; −1 outside the page's main part. */
  readonly place: number;
  readonly box: Box;
  /** Whether any of it can be seen: within the window, and under nothing. */
  readonly shows: boolean;
}

export interface Walked {
  readonly forth: readonly Stop[];
  readonly back: readonly Stop[];
  /** What the key should lead to, in the order of reading. */
  readonly expected: readonly string[];
}

const most = 400;

/** Rejects when Tab does not lead out again. */
export async function walkThrough(page: Page): Promise<Walked> {
  const expected = await page.evaluate(() => {
    const { seen, name } = window.peilglasReader;
    const stops = 'a[href], button:enabled, select:enabled, summary, [tabindex="0"], input:enabled:not([type=radio])';
    const isStop = (element: Element): boolean =>
      (element.matches(stops) || element.matches('input[type=radio]:checked')) && !element.closest('[inert]');
    return seen().filter(isStop).map(name);
  });
  await page.focus('#before');
  const forth = await pressUntil(page, 'Tab', 'after');
  await page.keyboard.down('Shift');
  const back = await pressUntil(page, 'Tab', 'before');
  await page.keyboard.up('Shift');
  return { forth, back, expected };
}

async function pressUntil(page: Page, key: 'Tab', id: string): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press(key);
    const stop = await stopHere(page, id);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(
    `No way out: ${stops
      .slice(-3)
      .map(({ name }) => name)
      .join(', ')}`,
  );
}

/** Where the focus is now; null at the element with this id. */
export function stopHere(page: Page, id: string): Promise<Stop | null> {
  return page.evaluate((id) => {
    const { seen, name, box, focused } = window.peilglasReader;
    const element = focused();
    if (!element) throw new Error('The focus is nowhere');
    if (element.id === id) return null;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const deepest = (x: number, y: number): Element | null => {
      let found = document.elementFromPoint(x, y);
      for (let inner = found; inner?.shadowRoot;) {
        inner = inner.shadowRoot.elementFromPoint(x, y);
        if (!inner || inner === found) break;
        found = inner;
      }
      return found;
    };
    const within = (inner: Element | null): boolean => {
      for (let each: Node | null = inner; each; each = each instanceof ShadowRoot ? each.host : each.parentNode) {
        if (each === element) return true;
      }
      return false;
    };
    const spots = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => deepest(left + (right - left) * x, top + (bottom - top) * y)),
    );
    return { name: name(element), place: seen().indexOf(element), box: box(element), shows: spots.some(within) };
  }, id);
}
