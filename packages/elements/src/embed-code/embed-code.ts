import { embedWordsFor, type EmbedRoute, type EmbedWords } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { frame } from '../shared/frame.styles.js';
import { LanguageElement } from '../shared/language-element.js';
import { tokens } from '../shared/tokens.styles.js';
import { styles } from './embed-code.styles.js';
import { embedWarnings } from './embed-warnings.js';
import { folderOf, readEmbedded } from './read-embedded.js';
import { TargetController } from './target-controller.js';
import { writeSnippet } from './write-snippet.js';

const routes: readonly EmbedRoute[] = ['tag', 'data', 'frame'];

/**
 * The code to put an element on another page, as it is here: what it takes from the page around it is written out. Says
 * when others would not see what is seen here. What shows who asks never goes along.
 *
 * @summary The code to embed what you see
 * @attr for - Id of an element with figures in the same document or shadow root; the element inside when absent
 * @attr base - Address of the folder with the scripts; where this page has them from when absent
 * @attr {'tag' | 'data' | 'frame'} route - The way that is chosen at first: `tag` (default), `data` or `frame`
 * @slot - The element of which the code is shown, when `for` names no other
 * @csspart routes - The choice between ways
 * @csspart warnings - What to know first
 * @csspart code - The code
 * @csspart copy-button - Copies it
 * @csspart status - What came of copying
 */
export class EmbedCode extends LanguageElement {
  static override readonly properties: PropertyDeclarations = {
    for: {},
    base: {},
    route: {},
    copied: { state: true },
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  declare for: string | null;
  declare base: string | null;
  declare route: string;
  /** Whether the clipboard took the code; null before anybody tried. */
  declare private copied: boolean | null;

  readonly #follow = new TargetController(this, () => this.#target);

  constructor() {
    super();
    this.for = null;
    this.base = null;
    this.route = 'tag';
    this.copied = null;
  }

  /** The code as it stands there; empty while there is no element. */
  get code(): string {
    const embedded = this.#embedded;
    return embedded ? writeSnippet(this.#route, embedded) : '';
  }

  protected override render(): TemplateResult {
    const words = embedWordsFor(this.language.lang());
    const { target } = this.#follow;
    return html`<slot @slotchange=${this.#onSlot}></slot>
      <div class="embed" role="group" lang=${this.language.lang()} aria-label=${words.code}>
        ${target ? this.#codeView(words) : html`<p class="muted">${words.nothing}</p>`}
      </div>`;
  }

  #codeView(words: EmbedWords): TemplateResult {
    const status = this.copied === null ? nothing : this.copied ? words.copied : words.refused;
    return html`<fieldset part="routes">
        <legend>${words.legend}</legend>
        ${routes.map((route) => this.#routeView(route, words))}
      </fieldset>
      ${this.#warningsView(words)}
      <pre
        part="code"
        tabindex="0"
        role="region"
        aria-label=${words.code}
        dir="ltr"
        translate="no"
      ><code>${this.code}</code></pre>
      <div class="actions">
        <button type="button" part="copy-button" @click=${this.#copy}>${words.copy}</button>
        <p part="status" aria-live="polite">${status}</p>
      </div>`;
  }

  #routeView(route: EmbedRoute, words: EmbedWords): TemplateResult {
    const choose = (): void => {
      this.route = route;
      this.copied = null;
    };
    return html`<label>
      <input
        type="radio"
        name="route"
        .value=${route}
        .checked=${route === this.#route}
        aria-labelledby="way-${route}"
        aria-describedby="when-${route}"
        @change=${choose}
      />
      <span
        ><span id="way-${route}">${words.routes[route]}</span
        ><small id="when-${route}">${words.when[route]}</small></span
      >
    </label>`;
  }

  #warningsView(words: EmbedWords): unknown {
    const { target } = this.#follow;
    const embedded = this.#embedded;
    const warnings = target && embedded ? embedWarnings(target, embedded, words) : [];
    if (warnings.length === 0) return nothing;
    return html`<ul class="warnings" part="warnings">
      ${warnings.map((warning) => html`<li>${warning}</li>`)}
    </ul>`;
  }

  get #embedded(): ReturnType<typeof readEmbedded> | null {
    const { target, context } = this.#follow;
    return target && readEmbedded(target, context, folderOf(this.base));
  }

  get #route(): EmbedRoute {
    return routes.find((route) => route === this.route) ?? 'tag';
  }

  get #target(): Element | null {
    if (this.for === null) return this.firstElementChild;
    const root = this.getRootNode();
    return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(this.for) : null;
  }

  readonly #onSlot = (): void => {
    this.requestUpdate();
  };

  readonly #copy = async (): Promise<void> => {
    // Said anew when it is done a second time.
    this.copied = null;
    try {
      await navigator.clipboard.writeText(this.code);
      this.copied = true;
    } catch {
      // No clipboard without https, in some frames, or when the visitor says no.
      const code = this.renderRoot.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      this.renderRoot.querySelector('pre')?.focus();
      this.copied = false;
    }
  };
}
