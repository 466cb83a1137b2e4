import {
  NoAccessError,
  NotFoundError,
  RefusedError,
  TooManyCellsError,
  UnavailableError,
  type DataError,
  type NoAccess,
} from '@peilglas/model';
import { contactOf } from './parse-publication.js';
import { isText, own, textOf } from './read-json.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The cause behind an answer that is neither success nor 401, by its status and problem document (RFC 9457). */
export function responseError({ status, headers, text }: Answer): DataError {
  const problem = readProblem(text);
  const { detail } = problem;
  if (status === 404 || status === 410) return new NotFoundError(detail ?? 'The endpoint does not have this');
  if (status === 408 || status === 429 || status >= 500) {
    return new UnavailableError(status, readRetryAfter(headers.get('Retry-After')));
  }
  // The specification says 403, the reference implementation 400; only the words tell it from other refusals.
  if (problem.words.some((words) => /\bcells?\b/i.test(words))) return new TooManyCellsError(detail ?? undefined);
  if (status !== 403) return new RefusedError(status, detail);
  return isPage(headers)
    ? new RefusedError(status, 'A firewall or proxy in front of the endpoint refused the request')
    : new NoAccessError(problem);
}

/** A page is no answer of an endpoint: it knows nothing of what the visitor may see. */
function isPage(headers: Headers): boolean {
  return /^text\/html\b/i.test(headers.get('Content-Type') ?? '');
}

/** `detail` is what the endpoint says of this very request; its title only names the status. */
interface Problem extends NoAccess {
  /** Detail, title and type, those that are there. */
  readonly words: readonly string[];
}

function readProblem(text: string): Problem {
  try {
    const problem: unknown = JSON.parse(text);
    const words = ['detail', 'title', 'type'].map((key) => textOf(problem, key)).filter(isText);
    return {
      detail: textOf(problem, 'detail'),
      theme: textOf(problem, 'theme'),
      contact: contactOf(own(problem, 'contact')),
      words,
    };
  } catch {
    return { detail: null, theme: null, contact: null, words: [] };
  }
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110). */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
