import { pageVisit } from './page-visit.js';

/**
 * The one thing that survives a redirect: what the page needs to recognise the answer (state, nonce) and to redeem it
 * (PKCE verifier). In session storage of this tab, until the page is back.
 */
const key = 'peilglas.sign-in';

export interface PendingSignIn {
  /** The `state` that the answer must bring. */
  readonly id: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Which of this client's sessions on the page asked, since each has its own endpoints. */
  readonly session: string;
  /** Where the visitor was, with query and hash. */
  readonly returnTo: string;
  /** What the OIDC client keeps of its request. */
  readonly entry: string;
  /** The answer, when it came in on another page than the visitor was on. */
  readonly answer?: string;
  /** When that was, in milliseconds by the visitor's clock. */
  readonly passedOn?: number;
}

export function keepPending(pending: PendingSignIn): void {
  pageVisit.isLeaving = true;
  sessionStorage.setItem(key, JSON.stringify(pending));
}

export function dropPending(): void {
  pageVisit.isLeaving = false;
  sessionStorage.removeItem(key);
}

export function readPending(): PendingSignIn | null {
  try {
    const pending: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isPending(pending) ? pending : null;
  } catch {
    return null;
  }
}

function isPending(value: unknown): value is PendingSignIn {
  return typeof value === 'object' && value !== null && ['id', 'returnTo', 'entry'].every((name) => name in value);
}
