import { ContextProvider } from '@lit/context';
import type { LoadState } from '@peilglas/model';
import { yearbookWordsFor, type YearbookWords } from '@peilglas/text';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { DataContextConsumer, dataContext, type DataContextValue } from '../shared/data-context-value.js';
import { frame } from '../shared/frame.styles.js';
import { LanguageElement } from '../shared/language-element.js';
import { loadStateView } from '../shared/load-state-view.js';
import { parseList } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import { PeilSignInEvent } from '../shared/peil-sign-in-event.js';
import { PeilStateEvent } from '../shared/peil-state-event.js';
import { tellState } from '../shared/tell-state.js';
import { tokens } from '../shared/tokens.styles.js';
import { waitingView } from '../shared/waiting-view.js';
import { BookController, type Book, type BookQuestion } from './book-controller.js';
import { pickerView, themeView, type Setting } from './chapter-view.js';
import { contentsView } from './contents-view.js';
import { parseDay } from './freeze.js';
import { failureView, signInView, titleView, versionView } from './front-view.js';
import { MountController } from './mount-controller.js';
import { PaperController } from './paper-controller.js';
import { nameOf, readBook, tableOfRegions, type Chapter, type ThemePart } from './read-book.js';
import { ReadingController } from './reading-controller.js';
import { stateOf } from './state-of.js';
import { styles } from './statistical-yearbook.styles.js';
import { allDrawn } from './all-drawn.js';

/**
 * A whole yearbook from the catalogue of an endpoint: the themes, tables and indicators that this visitor may see, each
 * with an element that fits, definitions per theme, a list of municipalities and a table of contents. It says itself
 * which figures there are; what an author says is where they come from.
 *
 * Elements are made when the reader comes near, in room that was kept for them, and all of them for paper.
 *
 * @summary A yearbook from the catalogue
 * @attr endpoint - Address of a PxWebApi 2 endpoint; that of the data-context when absent
 * @attr region - Region code that the book is about at first; that of the data-context when absent
 * @attr themes - Codes of the themes to show, in this order; all of them when absent
 * @attr version - A day, `2026-01-01`: only tables of which the figures have not changed since, and the names of those that have
 * @attr heading - Replaces the title; none when empty
 * @attr heading-level - 2 to 6, default 2; themes, tables and figures are one level lower each
 * @attr print - Lays the book out as on paper, with everything in the page
 * @slot heading - Replaces the title
 * @slot actions - Beside the button to print
 * @slot footer - Below the last theme
 * @slot empty - In place of the message that there are no figures to see
 * @slot signed-out - In place of the message that figures are for whoever signs in
 * @slot no-access - In place of the message that they are for others
 * @slot error - In place of the message that they could not be had
 * @fires peil-state - The load state changed
 * @fires peil-select - The reader chose a municipality
 * @fires peil-sign-in - The visitor wants to sign in
 * @cssstate idle - Nothing is asked yet
 * @cssstate loading - The catalogue is on its way
 * @cssstate ready - There is a book
 * @cssstate empty - The catalogue has nothing to show
 * @cssstate signed-out - It is for whoever signs in
 * @cssstate no-access - It is for others
 * @cssstate not-found - There is no catalogue
 * @cssstate stale - The book of before, for it could not be refreshed
 * @cssstate failed - It could not be had
 * @csspart title - The title
 * @csspart contents - The table of contents
 * @csspart contents-button - Opens the table of contents on a narrow screen
 * @csspart contents-link - A theme or table in it
 * @csspart theme-heading - Name of a theme
 * @csspart chapter - A table
 * @csspart chapter-heading - Its name
 * @csspart figure - One element
 * @csspart definitions - What the figures of a theme mean
 * @csspart print-button - Prints
 * @csspart version - Of which day the book is
 * @csspart sign-in - That there is more for whoever signs in
 * @csspart sign-in-button - The button in it
 * @csspart message - Why there is no book, or none that is new
 * @csspart retry - The button in it
 * @cssprop --peil-yearbook-height - Least height, kept before the book is there; default 100vb
 * @cssprop --peil-yearbook-offset - Room above a chapter that was gone to, for a host's own sticky header; default 16px
 */
export class StatisticalYearbook extends LanguageElement {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    region: {},
    themes: {},
    version: {},
    heading: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    print: { type: Boolean, reflect: true },
    contentsOpen: { state: true },
    opened: { state: true },
    isPreparing: { state: true },
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  declare endpoint: string | null;
  declare region: string | null;
  declare themes: string | null;
  declare version: string | null;
  declare heading: string | null;
  declare headingLevel: number;
  declare print: boolean;
  declare private contentsOpen: boolean;
  declare private opened: ReadonlySet<string>;
  declare private isPreparing: boolean;

  /** Resolves when the book has something to show other than "loading". */
  readonly ready: Promise<void>;

  readonly #outer = new DataContextConsumer(this);
  readonly #inner = new ContextProvider(this, { context: dataContext });
  readonly #mounting = new MountController(this);
  readonly #books = new BookController(
    this,
    () => this.#question,
    () => {
      this.#mounting.clear();
    },
  );
  readonly #reading = new ReadingController(this);
  readonly #paper = new PaperController(this, () => {
    this.performUpdate();
  });
  readonly #internals = this.attachInternals();
  #becomeReady: () => void = () => undefined;
  #shown: LoadState | null = null;
  /** The end of the address that was gone to. */
  #gone = '';
  #book: Book | null = null;
  protected parts: readonly ThemePart[] = [];

  constructor() {
    super();
    this.endpoint = null;
    this.region = null;
    this.themes = null;
    this.version = null;
    this.heading = null;
    this.headingLevel = 2;
    this.print = false;
    this.contentsOpen = false;
    this.opened = new Set();
    this.isPreparing = false;
    this.ready = new Promise((resolve) => {
      this.#becomeReady = resolve;
    });
    this.addEventListener(PeilSelectEvent.type, (event) => {
      this.#choose(event);
    });
  }

  get loadState(): LoadState {
    return this.#books.state;
  }

  /** Asks the catalogue anew, and all figures that are in the page; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    const isAnswered = await this.#books.refresh();
    await this.updateComplete;
    // Where the catalogue cannot be had, its figures cannot either: that is told once.
    if (isAnswered) await this.#mounting.refresh();
  }

  /** Lays the book out as on paper and resolves once every figure is there; `print` is set then. */
  async preparePrint(): Promise<void> {
    this.print = true;
    await this.ready;
    await this.updateComplete;
    await this.#mounting.complete();
    await allDrawn(this.#mounting.elements);
  }

  protected override willUpdate(): void {
    this.#inner.setValue({ ...this.#context, region: this.#region });
    this.#mounting.everything = this.#isPaper;
  }

  protected override render(): TemplateResult {
    const { book, state } = this.#books;
    this.#read(book);
    const words = yearbookWordsFor(this.language.lang());
    // What happens to a figure inside is not what happens to the book.
    return html`<div
      class=${this.#isPaper ? 'book paper' : 'book'}
      lang=${this.language.lang()}
      aria-busy=${state === 'loading' || this.isPreparing}
      @peil-state=${stop}
    >
      ${state === 'idle' ? nothing : this.#frontView(words)} ${this.#bodyView(words)}
      <slot name="footer"></slot>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { state, error } = this.#books;
    if (state === this.#shown) return;
    tellState(this.#internals, state, this.#shown);
    const wasThere = this.#shown === 'stale';
    this.#shown = state;
    if (state !== 'idle' && state !== 'loading') this.#becomeReady();
    this.dispatchEvent(new PeilStateEvent(state, error?.code ?? state));
    if (state === 'ready' && !wasThere) this.goToAddress();
  }

  /** An address that ends in the key of a chapter leads there, as any address with a `#` does. */
  protected goToAddress(): void {
    // The keys are encoded, not the address decoded: an address may hold anything.
    const isMeant = (key: string): boolean => [key, encodeURIComponent(key)].includes(location.hash.slice(1));
    const keys = this.parts.flatMap((part) => [part.key, ...part.chapters.map((chapter) => chapter.key)]);
    const key = keys.find(isMeant);
    // Where the book only became another, in another language or for another visitor, the reader stays.
    if (key === undefined || location.hash === this.#gone) return;
    this.#gone = location.hash;
    this.#reading.go(key);
  }

  get #question(): BookQuestion | null {
    const { endpoint, tokenProvider } = this.#context;
    if (!endpoint) return null;
    return {
      endpoint,
      lang: this.language.lang(),
      tokenProvider,
      themes: parseList(this.themes),
      version: this.version,
    };
  }

  get #context(): DataContextValue {
    const outer = this.#outer.value;
    return {
      endpoint: this.endpoint ?? outer?.endpoint ?? null,
      region: this.region ?? outer?.region ?? null,
      period: outer?.period ?? null,
      filter: outer?.filter ?? null,
      tokenProvider: outer?.tokenProvider ?? null,
    };
  }

  get #region(): string | null {
    return parseList(this.#context.region)[0] ?? null;
  }

  get #isPaper(): boolean {
    return this.print || this.#paper.isPrinting;
  }

  #read(book: Book | null): void {
    if (book === this.#book) return;
    this.#book = book;
    this.parts = book ? readBook(book.tables) : [];
  }

  #frontView(words: YearbookWords): TemplateResult {
    const book = this.#book;
    const { session, state } = this.#books;
    const isReady = hasBook(state);
    const lang = this.language.lang();
    const day = this.version === null ? null : parseDay(this.version);
    // Only where somebody can sign in and has not: what they would see then, nobody here knows.
    const asksSignIn = session && session.state !== 'signed-in' && state !== 'loading' && state !== 'signed-out';
    // No `<header>`: outside an article that would be the banner of the whole page.
    return html`<div>
      ${this.heading === '' ? nothing : titleView(this.heading ?? (book || state !== 'loading' ? words.title(this.#regionName) : null), this.#level)}
      <div class="tools">
        ${pickerView(isReady && book ? tableOfRegions(book.tables) : null, this.setting(words))}
        <button
          type="button"
          part="print-button"
          ?hidden=${!isReady}
          aria-disabled=${this.isPreparing}
          @click=${this.#print}
        >
          ${words.print}
        </button>
        <slot name="actions"></slot>
      </div>
      <p class=${this.isPreparing ? 'muted' : 'visually-hidden'} aria-live="polite">
        ${this.isPreparing ? words.preparing : nothing}
      </p>
      ${book && day !== null ? versionView(book.changed, day, words, lang) : nothing}
      ${asksSignIn ? signInView(words, this.language.words, () => this.dispatchEvent(new PeilSignInEvent())) : nothing}
    </div>`;
  }

  get #regionName(): string {
    // A book without tables knows no names.
    return this.#book && this.parts.length > 0 ? nameOf(this.#region, this.#book.tables) : '';
  }

  #bodyView(words: YearbookWords): unknown {
    const { state, patience } = this.#books;
    if (state === 'idle') return nothing;
    if (state === 'loading')
      return html`<div class="waiting" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<p class="bar"></p>`)}</div>
        ${waitingView(this.language.words, patience)}`;
    if (state === 'empty') {
      const isWrong = this.version !== null && parseDay(this.version) === null;
      return html`<slot name="empty">
        <div class="message" part="message" role="status">
          <p>${isWrong ? words.notADate(this.version ?? '') : words.noTables}</p>
        </div>
      </slot>`;
    }
    const message = (): TemplateResult => loadStateView(this.#books, '', this.language, this.#act);
    if (!hasBook(state)) return message();
    const setting = this.setting(words);
    return html`${state === 'stale' ? message() : nothing}
      <div class="spread">
        ${contentsView({
          parts: this.parts,
          current: this.#reading.current,
          isOpen: this.contentsOpen,
          words,
          toggle: () => {
            this.contentsOpen = !this.contentsOpen;
          },
          go: (key) => {
            this.contentsOpen = false;
            void this.updateComplete.then(() => {
              this.#reading.go(key);
            });
          },
        })}
        <div class="themes">${this.parts.map((part) => themeView(part, setting))}</div>
      </div>`;
  }

  /** What all chapters share. */
  protected setting(words: YearbookWords): Setting {
    return {
      mounting: this.#mounting,
      words,
      level: this.heading === '' ? this.#level : this.#level + 1,
      region: this.#region,
      regionName: this.#regionName,
      opened: this.opened,
      isPaper: this.#isPaper,
      openDefinitions: (key, isOpen) => {
        const others = [...this.opened].filter((each) => each !== key);
        this.opened = new Set(isOpen ? [...others, key] : others);
      },
      errorView: (chapter) => this.#errorView(chapter),
      failureView: () => failureView(this.language.words, this.#mounting.retry),
      writer: null,
    };
  }

  #errorView({ error }: Chapter): unknown {
    if (!error) return nothing;
    const { session } = this.#books;
    const act = (): Promise<void> => this.#actOn(error.code === 'signed-out');
    return loadStateView(
      { state: stateOf(error), error, arrived: null, session, speaks: false },
      '',
      this.language,
      act,
    );
  }

  get #level(): number {
    return Math.min(Math.max(this.headingLevel || 2, 2), 6);
  }

  readonly #act = (): Promise<void> => {
    const { error, state } = this.#books;
    return this.#actOn(state === 'signed-out' || error?.code === 'signed-out');
  };

  async #actOn(isSignedOut: boolean): Promise<void> {
    if (isSignedOut && !this.dispatchEvent(new PeilSignInEvent())) return;
    await this.refresh();
  }

  readonly #print = async (): Promise<void> => {
    if (this.isPreparing) return;
    const before = this.print;
    this.isPreparing = true;
    try {
      await this.preparePrint();
      window.print();
    } finally {
      this.isPreparing = false;
      this.print = before;
    }
  };

  /** A context around the book takes the choice, and the book follows; else the book is its own context. */
  #choose(event: PeilSelectEvent): void {
    if (event.defaultPrevented || event.dimension !== 'region') return;
    if (this.#outer.value && this.region === null) return;
    event.stopPropagation();
    this.region = event.codes.join(' ');
  }
}

function hasBook(state: LoadState): boolean {
  return state === 'ready' || state === 'stale';
}

function stop(event: Event): void {
  event.stopPropagation();
}
