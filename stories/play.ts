/** What a reader does in a story, and what stands in it then: for `play`. */
import { DataElement, StatisticalYearbook } from '@peilglas/elements';
import { expect, userEvent } from 'storybook/test';

export interface Played {
  readonly canvasElement: HTMLElement;
}

/** Waits for a condition, and says what was waited for when it does not come in four seconds. */
export async function until(condition: () => unknown, what: string): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > 4000) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The first element of a tag in the story. */
export function first<T extends keyof HTMLElementTagNameMap>(
  { canvasElement }: Played,
  tag: T,
): HTMLElementTagNameMap[T] {
  const element = canvasElement.querySelector(tag);
  if (!element) throw new Error(`No <${tag}> in this story`);
  return element;
}

function figuresIn({ canvasElement }: Played): readonly DataElement[] {
  return [...canvasElement.querySelectorAll('*')].filter((element) => element instanceof DataElement);
}

/** A part of the first element with figures that has it, or what lies in that part. */
export function partOf(played: Played, part: string, inside = ''): HTMLElement | null {
  for (const { renderRoot } of figuresIn(played)) {
    const found = renderRoot.querySelector<HTMLElement>(`[part~='${part}'] ${inside}`.trim());
    if (found) return found;
  }
  return null;
}

/** The same once it is there. */
export async function waitForPart(played: Played, part: string, inside = ''): Promise<HTMLElement> {
  await until(() => partOf(played, part, inside), `${part} ${inside}`);
  return partOf(played, part, inside) ?? played.canvasElement;
}

/** Asks figures anew of an endpoint that then fails: those of before stay. */
export async function refreshFigures(played: Played): Promise<void> {
  const books = [...played.canvasElement.querySelectorAll('statistical-yearbook')].filter(
    (element) => element instanceof StatisticalYearbook,
  );
  for (const element of [...books, ...figuresIn(played)]) {
    const endpoint = element.endpoint ?? element.closest('data-context')?.endpoint;
    if (!endpoint?.includes('stale')) continue;
    await element.ready;
    await element.refresh();
  }
}

/** Presses a part as a visitor would. */
export async function press(played: Played, part: string, inside = ''): Promise<void> {
  await userEvent.click(await waitForPart(played, part, inside));
}

/** Waits until an element shows these words. */
export async function reads(element: Element, words: string | RegExp): Promise<void> {
  const shown = (): string => (element.shadowRoot ?? element).textContent.replaceAll(/\s+/g, ' ');
  const says = (): boolean => (typeof words === 'string' ? shown().includes(words) : words.test(shown()));
  await until(says, `${element.localName} reads ${String(words)}`);
  await expect(says()).toBe(true);
}

/** The same figures as a table, below the drawing. */
export async function openTable(played: Played): Promise<void> {
  await press(played, 'table-button');
  await waitForPart(played, 'table', 'table');
  await expect(partOf(played, 'table-button')?.getAttribute('aria-expanded')).toBe('true');
}

/** What the figure means, beside the button that was pressed. */
export async function openDefinition(played: Played): Promise<void> {
  await press(played, 'definition-button');
  const isOpen = (): boolean =>
    figuresIn(played).some(({ renderRoot }) => renderRoot.querySelector('.definition-popover:popover-open'));
  await until(isOpen, 'the definition opens');
  await expect(isOpen()).toBe(true);
}

/** Files to save and texts to copy; Escape closes the menu again. */
export async function openMenu(played: Played): Promise<void> {
  await press(played, 'downloads', 'summary');
  await waitForPart(played, 'menu', 'button');
  await userEvent.keyboard('{Escape}');
  await expect(partOf(played, 'downloads')?.hasAttribute('open')).toBe(false);
  await press(played, 'downloads', 'summary');
}

/** Looks at places in the drawing by keys: each is shown in the tooltip, and spoken. */
export async function walkDrawing(played: Played, keys = '{ArrowDown}'): Promise<void> {
  const drawing = await waitForPart(played, 'drawing');
  await waitForPart(played, 'drawing', 'svg');
  drawing.focus();
  const before = (await waitForPart(played, 'tooltip')).textContent;
  await userEvent.keyboard(keys);
  await until(() => partOf(played, 'tooltip')?.textContent !== before, 'another place is looked at');
  await userEvent.keyboard('{Escape}');
  await until(() => !partOf(played, 'tooltip'), 'the tooltip goes');
  await userEvent.keyboard(keys);
  await waitForPart(played, 'tooltip');
}

/** Walks the drawing and chooses a municipality with Enter: everything in the same context may follow. */
export async function chooseByEnter(played: Played): Promise<void> {
  const chosen: string[] = [];
  played.canvasElement.addEventListener('peil-select', ({ dimension, codes }) => chosen.push(dimension, ...codes), {
    once: true,
  });
  await walkDrawing(played);
  await userEvent.keyboard('{Enter}');
  await expect(chosen).toEqual(['region', expect.stringMatching(/^GM/)]);
}

/** Chooses in a list, as a reader would. */
export async function choose(played: Played, part: string, value: string): Promise<void> {
  await userEvent.selectOptions(await waitForPart(played, part), await waitForPart(played, part, `[value='${value}']`));
}
