import { Task } from '@lit/task';
import { parseJsonStat, sharedJsonStatSource, sharedSource, type Source, type TokenProvider } from '@peilglas/client';
import { Cube, DataError, loadStateOf, type LoadState, type SliceSelection } from '@peilglas/model';
import type { ReactiveController, ReactiveElement } from 'lit';

/** What an element asks. Two questions with the same `identity`, provider and data are the same question. */
export interface Question {
  /** Everything that decides the answer, as text. */
  readonly identity: string;
  readonly endpoint: string;
  readonly table: string;
  readonly lang: string;
  readonly tokenProvider: TokenProvider | null;
  /** A cube or raw JSON-stat given in the page; then no request is made. */
  readonly data: unknown;
  /** The codes wanted, given the table's metadata; null when the metadata itself is the answer. */
  readonly select: ((metadata: Cube) => SliceSelection) | null;
}

export type Patience = 'quiet' | 'loading' | 'slow';

/** After how many milliseconds waiting is announced, and when it is called slow. */
const announceAfter = 400;
const slowAfter = 8000;

/**
 * Question → cube, with the state to show meanwhile. A new question drops the old figures at once, so that nothing on
 * screen ever belongs to another selection; asking the same question again keeps them until the answer is there.
 */
export class CubeController implements ReactiveController {
  state: LoadState = 'idle';
  cube: Cube | null = null;
  error: DataError | null = null;
  patience: Patience = 'quiet';
  /** When the figures on screen arrived, as an ISO date-time. */
  arrived: string | null = null;
  readonly #host: ReactiveElement;
  readonly #judge: (cube: Cube) => LoadState;
  readonly #task: Task<readonly [Question | null], Cube | null>;
  #asked: Question | null = null;
  #fresh = false;
  #timers: ReturnType<typeof setTimeout>[] = [];

  /**
   * @param ask what the host wants now; null when it lacks a table or endpoint
   * @param judge the state an answer leads to: `ready`, `empty` or `suppressed`
   */
  constructor(host: ReactiveElement, ask: () => Question | null, judge: (cube: Cube) => LoadState) {
    this.#host = host;
    this.#judge = judge;
    host.addController(this);
    this.#task = new Task(host, {
      args: () => [ask()] as const,
      argsEqual: ([before], [now]) => sameQuestion(before ?? null, now ?? null),
      task: ([question], { signal }) => this.#answer(question, signal),
      onComplete: (cube) => {
        this.#settle(cube);
      },
      onError: (error) => {
        this.#fail(error);
      },
    });
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryOnline);
    // An element moved or put back while it was loading asks again: leaving aborted its request.
    if (this.state === 'loading') void this.#task.run();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryOnline);
    this.#task.abort();
    this.#stopTimers();
  }

  /** Asks the same question again, past every cache. */
  async refresh(): Promise<void> {
    this.#fresh = true;
    await this.#task.run();
  }

  readonly #retryOnline = (): void => {
    if (this.state === 'failed' || this.state === 'stale') void this.refresh();
  };

  async #answer(question: Question | null, signal: AbortSignal): Promise<Cube | null> {
    const fresh = this.#fresh;
    this.#fresh = false;
    if (!sameQuestion(this.#asked, question)) {
      this.cube = null;
      this.error = null;
      this.#asked = question;
    }
    if (question === null) return null;
    this.#wait();
    if (question.data !== null && question.data !== undefined) return answerFromPage(question);
    const { table, lang, select } = question;
    const source = sourceOf(question);
    if (select === null) return source.describe(table, lang, signal);
    return source.read({ table, lang, select, signal, fresh });
  }

  #wait(): void {
    this.#stopTimers();
    this.patience = 'quiet';
    if (this.cube === null) this.state = 'loading';
    const become = (patience: Patience) => () => {
      this.patience = patience;
      this.#host.requestUpdate();
    };
    this.#timers = [setTimeout(become('loading'), announceAfter), setTimeout(become('slow'), slowAfter)];
  }

  #settle(cube: Cube | null): void {
    this.#stopTimers();
    this.cube = cube;
    this.error = null;
    this.arrived = cube === null ? null : new Date().toISOString();
    this.state = cube === null ? 'idle' : this.#judge(cube);
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    this.#stopTimers();
    // Anything but our own errors is a mistake in our code: it must be seen in the console and still end in a state.
    if (!(error instanceof DataError)) reportError(error);
    this.error = error instanceof DataError ? error : null;
    const keep = this.cube !== null && (this.error?.retryable ?? false);
    this.state = keep ? 'stale' : this.error === null ? 'failed' : loadStateOf(this.error);
    if (!keep) this.cube = null;
    this.#host.requestUpdate();
  }

  #stopTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}

function answerFromPage({ data, select }: Question): Cube {
  const cube = data instanceof Cube ? data : parseJsonStat(data);
  return select === null ? cube : cube.slice(select(cube));
}

/** An endpoint without a table is the address of a plain JSON-stat document. */
function sourceOf({ endpoint, table, tokenProvider }: Question): Source {
  return table === '' ? sharedJsonStatSource(endpoint, tokenProvider) : sharedSource(endpoint, tokenProvider);
}

function sameQuestion(a: Question | null, b: Question | null): boolean {
  if (a === null || b === null) return a === b;
  return a.identity === b.identity && a.tokenProvider === b.tokenProvider && a.data === b.data;
}
