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
  /** Before the number; empty where the sign comes after it. */
  readonly euro: string;
  /** Whether a minus comes before the currency sign. */
  readonly minusFirst: boolean;
  /** Words for 10³, 10⁶ and 10⁹. */
  readonly scales: readonly [string, string, string];
  /** @param number as shown */
  readonly points: (number: string) => string;
  /** A plural noun as it is after the number 1. */
  readonly singular: (noun: string) => string;

  /** A moment in a sentence, with its preposition: `in 2023`, `op 1 januari 2023`. */
  readonly at: (kind: PeriodKind, phrase: string) => string;
  /** Comes before a period we cannot read, in a comparison. */
  readonly before: string;
  /** The name, and how it stands in a sentence. */
  readonly named: Readonly<Record<NamedKind, (year: number, part: number) => readonly [name: string, phrase: string]>>;
  /** Dates of `locale` in a language that browsers do not know. */
  readonly translateDate?: (date: string) => string;

  readonly more: (amount: string, than: string) => string;
  readonly less: (amount: string, than: string) => string;
  readonly equal: (to: Moment) => string;

  readonly incomparable: (phrase: string, broken: string) => string;
}
