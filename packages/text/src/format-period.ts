import { parsePeriod, periodDates, type Indicator, type Period, type PeriodKind, type Point } from '@peilglas/model';
import { grammarFor } from './language.js';
import type { Moment } from './grammar.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatDay(date: Date, options: Intl.DateTimeFormatOptions, lang: string): string {
  const { locale, translateDate } = grammarFor(lang);
  const key = locale + JSON.stringify(options);
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, found);
  const text = found.format(date);
  // A day stays on the line of its month.
  return (translateDate?.(text) ?? text).replace(/(?<=^\d+\.?) /, '\u00a0');
}

/**
 * An ISO 8601 date, or a date-time in Dutch time, as a day: `12 maart 2025`; a month or year alone stays one.
 * Text that is none of these comes back as it is.
 */
export function formatDate(iso: string, lang: string): string {
  const period = parsePeriod(iso);
  if (period) return formatPeriod(period, lang);
  const date = new Date(/^\d{4}-\d\d-\d\dT/.test(iso) ? iso : NaN);
  if (Number.isNaN(date.getTime())) return iso;
  return formatDay(date, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }, lang);
}

/** A period by name: `2023`, `1e helft 2023`, `januari 2023`, `week 5 van 2023`, `2019–2021`. */
export function formatPeriod(period: Period, lang: string): string {
  return nameOf(period, lang)[0];
}

/** The period by name, or the publisher's label where the code is no period we know. */
export function formatPoint(point: Pick<Point, 'code' | 'label' | 'period'>, lang: string): string {
  return point.period ? formatPeriod(point.period, lang) : point.label.trim() || point.code;
}

function nameOf(period: Period, lang: string): readonly [name: string, phrase: string] {
  const { kind, year, part } = period;
  if (kind !== 'year' && kind !== 'month' && kind !== 'day') return grammarFor(lang).named[kind](year, part);
  const { first } = periodDates(period);
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const name = kind === 'year' ? String(year) : kind === 'day' ? writeDate(first, lang) : formatDay(first, month, lang);
  return [name, name];
}

/**
 * Reference date or period in words. A date in the indicator's reference period is put in the point's own year:
 * `1 januari` and 2023 make `1 januari 2023`. Other words follow the period: `2023 (gemiddeld over het jaar)`;
 * words that only say that it is the whole period are left out.
 */
export function formatReference(point: Point, indicator: Indicator, lang: string): string {
  const period = formatPoint(point, lang);
  const words = indicator.referencePeriod?.trim().replace(/\s+/g, ' ') ?? '';
  const date = referenceDate(point.period, words);
  if (date) return writeDate(date, lang);
  if (!words || wholePeriod.test(words)) return period;
  return words.includes(period) ? words : `${period} (${words.replace(/^\p{Lu}(?=\p{Ll})/u, lower)})`;
}

const wholePeriod =
  /^(?:(?:het|de|the) )?(?:(?:ge)?hele |whole |full )?(?:het )?(?:half[ -]?)?(?:jaar|kwartaal|maand|week|year|quarter|month)$/i;

const lower = (letter: string) => letter.toLowerCase();

/** The moment of a point within a sentence, on the indicator's reference date where it has one. */
export function momentOf(point: Point, indicator: Indicator | null, lang: string): Moment {
  const date = indicator?.referencePeriod ? referenceDate(point.period, indicator.referencePeriod.trim()) : null;
  if (date) return momentAt('day', writeDate(date, lang), lang);
  return point.period ? momentOfPeriod(point.period, lang) : unknownMoment(formatPoint(point, lang));
}

export function momentOfPeriod(period: Period, lang: string): Moment {
  return momentAt(period.kind, nameOf(period, lang)[1], lang);
}

function momentAt(kind: PeriodKind, phrase: string, lang: string): Moment {
  return { at: grammarFor(lang).at(kind, phrase), phrase };
}

/** Of a label we cannot read, we do not know which preposition it takes. */
function unknownMoment(label: string): Moment {
  const phrase = label.replace(/\s+/g, ' ');
  return { at: `(${phrase})`, phrase };
}

function writeDate(date: Date, lang: string): string {
  return formatDay(date, { dateStyle: 'long', timeZone: 'UTC' }, lang);
}

/** The day within a period that words such as `1 januari` or `31 December` mean; null when they are no day in it. */
function referenceDate(period: Period | null, words: string): Date | null {
  const match = /^(?:op |on |per |peildatum )?(\d{1,2}) (\p{L}+)$/iu.exec(words);
  if (!match?.[2] || !period || period.kind === 'span') return null;
  const day = Number(match[1]);
  const month = monthNumber(match[2].toLowerCase());
  const { first, last } = periodDates(period);
  const dates = [first, last].map((edge) => new Date(Date.UTC(edge.getUTCFullYear(), month, day)));
  // A day that does not exist rolls over into another month; a name that is no month makes an invalid date.
  return dates.find((date) => date >= first && date <= last && date.getUTCDate() === day) ?? null;
}

/** 0 for January, in Dutch or, where that is loaded, English; NaN for what is no month. */
function monthNumber(name: string): number {
  // A year of Dutch names, and one of English ones.
  for (let month = 0; month < 24; month++) {
    const date = new Date(Date.UTC(2000, month));
    const found = formatDay(date, { month: 'long', timeZone: 'UTC' }, month < 12 ? 'nl' : 'en');
    if (found.toLowerCase() === name) return month % 12;
  }
  return NaN;
}
