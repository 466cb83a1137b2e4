/**
 * Asks a source for JSON, with the care a long import needs: what passes is tried again, what does not is told with a
 * remedy, and nothing leads to another host than the one that was named.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as v from 'valibot';
import { ImportError } from './import-error.js';
import { readAnswer, readText, type Question } from './source-answer.js';

/** How long to go on, in milliseconds. */
export interface Patience {
  /** Without a byte of an answer. */
  readonly timeout: number;
  readonly tries: number;
  /** Before the second try; doubled before each next one. */
  readonly firstWait: number;
  /** A server that asks for more is not waited for. */
  readonly longestWait: number;
}

const patient: Patience = { timeout: 60_000, tries: 5, firstWait: 1_000, longestWait: 120_000 };

const mostRedirects = 5;

export interface HttpSettings {
  readonly patience?: Partial<Patience>;
  readonly signal?: AbortSignal;
}

/** A fault that may be gone the next time. */
class PassingFault extends Error {
  /** Milliseconds that the server asks to wait. */
  readonly wait: number | undefined;

  constructor(message: string, wait?: number) {
    super(message);
    this.wait = wait;
  }
}

export class SourceHttp {
  readonly #base: URL;
  readonly #patience: Patience;
  readonly #signal: AbortSignal | undefined;

  constructor(base: URL, { patience, signal }: HttpSettings) {
    this.#base = base;
    this.#patience = { ...patient, ...patience };
    this.#signal = signal;
  }

  /**
   * @returns what was asked for; null when there is no such thing (404).
   * @throws ImportError with what went wrong and what to do.
   */
  async ask<Schema extends v.GenericSchema>(question: Question<Schema>): Promise<v.InferOutput<Schema> | null> {
    const { tries, firstWait, longestWait } = this.#patience;
    for (let attempt = 1; ; attempt++) {
      try {
        const text = await this.#text(question);
        return text === null ? null : readAnswer(question, text);
      } catch (error) {
        if (this.#signal?.aborted) throw new ImportError('Stopped', 'Nothing was written; start again when it suits');
        if (!(error instanceof PassingFault)) throw error;
        const wait = error.wait ?? firstWait * 2 ** (attempt - 1);
        if (attempt >= tries || wait > longestWait) {
          throw new ImportError(
            `${question.what}: ${error.message}, after ${attempt} ${attempt === 1 ? 'try' : 'tries'}`,
            wait > longestWait
              ? `Try again in ${Math.ceil(wait / 1000)} seconds: the server asks for this`
              : 'Try again later; is the address right, and does this machine reach it?',
          );
        }
        await sleep(wait, undefined, this.#signal ? { signal: this.#signal } : {}).catch(() => undefined);
      }
    }
  }

  /** An address the source gave, which must be of the same host. */
  sameHost(address: string, what: string): URL {
    const url = URL.parse(address, this.#base.href);
    if (url?.origin === this.#base.origin && url.username === '' && url.password === '') return url;
    throw new ImportError(
      `${what} leads away from ${this.#base.origin}`,
      'Give the address of the right host with --base-url, or for pxweb as <url>',
    );
  }

  async #text({ url, body, what }: Question<unknown>): Promise<string | null> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), this.#patience.timeout);
    const signal = this.#signal ? AbortSignal.any([silence.signal, this.#signal]) : silence.signal;
    try {
      const response = await this.#follow(url, signal, body, what);
      if (response.status === 404) return null;
      refuseFailure(response, what);
      return await readText(response, what, () => timer.refresh());
    } catch (error) {
      if (error instanceof ImportError || error instanceof PassingFault) throw error;
      if (silence.signal.aborted) throw new PassingFault(`no answer for ${this.#patience.timeout / 1000} seconds`);
      throw new PassingFault(`the connection to ${this.#base.host} fails`);
    } finally {
      clearTimeout(timer);
    }
  }

  async #follow(url: URL, signal: AbortSignal, body: object | undefined, what: string): Promise<Response> {
    let address = url;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const response = await fetch(address, {
        redirect: 'manual',
        signal,
        headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return response;
      await response.body?.cancel();
      address = this.sameHost(new URL(location, address).href, `${what}: a redirect`);
    }
    throw new ImportError(`${what}: goes round in redirects`, 'Give the address that the source itself names');
  }
}

function refuseFailure({ status, headers }: Response, what: string): void {
  if (status >= 200 && status < 300) return;
  if (status === 429 || status >= 500) throw new PassingFault(`the server answers ${status}`, retryAfter(headers));
  throw new ImportError(
    `${what}: the server answers ${status}`,
    status === 401 || status === 403
      ? 'Only what is open to everyone can be imported; check the address'
      : 'Check the address and the name of the table',
  );
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
