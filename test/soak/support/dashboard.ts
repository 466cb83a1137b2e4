/** A page with elements of every tag, of which all that can come and go does, over and over. */
import type { DataElement } from '@peilglas/elements';
import type { Page } from 'puppeteer-core';
import { addressOf, elements } from '../../faults/support/elements.ts';
import type { Room } from '../../faults/support/proxy.ts';

/** Tag and attributes. */
type Made = readonly [tag: string, attributes: Readonly<Record<string, string>>];

/** So many elements, of every tag, to be put in one context; the yearbook first. */
export function dashboardOf({ name }: Room, count: number): readonly Made[] {
  const asking = elements
    .filter(({ tag }) => tag !== 'statistical-yearbook')
    .map((each): Made => {
      const { region, ...own } = each.attributes;
      // Most follow the choice of the context; ages have a region of their own.
      const follows = each.attributes.table === 'bevolking' ? {} : { region: region ?? '' };
      return [each.tag, { ...own, ...follows, endpoint: addressOf(each, name) }];
    });
  const others: readonly Made[] = [
    ['embed-code', {}],
    ['session-status', {}],
  ];
  const kinds = [...asking, ...others];
  const book: Made = ['statistical-yearbook', { endpoint: `/${name}/api/v2` }];
  return [book, ...Array.from({ length: count - 1 }, (_, index) => kinds[index % kinds.length] ?? book)];
}

declare global {
  interface Window {
    peilglasSoak: {
      readonly build: (made: readonly Made[]) => HTMLElement;
      readonly settled: (part: Element) => Promise<void>;
      readonly choose: (part: Element, region: string) => Promise<void>;
    };
  }
}

/** Gives a page what builds, waits and chooses; nothing of it holds an element. */
export async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const build = (made: readonly Made[]): HTMLElement => {
      const context = document.createElement('data-context');
      context.setAttribute('region', 'GM0153');
      for (const [tag, attributes] of made) {
        const element = document.createElement(tag);
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        context.append(element);
      }
      return context;
    };
    const settled = async (part: Element): Promise<void> => {
      const stateOf = (element: Element): string => ('loadState' in element ? String(element.loadState) : '');
      do await frame();
      while ([...part.children].some((element) => /idle|loading/.test(stateOf(element))));
      const odd = [...part.children].filter((element) => /failed|stale|not-found/.test(stateOf(element)));
      if (odd.length > 0) throw new Error(odd.map((element) => element.outerHTML).join(', '));
    };
    const choose = async (part: Element, region: string): Promise<void> => {
      part.setAttribute('region', region);
      await settled(part);
    };
    window.peilglasSoak = { build, settled, choose };
  });
}

/**
 * So many times elements come, are given another region, go, and come back. Every tenth time they are new and all
 * have their figures before they go; in between they go at one moment or another of loading and drawing. At the end nothing is left.
 */
export async function comeAndGo(page: Page, made: readonly Made[], times: number): Promise<void> {
  await page.evaluate(
    async (made, times) => {
      const { build, settled, choose } = window.peilglasSoak;
      const main = document.querySelector('main') ?? document.body;
      const regions = ['GM0141', 'GM0164', 'GM0147', 'GM0153'];
      let part = build(made);
      for (let time = 0; time < times; time++) {
        const region = regions[time % regions.length] ?? '';
        main.append(part);
        if (time % 10 === 0) {
          await settled(part);
          await choose(part, region);
        } else {
          part.setAttribute('region', region);
          for (let frame = 0; frame < time % 4; frame++) await new Promise(requestAnimationFrame);
        }
        part.remove();
        if (time % 10 === 9) part = build(made);
      }
    },
    made,
    times,
  );
}

/** Opens a dashboard and leaves it open. */
export async function open(page: Page, made: readonly Made[]): Promise<void> {
  await page.evaluate(async (made) => {
    const part = window.peilglasSoak.build(made);
    document.querySelector('main')?.append(part);
    await window.peilglasSoak.settled(part);
  }, made);
}

/** Asks all figures of an open dashboard anew, so many times. */
export async function refresh(page: Page, times: number): Promise<void> {
  await page.evaluate(async (times) => {
    const part = document.querySelector('main > data-context') ?? document.body;
    const all = [...part.querySelectorAll<DataElement>('*')].filter((each) => 'refresh' in each);
    for (let time = 0; time < times; time++) {
      await Promise.all(all.map((element) => element.refresh()));
      await new Promise(requestAnimationFrame);
    }
    await window.peilglasSoak.settled(part);
  }, times);
}

/**
 * Waits until what was on its way has arrived or was given up; timers of the page run ten times faster than of others.
 * Chromium's own filling in of forms holds the field that it saw used last, with all around it: that becomes another one.
 */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.type('x');
  await page.evaluate(async () => {
    await fetch('/leeg');
    document.querySelector('body > input')?.remove();
    const isWaiting = ({ shadowRoot }: Element): boolean =>
      shadowRoot?.querySelector('.drawing.waiting, .canvas:empty') != null;
    while ([...document.querySelectorAll('main *')].some(isWaiting)) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
  });
}
