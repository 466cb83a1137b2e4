import { deriveShare } from './derive-share.js';
import { isPercentage, type Indicator } from './indicator.js';
import { isRate } from './is-rate.js';
import type { Observation } from './observation.js';

/** What a whole consists of. */
export interface Composition {
  /** Each part as a fraction of the whole; null without a figure, or without a whole. */
  readonly shares: readonly (number | null)[];
  /** What they are shares of, in the indicator's unit; null when it is not known and must not be worked out. */
  readonly whole: number | null;
  /** Where the whole comes from: published, the sum of all parts, or 100 for percentages. */
  readonly origin: 'published' | 'sum' | 'percentage' | null;
  /** What the parts leave of the whole, in the indicator's unit, when all are known and it is more than rounding. */
  readonly rest: number | null;
  /** Whether the parts add up to more than the whole, by more than rounding. */
  readonly exceeds: boolean;
  /** How many parts exist but have no figure. */
  readonly unknown: number;
}

/** So many figures are multiples of 5 by chance once in 625 times. */
const leastByChance = 4;

type Measured = Pick<Indicator, 'unit' | 'decimals'> & Partial<Indicator>;

/**
 * Parts of a whole as shares of it. What is missing is never worked out from the rest: with a part missing there is no
 * remainder and no sum, and with a confidential whole there are no shares at all, for both would give it away. Averages and
 * rates have no sum either, and what is more than a whole is no part of it, as the rate of one group is not of that of all.
 *
 * @param whole as published; null where nobody publishes it
 * @param isRounded whether the publisher rounds counts to a base
 */
export function deriveComposition(
  parts: readonly Observation[],
  whole: Observation | null,
  indicator: Measured,
  isRounded = false,
): Composition {
  // What cannot exist is no part, and not missing.
  const unknown = parts.filter(({ value, status }) => value === null && status !== 'M').length;
  const values = parts.flatMap(({ value }) => value ?? []);
  const sum = values.reduce((total, value) => total + value, 0);
  const hasSum = unknown === 0 && values.length > 0 && !isRate(indicator);
  const { value, origin } = wholeOf(whole, hasSum ? sum : null, indicator.unit);
  const none = { shares: parts.map(() => null), whole: null, origin: null, rest: null, exceeds: false, unknown };
  if (value === null || value <= 0 || values.some((part) => part < 0)) return none;
  const slack = rounding([...values, value], indicator, isRounded) * ((parts.length + 1) / 2);
  if (values.some((part) => part - value > slack)) return { ...none, exceeds: true };
  const rest = value - sum;
  return {
    shares: parts.map((part) => deriveShare(part, { value, status: 'A', reason: null })),
    whole: value,
    origin,
    rest: unknown === 0 && rest > slack ? rest : null,
    exceeds: -rest > slack,
    unknown,
  };
}

/**
 * Whether there are no shares because nobody may know what of. A whole of nothing, or with parts below zero, is known: only
 * its parts are no shares of it.
 *
 * @param total as published; null where nobody publishes it
 */
export function isWholeUnknown({ whole, unknown }: Composition, total: Observation | null): boolean {
  return whole === null && (total === null ? unknown > 0 : total.value === null);
}

function wholeOf(
  whole: Observation | null,
  sum: number | null,
  unit: string,
): { readonly value: number | null; readonly origin: Composition['origin'] } {
  if (whole?.status === 'C') return { value: null, origin: null };
  if (whole !== null && whole.value !== null) return { value: whole.value, origin: 'published' };
  if (isPercentage({ unit })) return { value: 100, origin: 'percentage' };
  return { value: sum, origin: 'sum' };
}

/**
 * What figures are rounded to: 5 or 10 where all are multiples of it, as disclosure control makes them; else a decimal. Three
 * counts may be multiples of 10 by chance, and percentages of a survey often are.
 */
function rounding(values: readonly number[], { unit, decimals }: Measured, isRounded: boolean): number {
  const isTold = isRounded || values.filter((value) => value !== 0).length >= leastByChance;
  const bases = isTold && !isPercentage({ unit }) ? [10, 5] : [];
  return bases.find((each) => values.every((value) => value % each === 0)) ?? 10 ** -(decimals ?? 0);
}
