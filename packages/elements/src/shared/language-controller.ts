import { isLoaded, loadLanguage, wordsFor, type Words } from '@peilglas/text';
import type { ReactiveController, ReactiveElement } from 'lit';

/** Elements in the page, each of which may be in another language after a change of `lang`. */
const connected = new Set<ReactiveElement>();

/**
 * The language of an element: `lang` of itself or its nearest ancestor, across shadow roots; Dutch when nobody says.
 * A change of `lang` anywhere in the document, or in the shadow root that an element is in, updates every element.
 */
export class LanguageController implements ReactiveController {
  readonly #element: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#element = host;
    host.addController(this);
  }

  hostConnected(): void {
    connected.add(this.#element);
    observeLang(document);
    observeLang(this.#element.getRootNode());
    // The new place may be in another language.
    this.#element.requestUpdate();
  }

  hostDisconnected(): void {
    connected.delete(this.#element);
  }

  /** The language of what is shown, and so of the figures to ask for: one that we have texts in. */
  lang(): string {
    return this.words.language;
  }

  /** Whether the texts in this language are at hand; if not, `load` fetches them. */
  get isLoaded(): boolean {
    return isLoaded(this.#wanted);
  }

  /** Others that could not get these texts before show them now too. */
  async load(): Promise<void> {
    await loadLanguage(this.#wanted);
    if (this.isLoaded) updateAll();
  }

  get words(): Words {
    return wordsFor(this.#wanted);
  }

  get #wanted(): string {
    return this.#element.lang || (nearestLang(this.#element) ?? 'nl');
  }
}

let observer: MutationObserver | undefined;

/** Observing the same tree again is no second time. */
function observeLang(root: Node): void {
  observer ??= new MutationObserver(updateAll);
  observer.observe(root, { attributeFilter: ['lang'], subtree: true });
}

function updateAll(): void {
  for (const element of connected) element.requestUpdate();
}

/** `lang` of the nearest element around it that has one, across shadow roots. */
export function nearestLang(start: Element): string | null {
  let node: Node | null = start;
  while (node !== null) {
    if (node instanceof Element) {
      const lang = node.getAttribute('lang');
      if (lang) return lang;
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return null;
}
