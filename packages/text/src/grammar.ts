import type { PeriodKind } from '@peilglas/model';

/** A moment as sentences need it: `in 2023` and `2023`; `op 1 januari 2023` and `1 januari 2023`. */
export interface Moment {
  readonly at: string;
  readonly phrase: string;
}

/** Names of kinds of period that Intl does not know. */
export type NamedKind = Exclude<PeriodKind, 'year' | 'month' | 'day'>;

/**
 * How sentences and figures are built in one language. Functions get finished parts and put them in order, so that
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

  /** A region's label as it stands within a sentence. */
  readonly region: (label: string) => string;
  readonly in: string;
  readonly on: string;
  readonly for: string;
  readonly and: string;
  readonly upTo: string;
  /** Comes before a period we cannot read, in a comparison. */
  readonly before: string;
  readonly earlier: string;
  /** One and several of a kind of period, as distance: `een jaar`, `jaar`. */
  readonly distances: Readonly<Partial<Record<PeriodKind, readonly [string, string | null]>>>;
  readonly named: Readonly<Record<NamedKind, (year: number, part: number) => { name: string; phrase: string }>>;

  readonly more: (amount: string, than: string) => string;
  readonly less: (amount: string, than: string) => string;
  readonly equal: (to: Moment) => string;

  /** A number of things, of which the noun is in the figure. */
  readonly counted: (region: string, figure: string, at: string) => string;
  readonly countMoved: (region: string, noun: string, up: boolean, from: string, to: string) => string;
  readonly stated: (place: string, figure: string, at: string, plural: boolean) => string;
  readonly moved: (place: string, up: boolean, from: string, to: string) => string;
  readonly with: string;
  readonly highest: (figure: string) => string;
  readonly lowest: (figure: string) => string;

  readonly missing: (place: string, at: string, reason: string) => string;
  readonly allMissing: (place: string, range: string) => string;
  readonly noneAtAll: (place: string) => string;
  readonly noneFor: (range: string) => string;
  readonly incomparable: (phrase: string, broken: string) => string;
  readonly comparableFrom: (phrase: string) => string;
  /** Refers to the moment just mentioned. */
  readonly then: string;
  /** @param at empty when it is the moment just mentioned */
  readonly comparison: (at: string, figures: string) => string;
  /** @param some whether others without a figure are left out of the count */
  readonly others: (count: number, some: boolean) => string;
  readonly comparisonRange: (others: string, at: string, low: string, high: string) => string;
  readonly comparisonSame: (others: string, at: string, figure: string) => string;
}
