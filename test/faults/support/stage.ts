/** One proxy, one browser and one page for all faults; every fault gets new elements in that page. */
import type { DataElement } from '@peilglas/elements';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, patience, visit, type Visit } from '../../e2e/support/browser.ts';
import { addressOf, elements, type Asking } from './elements.ts';
import { openProxy, type Proxy, type Room } from './proxy.ts';

/** What an element shows. */
export interface Shown {
  readonly tag: string;
  readonly state: string;
  /** Its message; empty when it has none. */
  readonly message: string;
  /** All its other words, with single spaces, save those of its buttons. */
  readonly text: string;
}

declare global {
  interface Window {
    peilglasFaults: {
      /** How many times faster timers run, and how many times sooner an answer is no longer waited for. */
      readonly clock: { timers: number; limits: number };
      readonly shown: () => Promise<readonly Shown[]>;
    };
  }
}

export interface FaultStage {
  readonly proxy: Proxy;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<FaultStage> {
  await using opened = new AsyncDisposableStack();
  const proxy = await openProxy();
  opened.defer(proxy.close);
  const browser = await launchChromium();
  opened.defer(() => browser.close());
  const all = opened.move();
  return { proxy, browser, close: () => all.disposeAsync() };
}

export async function openPage({ proxy, browser }: FaultStage, path = '/pagina'): Promise<Visit> {
  return visit(browser, proxy.origin + path, {
    prepare: async (page) => {
      await page.evaluateOnNewDocument(install);
    },
  });
}

/** Runs in the page before anything of its own. */
export function install(): void {
  const clock = { timers: 10, limits: 1 };
  const wait = window.setTimeout.bind(window);
  const limit = AbortSignal.timeout.bind(AbortSignal);
  const sooner = (...[handler, delay = 0, ...rest]: Parameters<typeof setTimeout>) =>
    wait(handler, delay / clock.timers, ...rest);
  Object.assign(window, { setTimeout: sooner });
  AbortSignal.timeout = (delay) => limit(delay / clock.limits);
  const wordsOf = (node: Node): string => {
    if (node instanceof Element && node.matches('.message, svg, style, button, [hidden]')) return '';
    if (node instanceof Text) return node.data;
    return [...node.childNodes].map(wordsOf).join(' ');
  };
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const shown = async (): Promise<readonly Shown[]> => {
    const all = [...document.querySelectorAll<DataElement>('main > *')];
    await Promise.all(all.map(({ updateComplete }) => updateComplete));
    return all.map(({ localName, loadState, shadowRoot }) => ({
      tag: localName,
      state: loadState,
      message: plain(shadowRoot?.querySelector('.message')?.textContent ?? ''),
      text: plain(shadowRoot ? wordsOf(shadowRoot) : ''),
    }));
  };
  window.peilglasFaults = { clock, shown };
}

/** A page in some browser. */
export interface Somewhere {
  readonly page: Pick<Page, 'evaluate'>;
}

/** New elements in the page, which ask the endpoint of this room. */
export async function mount({ page }: Somewhere, { name }: Room, which: readonly Asking[] = elements): Promise<void> {
  const all = which.map((each) => [each.tag, { ...each.attributes, endpoint: addressOf(each, name) }] as const);
  await page.evaluate((all) => {
    const made = all.map(([tag, attributes]) => {
      const element = document.createElement(tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    });
    document.querySelector('main')?.replaceChildren(...made);
  }, all);
}

/** What all show once none is waiting any more; a map with figures may yet wait for its boundaries. */
export async function settled({ page }: Somewhere): Promise<readonly Shown[]> {
  return page.evaluate(async () => {
    const isWaiting = ({ shadowRoot }: Element): boolean => Boolean(shadowRoot?.querySelector('.drawing.waiting'));
    for (;;) {
      const all = await window.peilglasFaults.shown();
      const areSettled = all.every(({ state }) => state !== 'idle' && state !== 'loading');
      if (areSettled && ![...document.querySelectorAll('main > *')].some(isWaiting)) return all;
      await new Promise(requestAnimationFrame);
    }
  });
}

/** Waits until all have figures. */
export async function ready({ page }: Somewhere): Promise<void> {
  await page.evaluate(async (patience) => {
    const all = [...document.querySelectorAll<DataElement>('main > *')];
    const others = (): readonly DataElement[] => all.filter(({ loadState }) => loadState !== 'ready');
    for (const end = performance.now() + patience; others().length > 0;) {
      const found = others().map(({ localName, loadState }) => `${localName} is ${loadState}`);
      if (performance.now() > end) throw new Error(`Never ready: ${found.join(', ')}`);
      await new Promise(requestAnimationFrame);
    }
  }, patience);
}

/** Asks everything anew, and resolves when all that was asked has been answered. */
export async function refresh({ page }: Somewhere): Promise<void> {
  await page.evaluate(async () => {
    const all = [...document.querySelectorAll<DataElement>('main > *')];
    await Promise.all(all.map((element) => element.refresh()));
  });
}

export async function hurry({ page }: Somewhere, limits: number): Promise<void> {
  await page.evaluate((limits) => {
    window.peilglasFaults.clock.limits = limits;
  }, limits);
}

/** What the page itself says; that an answer was no success, or a place out of bounds, is for the browser. */
export function ownWords({ messages }: Pick<Visit, 'messages'>): readonly string[] {
  return messages.filter(
    (message) => !/Failed to load resource|net::ERR_|^error: Connecting to .* violates/.test(message),
  );
}
