import type { Session, SignedInUser } from '@peilglas/auth';
import { sharedSource, type TokenProvider } from '@peilglas/client';
import { sharedCatalogue, type ListedTable } from '@peilglas/client/catalogue';
import { DataError, type Cube, type LoadState } from '@peilglas/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Patience } from '../shared/cube-controller.js';
import { errorFor } from '../shared/refused-visitor.js';
import { sessionOf } from '../shared/session-of.js';
import { tableLanguage } from '../shared/table-language.js';
import { freeze, parseDay } from './freeze.js';
import type { DescribedTable } from './read-book.js';
import { stateOf } from './state-of.js';

/** What a yearbook asks. */
export interface BookQuestion {
  readonly endpoint: string;
  readonly lang: string;
  readonly tokenProvider: TokenProvider | null;
  /** Codes of themes; empty for all. */
  readonly themes: readonly string[];
  /** The day of which the figures must be; null for those of now. */
  readonly version: string | null;
}

export interface Book {
  readonly tables: readonly DescribedTable[];
  /** Left out, since their figures are no longer those of the day asked for. */
  readonly changed: readonly ListedTable[];
}

const announceAfter = 400;
const slowAfter = 8000;

/** Who shows a book: asks it anew, with the figures in it. */
export type BookHost = ReactiveElement & { refresh: () => Promise<void> };

/**
 * Question → all tables that the visitor may see, each with its metadata. Like `CubeController`: another question drops
 * the old answer at once, and so does another visitor; asking the same again keeps it until the answer is there, or when
 * there is none. So it is with each table: one that cannot be had anew stays as it was, and no other waits for it.
 */
export class BookController implements ReactiveController {
  state: LoadState = 'idle';
  book: Book | null = null;
  error: DataError | null = null;
  patience: Patience = 'quiet';
  /** When the book arrived, as an ISO date-time. */
  arrived: string | null = null;
  /** What a book says is said once a page. */
  readonly speaks = true;
  session: Session | null = null;
  readonly #host: BookHost;
  readonly #ask: () => BookQuestion | null;
  readonly #drop: () => void;
  #asked: BookQuestion | null = null;
  #identity = '';
  #leaving = new AbortController();
  #timers: ReturnType<typeof setTimeout>[] = [];
  #visitor: SignedInUser | null = null;

  /**
   * @param ask what the host wants now; null when it lacks an endpoint
   * @param drop lets go of what was shown: another question was asked, or somebody else asks
   */
  constructor(host: BookHost, ask: () => BookQuestion | null, drop: () => void) {
    this.#host = host;
    this.#ask = ask;
    this.#drop = drop;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryOnline);
    this.session?.addEventListener('sessionchange', this.#onSession);
    if (this.state === 'loading') void this.#answer(false);
    else if (this.session) this.#onSession();
  }

  hostUpdate(): void {
    const question = this.#ask();
    const { tokenProvider = null, ...rest } = question ?? {};
    const identity = question ? JSON.stringify(rest) : '';
    if (identity === this.#identity && tokenProvider === (this.#asked?.tokenProvider ?? null)) return;
    this.#asked = question;
    this.#identity = identity;
    this.#follow(sessionOf(tokenProvider));
    this.#letGo();
    void this.#answer(false);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryOnline);
    this.session?.removeEventListener('sessionchange', this.#onSession);
    this.#leaving.abort();
    this.#stopTimers();
  }

  /** Asks the same anew, past every cache. Resolves with whether there is an answer, and no other question since. */
  refresh(): Promise<boolean> {
    return this.#answer(true);
  }

  readonly #retryOnline = (): void => {
    if (this.state === 'failed' || this.state === 'stale') void this.#host.refresh();
  };

  #letGo(): void {
    this.book = null;
    this.#drop();
  }

  #follow(session: Session | null): void {
    this.session?.removeEventListener('sessionchange', this.#onSession);
    session?.addEventListener('sessionchange', this.#onSession);
    this.session = session;
    this.#visitor = session?.user ?? null;
  }

  readonly #onSession = (): void => {
    const user = this.session?.user ?? null;
    this.#host.requestUpdate();
    if (user === this.#visitor) return;
    this.#visitor = user;
    this.#letGo();
    // By then the catalogue has heard it too, and forgotten what was for the visitor before.
    queueMicrotask(() => void this.#answer(false));
  };

  async #answer(fresh: boolean): Promise<boolean> {
    this.#leaving.abort();
    const { signal } = (this.#leaving = new AbortController());
    const question = this.#asked;
    if (!this.book) {
      this.error = null;
      this.#become(question ? 'loading' : 'idle');
    }
    if (!question) return false;
    this.#wait();
    try {
      const book = await readTables(question, signal, fresh);
      if (signal.aborted) return false;
      const { tables, lost } = keepLost(book.tables, this.book?.tables ?? []);
      this.book = { ...book, tables };
      this.error = lost;
      if (!lost) this.arrived = new Date().toISOString();
      this.#become(lost ? 'stale' : stateOfBook(book));
      return true;
    } catch (error) {
      if (!signal.aborted) this.#fail(this.book ? error : errorFor(this.session, error));
      return false;
    }
  }

  #fail(error: unknown): void {
    const isKnown = error instanceof DataError;
    if (!isKnown) reportError(error);
    this.error = isKnown ? error : null;
    const state = stateOf(this.error);
    // What could not be had anew is still what was asked for; only an answer that says so takes it away.
    const isStale = isKnown && /ready|stale/.test(this.state) && /failed|signed/.test(state);
    if (!isStale) this.#letGo();
    this.#become(isStale ? 'stale' : state);
  }

  #become(state: LoadState): void {
    this.#stopTimers();
    this.state = state;
    this.#host.requestUpdate();
  }

  #wait(): void {
    this.#stopTimers();
    this.patience = 'quiet';
    const become = (patience: Patience) => () => {
      this.patience = patience;
      this.#host.requestUpdate();
    };
    this.#timers = [setTimeout(become('loading'), announceAfter), setTimeout(become('slow'), slowAfter)];
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}

function stateOfBook({ tables, changed }: Book): LoadState {
  if (tables.length === 0) return changed.length > 0 ? 'ready' : 'empty';
  return tables.every(({ error }) => error?.code === 'signed-out') ? 'signed-out' : 'ready';
}

/** Tables as they are now; those that could not be had anew, for the reason in `lost`, as they were before. */
function keepLost(
  tables: readonly DescribedTable[],
  before: readonly DescribedTable[],
): { readonly tables: readonly DescribedTable[]; readonly lost: DataError | null } {
  const had = new Map(before.flatMap(({ listed, cube }) => (cube ? [[listed.id, cube] as const] : [])));
  const keptOf = ({ listed, error }: DescribedTable): Cube | undefined =>
    error && stateOf(error) === 'failed' ? had.get(listed.id) : undefined;
  const kept = tables.map((table) => {
    const cube = keptOf(table);
    return cube ? { listed: table.listed, cube, error: null } : table;
  });
  return { tables: kept, lost: tables.find(keptOf)?.error ?? null };
}

async function readTables(question: BookQuestion, signal: AbortSignal, fresh: boolean): Promise<Book> {
  const { endpoint, tokenProvider, themes, version } = question;
  const lang = tableLanguage(question.lang);
  const listed = await sharedCatalogue(endpoint, tokenProvider).list({ lang, signal, fresh });
  const wanted = listed.filter(({ theme }) => themes.length === 0 || (theme !== null && themes.includes(theme.code)));
  const day = version === null ? null : parseDay(version);
  if (version !== null && day === null) return { tables: [], changed: [] };
  const { kept, changed } = day === null ? { kept: wanted, changed: [] } : freeze(wanted, day);
  const inOrder =
    themes.length === 0 ? kept : themes.flatMap((code) => kept.filter(({ theme }) => theme?.code === code));
  const source = sharedSource(endpoint, tokenProvider);
  const describe = async (table: ListedTable): Promise<DescribedTable> => {
    try {
      return { listed: table, cube: await source.describe({ table: table.id, lang, signal, fresh }), error: null };
    } catch (error) {
      // One table that is away leaves the others as they are.
      if (!(error instanceof DataError)) throw error;
      return { listed: table, cube: null, error };
    }
  };
  return { tables: await Promise.all(inOrder.map(describe)), changed };
}
