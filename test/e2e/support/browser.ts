/** Visits of the demo in a real browser, each with nothing left of the one before, and all that went by during it. */
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { browserFlags, findBrowser } from '../../../scripts/find-browser.mjs';
import { findProgram } from './find-program.ts';

export interface LayoutShift {
  readonly value: number;
  /** What moved. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    /** What a visit notes down inside the page. */
    peilglasSeen: {
      readonly shifts: () => readonly LayoutShift[];
      /** Directive and what was blocked. */
      readonly violations: readonly string[];
    };
  }
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for, as `GET http://…`. */
  readonly requests: readonly string[];
  /** Everything on the console and every uncaught error. */
  readonly messages: readonly string[];
  /** Requests that failed or were not answered with success, and answers that set a cookie. */
  readonly oddAnswers: readonly string[];
  readonly leave: () => Promise<void>;
}

export interface VisitOptions {
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Before the address is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Milliseconds for which a browser waits on a busy machine; a test that hangs is ended by the runner. */
export const patience = 120_000;

export async function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chrome, Chromium or Edge: npm run pretest says what to do');
  return puppeteer.launch({ executablePath, args: browserFlags, timeout: patience });
}

const firefox = findProgram('firefox-esr', 'firefox');
/** What a test that needs Firefox says where there is none; false where there is. */
export const withoutFirefox = firefox === undefined && 'Firefox is not installed';

export async function launchFirefox(extraPrefsFirefox: Record<string, unknown> = {}): Promise<Browser> {
  if (firefox === undefined) throw new Error('Firefox is not installed');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox,
    // No processes for pages that nobody will open: a fifth of what a start takes.
    extraPrefsFirefox: { 'dom.ipc.processPrelaunch.enabled': false, ...extraPrefsFirefox },
    timeout: patience,
  });
}

export async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1280, height = 800, dark = false, prepare } = options;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const [requests, messages, oddAnswers]: [string[], string[], string[]] = [[], [], []];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`));
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on('requestfailed', (request) => oddAnswers.push(`${String(request.failure()?.errorText)} ${request.url()}`));
  page.on('response', (response) => {
    // Frames of one page ask again for what they share, and hear that it has not changed.
    if (!response.ok() && response.status() !== 304) oddAnswers.push(`${response.status()} ${response.url()}`);
    if (response.headers()['set-cookie'] !== undefined) oddAnswers.push(`Set-Cookie ${response.url()}`);
  });
  if (browser.process()?.spawnfile === findBrowser()) {
    // A page that is not in front gets no focus events, and which one is in front is a matter of moments.
    await (await page.createCDPSession()).send('Emulation.setFocusEmulationEnabled', { enabled: true });
  }
  await page.setViewport({ width, height });
  if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await page.evaluateOnNewDocument(noteDown);
  await prepare?.(page);
  await page.goto(address);
  return { page, context, requests, messages, oddAnswers, leave: () => context.close() };
}

/** Runs in the page before anything of its own. */
function noteDown(): void {
  interface ShiftEntry extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const isShift = (entry: PerformanceEntry): entry is ShiftEntry => entry.entryType === 'layout-shift';
  const shifts: LayoutShift[] = [];
  const violations: string[] = [];
  const describe = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const root = element?.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.outerHTML.split('>')[0] ?? ''}> ` : '';
    return `${host}${element?.outerHTML.split('>')[0] ?? 'removed'}>`;
  };
  const keep = (entries: readonly PerformanceEntry[]): void => {
    for (const entry of entries) {
      if (!isShift(entry) || entry.hadRecentInput) continue;
      shifts.push({ value: entry.value, moved: entry.sources.map(({ node }) => describe(node)) });
    }
  };
  const observer = new PerformanceObserver((list) => {
    keep(list.getEntries());
  });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    observer.observe({ type: 'layout-shift', buffered: true });
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  const read = (): readonly LayoutShift[] => {
    keep(observer.takeRecords());
    return shifts;
  };
  window.peilglasSeen = { shifts: read, violations };
}

/** Lets pending frames be painted and observers report. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/**
 * Walks the page from top to bottom, a screen at a time, as a reader does; ends at the top.
 * @param read what the reader waits for at each screen
 */
export async function readThrough(page: Page, read: () => Promise<void> = () => painted(page)): Promise<void> {
  const down = (): Promise<boolean> =>
    page.evaluate(() => {
      const before = window.scrollY;
      window.scrollBy({ top: window.innerHeight, behavior: 'instant' });
      return window.scrollY > before;
    });
  // Nobody scrolls away from what was not painted: growth and a scroll in one frame count as if all had moved.
  await painted(page);
  do await read();
  while (await down());
  await page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' });
  });
  await painted(page);
}
