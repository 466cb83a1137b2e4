import type { MissingReason } from '@peilglas/model';

/** Statuses that a person is told about; a final figure needs no word. */
export type NotedStatus = 'P' | 'R' | 'E' | 'B';

/** Codes of errors, or their first six characters, that have words of their own; see `describeFailure`. */
export type FailureKind =
  'network' | 'timeout' | 'malformed' | 'too-many-cells' | 'http-429' | 'http-4' | 'http-5' | 'generic';

/**
 * Every loose word and phrase that any element may show. Dutch is the master; whole sentences are made by `summarise…`,
 * and words for charts and definitions stand by themselves, since a page with single figures does not need them.
 */
export interface Words {
  /** BCP 47 tag of the language they are in. */
  readonly language: string;

  // Load states
  readonly loading: string;
  readonly loadingSlow: string;
  /** @param selection what was asked for, in words; empty when unknown */
  readonly empty: (selection: string) => string;
  readonly suppressed: string;
  readonly signedOut: string;
  readonly signIn: string;
  /** Signed in before, and not any more. */
  readonly sessionOver: string;
  /** @param code of a `SessionError`; nothing to say without one, or when the visitor chose not to sign in */
  readonly signInTrouble: (code: string | undefined) => string;
  /** @param theme empty when unknown */
  readonly noAccess: (theme: string) => string;
  /** Stands before the name of whom to ask. */
  readonly askAccess: string;
  readonly notFound: string;
  /** @param date in words */
  readonly stale: (date: string) => string;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly errorCode: (code: string) => string;
  readonly retry: string;

  // Figures and their states
  readonly reasons: Readonly<Record<MissingReason, string>>;
  readonly statuses: Readonly<Record<NotedStatus, string>>;

  // Around a figure, chart or table
  readonly figure: string;
  readonly sourceLine: (source: string) => string;
  /** What a small line without words of its own shows: first and last figure, each with its period. */
  readonly development: (from: string, to: string) => string;
  /** An indicator narrowed to categories of other dimensions. */
  readonly narrowed: (label: string, categories: readonly string[]) => string;
  readonly about: (label: string) => string;
}

/** Whether nobody needs to hear of it: nothing is wrong, the visitor chose not to sign in, or was only asked for in silence. */
export function isNoTrouble(code: string | undefined): boolean {
  return !code || code === 'cancelled' || code === 'sign-in-needed';
}
