import {
  DataError,
  MalformedDatasetError,
  NetworkError,
  SignInRequiredError,
  TimeoutError,
  UnavailableError,
} from '@peilglas/model';
import type { Answer } from './response-error.js';
import type { Credentials, SourceSettings, TokenProvider, TokenRequest } from './source.js';

export interface Question {
  readonly url: URL;
  readonly lang: string;
  /** JSON to post; without it the question is a GET, which may be cached on the way. */
  readonly body?: string;
  readonly fresh: boolean;
  readonly signal: AbortSignal;
}

const retries = 3;
/** Longer than this we do not keep a reader waiting: the error is shown, with a button. */
const longestWait = 30_000;
const mostBytes = 50_000_000;

/** What is asked instead of the network: see `beforeNetwork`. */
export const network: { fetch?: typeof fetch } = {};

/** Questions over HTTP, with token, time-out and retries. The only place that calls `fetch`. */
export class HttpClient {
  readonly #endpoint: string;
  readonly #tokenProvider: TokenProvider | null;
  readonly #fetch: typeof fetch | undefined;
  readonly #timeout: number;
  readonly #retryDelay: number;

  constructor(settings: SourceSettings) {
    this.#endpoint = settings.endpoint;
    this.#tokenProvider = settings.tokenProvider ?? null;
    this.#fetch = settings.fetch;
    this.#timeout = settings.timeout ?? 15_000;
    this.#retryDelay = settings.retryDelay ?? 500;
  }

  /** The JSON that the endpoint answers. Rejects with a `DataError`, or with the signal's reason. */
  async json(question: Question): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        return readJson(await this.#ask(question));
      } catch (error) {
        question.signal.throwIfAborted();
        if (!(error instanceof DataError) || !error.retryable || attempt === retries) throw error;
        const asked = error instanceof UnavailableError ? error.retryAfter : null;
        if (asked !== null && asked > longestWait) throw error;
        // Jitter keeps all pages that failed at the same moment from coming back at the same moment.
        const backOff = this.#retryDelay * 2 ** attempt * (0.5 + Math.random() / 2);
        await pause((asked ?? 0) + backOff, question.signal);
      }
    }
  }

  async #ask(question: Question): Promise<Answer> {
    const own = question.url.origin === resolveAddress(this.#endpoint)?.origin;
    let answer = await this.#send(question, own ? await this.#token(question, 'initial') : null);
    if (answer.status === 401 && own) {
      const next = await this.#token(question, 'rejected');
      if (next) answer = await this.#send(question, next);
    }
    if (answer.status > 299) throw await errorOf(answer);
    return answer;
  }

  async #token({ url, body }: Question, reason: TokenRequest['reason']): Promise<Credentials | null> {
    try {
      const method = body === undefined ? 'GET' : 'POST';
      const token = await this.#tokenProvider?.getToken({ endpoint: this.#endpoint, reason, url, method });
      return typeof token === 'string' ? { headers: { Authorization: `Bearer ${token}` } } : (token ?? null);
    } catch (error) {
      throw error instanceof DataError ? error : new SignInRequiredError('The sign-in failed', { cause: error });
    }
  }

  async #send({ url, lang, body, fresh, signal }: Question, token: Credentials | null): Promise<Answer> {
    signal.throwIfAborted();
    const limit = AbortSignal.timeout(this.#timeout);
    // `AbortSignal.any`, which browsers have since 2024 only.
    const ends = new AbortController();
    const end = (): void => {
      ends.abort();
    };
    for (const each of [signal, limit]) each.addEventListener('abort', end, { signal: ends.signal });
    try {
      const response = await (this.#fetch ?? network.fetch ?? fetch)(url, {
        credentials: 'omit',
        ...token,
        headers: {
          Accept: 'application/json',
          'Accept-Language': lang,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...token?.headers,
        },
        ...(body !== undefined && { method: 'POST', body }),
        cache: fresh ? 'no-cache' : 'default',
        // A redirect could carry the token to another origin.
        redirect: token ? 'error' : 'follow',
        signal: ends.signal,
      });
      return { status: response.status, headers: response.headers, text: await readText(response) };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof DataError) throw error;
      if (limit.aborted) throw new TimeoutError(`No answer within ${this.#timeout} ms`);
      throw new NetworkError('The endpoint could not be reached', { cause: error });
    } finally {
      // Nothing of a question that has been answered stays with a limit that is yet to come.
      end();
    }
  }
}

/** Reading what is wrong is code that most pages never need. Should it be gone, after a new release, the status still tells. */
async function errorOf(answer: Answer): Promise<DataError> {
  const { status } = answer;
  if (status === 401) return new SignInRequiredError('The endpoint asks for a valid token');
  return import('./response-error.js').then(
    ({ responseError }) => responseError(answer),
    () => new UnavailableError(status),
  );
}

/** An address relative to the page, or null when it is none. */
export function resolveAddress(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base ?? (typeof document === 'undefined' ? undefined : document.baseURI));
  } catch {
    return null;
  }
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new MalformedDatasetError('$', `at most ${mostBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * Characters that turn the direction of the text after them, as they are or escaped: with one in a label, a figure beside it
 * reads as another. Two backslashes stand for one, and keep what follows from being an escape.
 */
const turning = /(\\\\)|[\u202A-\u202E\u2066-\u2069]|\\u20(2[A-E]|6[6-9])/gi;

function readJson({ headers, text }: Answer): unknown {
  const type = headers.get('Content-Type') ?? 'no type';
  // Files on a plain web server may come without a type of their own; a page never is a dataset.
  if (!/html|xml|image|video|audio/.test(type)) {
    try {
      return JSON.parse(text.replace(turning, '$1'));
    } catch {
      // Said below, for both.
    }
  }
  throw new MalformedDatasetError('$', `JSON, found ${type}`);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', resolve);
  });
}
