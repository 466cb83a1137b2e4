import type { TrendLine } from '@peilglas/charts';
import {
  breaksBetween,
  deriveIndexSeries,
  parsePeriod,
  samePeriod,
  type Indicator,
  type Period,
  type SeriesBreak,
} from '@peilglas/model';
import { formatPeriod, trendWordsFor } from '@peilglas/text';
import { rowsOf } from '../shared/rows-of.js';
import type { Lines } from './read-lines.js';

export interface IndexedLines extends Lines {
  /** The same lines with their figures as published, in the same order; null when these are no index figures. */
  readonly published: readonly TrendLine[] | null;
  readonly publishedAs: readonly Indicator[];
  /** What index figures are relative to, in words; null when these are none. */
  readonly base: string | null;
  readonly remarks: readonly string[];
}

/**
 * Lines as index figures, where somebody asks for a base period or where units differ and so cannot share an axis: then
 * the base is the first period after the last break that all lines have a figure for. A line without a figure above zero
 * in the base period is named and left out, and so is its margin. When that would leave nothing the figures stay as they
 * are.
 */
export function indexLines(
  given: Lines,
  wanted: string | null,
  breaks: readonly SeriesBreak[],
  lang: string,
): IndexedLines {
  const words = trendWordsFor(lang);
  const differ = given.measured.some(({ unit }) => unit !== given.measured[0]?.unit);
  const base = wanted ? parsePeriod(wanted.trim()) : differ ? commonBase(given, breaks) : null;
  const plain = { published: null, publishedAs: given.measured, base: null };
  if (!base) return { ...given, ...plain, ...(differ ? ofOneUnit(given) : {}), remarks: [] };
  const name = formatPeriod(base, lang);
  const indexed = given.lines.map((line, index) =>
    deriveIndexSeries(line.points, base, given.measured[index]?.code ?? '', breaks),
  );
  const kept = [...indexed.keys()].filter((index) => indexed[index] !== null);
  if (kept.length === 0) {
    return { ...given, ...plain, ...(differ ? ofOneUnit(given) : {}), remarks: [words.noIndex(name)] };
  }
  const asIndex = (indicator: Indicator): Indicator => ({ ...indicator, unit: words.indexUnit(name), decimals: 1 });
  const pick = <T>(list: readonly T[]): readonly T[] => kept.flatMap((index) => list[index] ?? []);
  const out = given.lines.filter((_, index) => indexed[index] === null).map(({ label }) => label);
  const lines = kept.flatMap((index): readonly TrendLine[] => {
    const line = given.lines[index];
    return line ? [{ id: line.id, label: line.label, own: line.own, points: indexed[index] ?? [] }] : [];
  });
  const broken = lines.some(({ points }, index) =>
    points.some(
      ({ observation }, at) =>
        observation.value === null && pick(given.lines)[index]?.points[at]?.observation.value !== null,
    ),
  );
  const remarks = [
    wanted ? '' : words.differentUnits,
    out.length > 0 ? words.notIndexed(new Intl.ListFormat([lang, 'nl']).format(out), name) : '',
    broken ? words.brokenIndex : '',
  ];
  return {
    ...given,
    lines,
    regions: kept.map((index) => given.regions[index] ?? null),
    measured: pick(given.measured).map(asIndex),
    indicator: asIndex(given.indicator),
    published: pick(given.lines),
    publishedAs: pick(given.measured),
    base: name,
    remarks: remarks.filter(Boolean),
  };
}

/**
 * The first period with a figure above zero in all lines; where there is none, in as many as possible. It is none before a
 * break, since the newest figures would be left out, unless all but one are before it.
 */
function commonBase({ lines, measured }: Lines, breaks: readonly SeriesBreak[]): Period | null {
  const periods = rowsOf(lines).map(({ point }) => point.period);
  const isBroken = (from: Period): boolean =>
    lines.some(
      ({ points }, line) =>
        breaksBetween(breaks, measured[line]?.code ?? '', from, points.at(-1)?.period ?? null).length > 0,
    );
  const unbroken = periods.filter((each) => each !== null && !isBroken(each));
  const counts = periods.map((each) =>
    each === null || (unbroken.length > 1 && !unbroken.includes(each))
      ? 0
      : lines.filter(({ points }) =>
          points.some(({ period, observation: { value } }) => period && samePeriod(period, each) && (value ?? 0) > 0),
        ).length,
  );
  const most = Math.max(0, ...counts);
  return most === 0 ? null : (periods[counts.indexOf(most)] ?? null);
}

/** Only the lines that have the unit of the first, which can share an axis. */
function ofOneUnit({
  lines,
  measured,
  regions,
}: Lines): Pick<IndexedLines, 'lines' | 'measured' | 'regions' | 'publishedAs'> {
  const isSame = (_: unknown, index: number): boolean => measured[index]?.unit === measured[0]?.unit;
  const same = measured.filter(isSame);
  return { lines: lines.filter(isSame), regions: regions.filter(isSame), measured: same, publishedAs: same };
}
