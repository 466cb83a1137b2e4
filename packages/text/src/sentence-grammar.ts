import type { PeriodKind } from '@peilglas/model';

/** How things are counted in a sentence, by their noun. */
export interface Counting {
  /** The noun is in the figure. */
  readonly counted: (region: string, figure: string, at: string) => string;
  readonly moved: (region: string, noun: string, up: boolean, from: string, to: string) => string;
}

/**
 * How whole sentences are built in one language. Functions get finished parts and put them in order, so that nothing
 * outside these files knows about word order. Places come with their preposition, or empty.
 */
export interface SentenceGrammar {
  /** A region's label as it stands within a sentence. */
  readonly region: (label: string) => string;
  /** Before a region. */
  readonly in: string;
  readonly for: string;
  readonly and: string;
  readonly upTo: string;
  readonly earlier: string;
  /** One and several of a kind of period, as distance: `een jaar`, `jaar`. */
  readonly distances: Readonly<Partial<Record<PeriodKind, readonly [string, string | null]>>>;
  /** Null where tables have no words in this language: then their nouns stay out of the sentence. */
  readonly counting: Counting | null;
  readonly stated: (place: string, figure: string, at: string, plural: boolean) => string;
  readonly moved: (place: string, up: boolean, from: string, to: string) => string;
  readonly with: string;
  readonly highest: (figure: string) => string;
  readonly lowest: (figure: string) => string;
  readonly missing: (place: string, at: string, reason: string) => string;
  readonly allMissing: (place: string, range: string) => string;
  readonly noneAtAll: (place: string) => string;
  readonly noneFor: (range: string) => string;
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
