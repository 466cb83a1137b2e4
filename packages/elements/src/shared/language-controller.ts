import { LocalizeController, update } from '@shoelace-style/localize';
import { isLoaded, loadLanguage, registerTexts, wordsFor, type Words } from '@peilglas/text';
import type { ReactiveElement } from 'lit';

/**
 * The language of an element: `lang` of itself or its nearest ancestor, across shadow roots; Dutch when nobody says.
 * A change of `lang` anywhere in the document, or in the shadow root that an element is in, updates every element.
 */
export class LanguageController extends LocalizeController<Words> {
  readonly #element: ReactiveElement;

  constructor(host: ReactiveElement) {
    super(host);
    this.#element = host;
    registerTexts();
  }

  override hostConnected(): void {
    super.hostConnected();
    observeLang(document);
    observeLang(this.#element.getRootNode());
    // The new place may be in another language.
    this.#element.requestUpdate();
  }

  /** The language of what is shown, and so of the figures to ask for: one that we have texts in. */
  override lang(): string {
    return this.words.$code;
  }

  /** Whether the texts in this language are at hand; if not, `load` fetches them. */
  get isLoaded(): boolean {
    return isLoaded(this.#wanted);
  }

  load(): Promise<void> {
    return loadLanguage(this.#wanted);
  }

  get words(): Words {
    return wordsFor(this.#wanted);
  }

  get #wanted(): string {
    return this.#element.lang || (nearestLang(this.#element) ?? 'nl');
  }
}

let observer: MutationObserver | undefined;

/** The library itself looks at `<html>` only. Observing the same tree again is no second time. */
function observeLang(root: Node): void {
  observer ??= new MutationObserver(update);
  observer.observe(root, { attributeFilter: ['lang'], subtree: true });
}

function nearestLang(start: Element): string | null {
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
