import type { Session, SignedInUser } from '@peilglas/auth';
import { sharedSource, type Source, type TokenProvider } from '@peilglas/client';
import {
  Cube,
  DataError,
  loadStateOf,
  SignInRequiredError,
  type LoadState,
  type SliceSelection,
} from '@peilglas/model';
import type { ReactiveController, ReactiveElement } from 'lit';
import { isFirst } from './is-first.js';
import { errorFor } from './refused-visitor.js';
import { sessionOf } from './session-of.js';
import { tableLanguage } from './table-language.js';

/** What an element asks. Two questions with the same `identity`, provider and data are the same question. */
export interface Question {
  /** Everything that decides the answer, as text. */
  readonly identity: string;
  readonly endpoint: string;
  readonly table: string;
  /** Of the element. */
  readonly lang: string;
  readonly tokenProvider: TokenProvider | null;
  /** A cube, raw JSON-stat, or a child with figures, given in the page; then no request is made. */
  readonly data: unknown;
  /** What must be known before the codes can be chosen. Rejects with a `DataError`. */
  readonly before?: (signal: AbortSignal) => Promise<void>;
  /** The codes wanted, given the table's metadata; null when the metadata itself is the answer. */
  readonly select: ((metadata: Cube) => SliceSelection) | null;
}

/** How long figures are in coming; `seen` is slow without saying so aloud, where another element does. */
export type Patience = 'quiet' | 'loading' | 'slow' | 'seen';

/** After how many milliseconds waiting is announced, and when it is called slow. */
const announceAfter = 400;
const slowAfter = 8000;

/**
 * Question → cube, with the state to show meanwhile. A new question drops the old figures at once, so that nothing on
 * screen ever belongs to another selection; asking the same question again keeps them until the answer is there.
 * So it is with visitors: who signs out takes private figures along, and public ones stay as they are.
 */
export class CubeController implements ReactiveController {
  state: LoadState = 'idle';
  cube: Cube | null = null;
  /** What the table has, also when none of it was asked for; null until that is known. */
  table: Cube | null = null;
  error: DataError | null = null;
  patience: Patience = 'quiet';
  /** Whether a message is heard, and not only seen: another element may have just told the same. */
  speaks = true;
  /** When the figures on screen arrived, as an ISO date-time. */
  arrived: string | null = null;
  /** The session of who asks, when there is one. */
  session: Session | null = null;
  readonly #host: ReactiveElement;
  readonly #ask: () => Question | null;
  readonly #judge: (cube: Cube) => LoadState;
  #asked: Question | null = null;
  #leaving = new AbortController();
  #timers: ReturnType<typeof setTimeout>[] = [];
  /** For whom the figures were asked. */
  #visitor: SignedInUser | null = null;

  /**
   * @param ask what the host wants now; null when it lacks a table or endpoint
   * @param judge the state an answer leads to: `ready`, `empty` or `suppressed`
   */
  constructor(host: ReactiveElement, ask: () => Question | null, judge: (cube: Cube) => LoadState) {
    this.#host = host;
    this.#ask = ask;
    this.#judge = judge;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryOnline);
    this.session?.addEventListener('sessionchange', this.#onSession);
    // An element moved or put back while it was loading asks again: leaving aborted its request.
    if (this.state === 'loading') void this.#answer(this.#asked, false);
    // Somebody else may have signed in while it was away.
    else if (this.session && this.session.user !== this.#visitor) {
      if (this.cube?.publication.audience !== 'public') this.cube = null;
      this.#onSession();
    }
  }

  hostUpdate(): void {
    const question = this.#ask();
    if (sameQuestion(this.#asked, question)) return;
    this.#asked = question;
    this.cube = this.table = null;
    // Figures that the page itself holds are for whoever sees the page.
    this.#follow(question?.data == null ? sessionOf(question?.tokenProvider) : null);
    void this.#answer(question, false);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryOnline);
    this.session?.removeEventListener('sessionchange', this.#onSession);
    this.#leaving.abort();
    this.#stopTimers();
  }

  /** Asks the same question again, past every cache. */
  refresh(): Promise<void> {
    return this.#answer(this.#asked, true);
  }

  readonly #retryOnline = (): void => {
    if (this.state === 'failed' || this.state === 'stale') void this.refresh();
  };

  #follow(session: Session | null): void {
    this.session?.removeEventListener('sessionchange', this.#onSession);
    session?.addEventListener('sessionchange', this.#onSession);
    this.session = session;
    this.#visitor = session?.user ?? null;
  }

  readonly #onSession = (): void => {
    const { state, user = null } = this.session ?? {};
    const isOther = user !== this.#visitor;
    const audience = this.cube?.publication.audience;
    this.#visitor = user;
    this.#host.requestUpdate();
    if (this.state === 'idle' || audience === 'public') return;
    const isOver = state === 'expired' && this.cube !== null;
    // The provider was away for a while: the same visitor is back.
    const isBack = state === 'signed-in' && this.error instanceof SignInRequiredError;
    // What is under way gets the new visitor's token by itself.
    if (!isOver && !isBack && (!isOther || (user && this.state === 'loading'))) return;
    if (isOther && !isBack) this.cube = null;
    if (isOver || (!user && audience === 'private')) {
      this.#leaving.abort();
      this.#fail(new SignInRequiredError());
    } else {
      // By then all sources have heard it too, and forgotten what was for the visitor before.
      queueMicrotask(() => void this.#answer(this.#asked, false));
    }
  };

  /** Only the last question asked is answered: asking aborts the one before. */
  async #answer(question: Question | null, fresh: boolean): Promise<void> {
    this.#leaving.abort();
    const { signal } = (this.#leaving = new AbortController());
    const noted: Noted = { table: null };
    try {
      if (question !== null) this.#wait();
      const cube = question && (await read(question, signal, fresh, noted));
      if (!signal.aborted) this.#settle(cube);
    } catch (error) {
      if (!signal.aborted) this.#fail(this.cube ? error : errorFor(this.session, error));
    }
    if (!signal.aborted) this.table = noted.table;
  }

  #wait(): void {
    this.#stopTimers();
    this.patience = 'quiet';
    if (this.cube === null) {
      this.state = 'loading';
      this.error = null;
    }
    this.#host.requestUpdate();
    const become = (patience: Patience, silent: Patience) => () => {
      this.patience = isFirst(patience) ? patience : silent;
      this.#host.requestUpdate();
    };
    this.#timers = [
      setTimeout(become('loading', 'quiet'), announceAfter),
      setTimeout(become('slow', 'seen'), slowAfter),
    ];
  }

  #settle(cube: Cube | null): void {
    this.#stopTimers();
    this.state = cube === null ? 'idle' : this.#judge(cube);
    this.cube = cube;
    this.error = null;
    this.arrived = cube === null ? null : new Date().toISOString();
    this.speaks = isFirst(this.state);
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    this.#stopTimers();
    // Anything but our own errors is a mistake in our code: it must be seen in the console and still end in a state.
    const isKnown = error instanceof DataError;
    if (!isKnown) reportError(error);
    this.error = isKnown ? error : null;
    this.state = isKnown ? loadStateOf(error) : 'failed';
    // What could not be had anew is still what was asked for; only an answer that says so takes it away.
    if (isKnown && this.cube && /failed|signed/.test(this.state)) this.state = 'stale';
    else this.cube = null;
    this.speaks = isFirst(this.state);
    this.#host.requestUpdate();
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}

/** What is learned of a table on the way. Apart from whoever asks: a question that is remembered must hold no element. */
interface Noted {
  table: Cube | null;
}

async function read(question: Question, signal: AbortSignal, fresh: boolean, noted: Noted): Promise<Cube> {
  const { data, table, lang, select: choose } = question;
  const select = choose && ((metadata: Cube) => choose((noted.table = metadata)));
  await question.before?.(signal);
  if (data !== null && data !== undefined) {
    const cube = data instanceof Cube ? data : (await import('./read-given.js')).readGiven(data);
    return select === null ? cube : cube.slice(select(cube));
  }
  const source = await sourceOf(question);
  const asked = { table, lang: tableLanguage(lang), signal, fresh };
  return select === null ? source.describe(asked) : source.read({ ...asked, select });
}

/** An endpoint without a table is the address of a plain JSON-stat document; few pages have one. */
async function sourceOf({ endpoint, table, tokenProvider }: Question): Promise<Source> {
  if (table !== '') return sharedSource(endpoint, tokenProvider);
  const { sharedJsonStatSource } = await import('./read-given.js');
  return sharedJsonStatSource(endpoint, tokenProvider);
}

export function sameQuestion(a: Question | null, b: Question | null): boolean {
  if (a === null || b === null) return a === b;
  return a.identity === b.identity && a.tokenProvider === b.tokenProvider && a.data === b.data;
}
