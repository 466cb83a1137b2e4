/** A stage on the test page that is cleared after each test, and ways to look at what elements show. */
import type { DataElement } from '@peilglas/elements';
import { loadStates } from '@peilglas/model';
// For the types of the tags only: a test of registration must find none of them registered.
import type {} from '@peilglas/elements/define';
import { render, type TemplateResult } from 'lit';

export type ChartTag =
  'trend-chart' | 'municipality-compare' | 'municipality-map' | 'share-chart' | 'population-pyramid';
export type PickerTag = 'municipality-picker' | 'period-picker' | 'indicator-picker';
export type DataTag = 'kpi-tile' | ChartTag | 'data-table' | 'definition-panel' | PickerTag;

export const chartTags: readonly ChartTag[] = [
  'trend-chart',
  'municipality-compare',
  'municipality-map',
  'share-chart',
  'population-pyramid',
];
export const pickerTags: readonly PickerTag[] = ['municipality-picker', 'period-picker', 'indicator-picker'];
export const dataTags: readonly DataTag[] = ['kpi-tile', ...chartTags, 'data-table', 'definition-panel', ...pickerTags];

export function isChart(tag: DataTag): tag is ChartTag {
  return chartTags.some((each) => each === tag);
}

let stage: HTMLElement | null = null;

afterEach(() => {
  stage?.remove();
  stage = null;
});

/** Puts content on a new stage. @param width CSS pixels; as wide as the page when absent */
export function mount(content: TemplateResult | Element, width?: number): HTMLElement {
  stage?.remove();
  stage = document.createElement('div');
  if (width !== undefined) stage.style.inlineSize = `${width}px`;
  document.body.append(stage);
  render(content, stage);
  return stage;
}

/** The first element of a class below a root. */
export function first<T extends Element>(type: new () => T, root: ParentNode): T {
  const found = [...root.querySelectorAll('*')].find((element): element is T => element instanceof type);
  if (!found) throw new Error(`No ${type.name} here`);
  return found;
}

type Attributes = Readonly<Record<string, string>>;

export function create<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes,
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Mounts one data element and waits until it shows something other than "loading". */
export async function show<T extends DataTag>(
  tag: T,
  attributes: Attributes,
  { data, width }: { data?: unknown; width?: number } = {},
): Promise<HTMLElementTagNameMap[T]> {
  const element: DataElement & HTMLElementTagNameMap[T] = create(tag, attributes);
  element.data = data ?? null;
  mount(element, width);
  await settled(element);
  return element;
}

export async function settled(element: DataElement): Promise<void> {
  await element.updateComplete;
  await until(
    () => element.loadState !== 'loading' && element.loadState !== 'idle',
    () => `${element.localName} is still ${element.loadState}`,
  );
  await element.updateComplete;
}

/** Waits until a chart's drawing is there. */
export async function drawn(chart: DataElement): Promise<void> {
  await until(() => chart.shadowRoot?.querySelector('.canvas svg path'), 'nothing is drawn');
  await chart.updateComplete;
}

/** Milliseconds: as long as a busy machine may take, and less than a test may, so that what was waited for is told. */
const patience = 50_000;

/** Waits for a condition, and says what was waited for when it does not come. */
export async function until(condition: () => unknown, what: string | (() => string)): Promise<void> {
  const start = performance.now();
  while (!(await condition())) {
    if (performance.now() - start > patience) throw new Error(typeof what === 'string' ? what : what());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What lies in an element's shadow root. */
export function inside(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`No ${selector} in <${element.localName}>: ${text(element)}`);
}

/** Whether something lies in an element's shadow root. To assert on: printing an element can take for ever. */
export function has(element: Element, selector: string): boolean {
  return element.shadowRoot?.querySelector(selector) !== null;
}

/** The text that an element shows, or one part of it, with ordinary single spaces; empty when the part is absent. */
export function text(element: Element, selector?: string): string {
  const part = selector === undefined ? element.shadowRoot : element.shadowRoot?.querySelector(selector);
  return plain(part?.textContent ?? '');
}

/** What assistive technology is told of the place in a drawing that keys have led to. */
export function told(element: Element): string {
  return plain(inside(element, '[part=drawing]').ariaValueText ?? '');
}

export function plain(content: string): string {
  return content.replaceAll(/\s+/g, ' ').trim();
}

/** Makes the stage a page in dark, as a host's own dark mode does. */
export function darken(): void {
  if (stage) Object.assign(stage.style, { colorScheme: 'dark', background: 'Canvas', color: 'CanvasText' });
}

// The default holds fewer than the modules of one test page.
performance.setResourceTimingBufferSize(10_000);

/** Files fetched so far of which the address matches. */
export function fetched(address: RegExp): readonly string[] {
  return performance.getEntriesByType('resource').flatMap(({ name }) => (address.test(name) ? [name] : []));
}

/** Lets pending updates, animation frames and observers run. */
export async function frames(count = 2): Promise<void> {
  for (; count > 0; count--) await new Promise(requestAnimationFrame);
}

/** All that `:state(…)` says of an element. */
export function customStates(element: Element): readonly string[] {
  return loadStates.filter((state) => element.matches(`:state(${state})`));
}
