import { escapeMarkup } from '@peilglas/model';
import { renderElement } from './render-element.js';
import type { ServerElement } from './server-element.js';

/** The figures in a book. */
interface Figures {
  /** Each as an element, by what stands for it in the book. */
  readonly markup: ReadonlyMap<string, string>;
  readonly styleHashes: readonly string[];
}

/** @param running the elements, by what stands for them in the book */
export async function renderFigures(
  book: ServerElement,
  running: ReadonlyMap<string, ServerElement>,
  signIn: URL | null,
): Promise<Figures> {
  const markup = new Map<string, string>();
  const styleHashes = new Set<string>();
  for (const [place, element] of running) {
    const figure = book.written?.get(place);
    if (!figure) continue;
    const { tag, attributes, heading } = figure;
    const filling = await renderElement(element, signIn);
    const said = Object.entries(attributes).flatMap(([name, value]) =>
      value === null ? [] : ` ${name}="${escapeMarkup(value)}"`,
    );
    const named = `<span slot="heading">${escapeMarkup(heading)}</span>`;
    markup.set(place, `<${tag}${said.join('')}>${named}${filling.markup}${filling.table}</${tag}>`);
    for (const hash of filling.styleHashes) styleHashes.add(hash);
  }
  return { markup, styleHashes: [...styleHashes] };
}
