import { LocalizeController } from '@shoelace-style/localize';
import { isLoaded, loadLanguage, registerTexts, wordsFor, type Words } from '@peilglas/text';
import type { ReactiveElement } from 'lit';

/**
 * The language of an element: `lang` of itself or its nearest ancestor, across shadow roots; Dutch when nobody says.
 * A change of `lang` on `<html>` updates every element.
 */
export class LanguageController extends LocalizeController<Words> {
  readonly #element: ReactiveElement;

  constructor(host: ReactiveElement) {
    super(host);
    this.#element = host;
    registerTexts();
  }

  override lang(): string {
    return nearestLang(this.#element) ?? 'nl';
  }

  /** Whether the texts in this language are at hand; if not, `load` fetches them. */
  get isLoaded(): boolean {
    return isLoaded(this.lang());
  }

  load(): Promise<void> {
    return loadLanguage(this.lang());
  }

  get words(): Words {
    return wordsFor(this.lang());
  }
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
