import { makePeriod, type Period } from '@peilglas/model';
import { formatPeriod } from '@peilglas/text';
import type { AxisStep, TimeAxis } from './time-axis.js';

/** A label under the time axis, centred on a place along it. */
export interface AxisTick {
  readonly index: number;
  readonly text: string;
}

interface YearTick extends AxisTick {
  readonly year: number;
}

export interface TickSpace {
  readonly lang: string;
  /** Middle of a place, in CSS pixels. */
  readonly x: (index: number) => number;
  readonly measure: (text: string) => number;
  /** Least space between two labels, in CSS pixels. */
  readonly gap: number;
  /** No label reaches beyond this, in CSS pixels from the left. */
  readonly width: number;
}

/**
 * The labels that fit under the axis: every period; else each year where it starts; else first, last and the round
 * years between; and for periods within one year, or the end of one and the beginning of the next, and codes that are no
 * period, every so many.
 */
export function axisTicks(axis: TimeAxis, space: TickSpace): readonly AxisTick[] {
  const each = axis.steps.flatMap((step, index) =>
    step.published || !axis.atIntervals ? [{ index, text: stepLabel(step, space.lang) }] : [],
  );
  if (fits(each, space)) return each;
  const years = yearTicks(axis.steps, space.lang);
  const named = areTold(years, axis.steps)
    ? (byYear(years, axis, space) ?? everySoMany(each, space))
    : (everySoMany(each, space) ?? byYear(years, axis, space));
  return named ?? (years.length > 0 ? years : each).slice(-1);
}

/** Whether names of years alone tell when periods are: not where one stands at the third month of its year. */
function areTold(years: readonly AxisTick[], [first]: readonly AxisStep[]): boolean {
  return years.length > 2 || (years.length === 2 && first?.period?.part === 1);
}

function byYear(
  years: readonly YearTick[],
  { atIntervals }: TimeAxis,
  space: TickSpace,
): readonly AxisTick[] | undefined {
  if (years.length < 2) return undefined;
  if (!atIntervals && fits(years, space)) return years;
  const rounds = [5, 2, 10, 20, 50, 100].map((round) =>
    withoutCrowding(years, (tick) => tick.year % round === 0, space),
  );
  const fitting = rounds.filter((ticks) => fits(ticks, space));
  return fitting.find((ticks) => ticks.length > 2) ?? fitting[0];
}

function everySoMany(each: readonly AxisTick[], space: TickSpace): readonly AxisTick[] | undefined {
  for (let every = 2; every < each.length; every++) {
    const ticks = withoutCrowding(each, (_, position) => position % every === 0, space);
    if (fits(ticks, space)) return ticks;
  }
  return undefined;
}

/** The shortest label that the last place can have; room for it must be left beside the plot. */
export function lastTickText({ steps }: TimeAxis, lang: string): string {
  const years = yearTicks(steps, lang);
  const last = steps.at(-1);
  return (areTold(years, steps) ? years.at(-1)?.text : last && stepLabel(last, lang)) ?? '';
}

/** A period as short as it can be written without a word; with words where there is no such form. */
function shortPeriod(period: Period, lang: string): string {
  const { kind, year, part } = period;
  if (kind === 'school-year') return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  if (kind === 'span') return `${year}–${part}`;
  return formatPeriod(period, lang);
}

export function stepLabel(step: AxisStep, lang: string): string {
  return step.period ? shortPeriod(step.period, lang) : step.label || step.code;
}

/** The first place of each year. */
function yearTicks(steps: readonly AxisStep[], lang: string): readonly YearTick[] {
  return steps.flatMap(({ period }, index) => {
    if (!period || period.year === steps[index - 1]?.period?.year) return [];
    const whole = period.kind === 'school-year' || period.kind === 'span' ? period : makePeriod('year', period.year);
    return [{ index, text: shortPeriod(whole, lang), year: period.year }];
  });
}

/** First, last and those wanted between them that touch neither. */
function withoutCrowding<T extends AxisTick>(
  ticks: readonly T[],
  wanted: (tick: T, position: number) => boolean,
  space: TickSpace,
): readonly T[] {
  const [first, last] = [ticks[0], ticks.at(-1)];
  if (!first || !last || first === last) return ticks;
  const ends = fits([first, last], space) ? [first, last] : [last];
  const between = ticks
    .slice(1, -1)
    .filter((tick, position) => wanted(tick, position + 1) && ends.every((end) => fits(inOrder(tick, end), space)));
  return [...(ends.length > 1 ? [first] : []), ...between, last];
}

function inOrder<T extends AxisTick>(a: T, b: T): readonly T[] {
  return a.index < b.index ? [a, b] : [b, a];
}

function fits(ticks: readonly AxisTick[], { x, measure, gap, width }: TickSpace): boolean {
  return ticks.every((tick, position) => {
    const next = ticks[position + 1];
    const half = measure(tick.text) / 2;
    if (!next) return x(tick.index) + half <= width + 0.5;
    return x(tick.index) >= half && x(next.index) - x(tick.index) >= half + measure(next.text) / 2 + gap;
  });
}
