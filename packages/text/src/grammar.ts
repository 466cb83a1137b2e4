import type { PeriodKind } from '@peilglas/model';

/** A moment as sentences need it: `in 2023` and `2023`; `op 1 januari 2023` and `1 januari 2023`. */
export interface Moment {
  readonly at: string;
  readonly phrase: string;
}

/** Names of kinds of period that Intl does not know. */
export type NamedKind = Exclude<PeriodKind, 'year' | 'month' | 'day'>;

/**
 * How figures and changes are built in one language. Functions get finished parts and put them in order, so that
 * nothing outside these files knows about word order. Places come with their preposition, or empty.
 */
export interface Grammar {
  readonly locale: string;
  readonly groupSeparator: string;
  readonly percent: string;
  readonly euro: string;
  /** Whether a minus comes before the currency sign. */
  readonly minusFirst: boolean;
  /** Words for 10³, 10⁶ and 10⁹. */
  readonly scales: readonly [string, string, string];
  /** @param number as shown */
  readonly points: (number: string) => string;
  /** A plural noun as it is after the number 1. */
  readonly singular: (noun: string) => string;

  readonly in: string;
  readonly on: string;
  /** Comes before a period we cannot read, in a comparison. */
  readonly before: string;
  readonly named: Readonly<Record<NamedKind, (year: number, part: number) => { name: string; phrase: string }>>;

  readonly more: (amount: string, than: string) => string;
  readonly less: (amount: string, than: string) => string;
  readonly equal: (to: Moment) => string;

  readonly incomparable: (phrase: string, broken: string) => string;
}
