import type { TrendLine, TrendReference, TrendShape } from '@peilglas/charts';
import { breaksBetween, parsePeriod, type Cube, type Indicator, type Point, type SeriesBreak } from '@peilglas/model';
import { formatPeriod, formatPoint, trendWordsFor, type Target } from '@peilglas/text';
import type { Reading } from '../chart/chart-element.js';
import type { Level } from '../shared/parse-levels.js';
import { rowsOf } from '../shared/rows-of.js';
import { chooseShape } from './choose-shape.js';
import { indexLines, type IndexedLines } from './index-lines.js';
import { placeNotes, type GivenNote, type PlacedNote } from './notes-controller.js';
import { drawnLevels, tellLevels } from './tell-levels.js';
import { readLines } from './read-lines.js';
import { codesIn, tellWindow, within, type TrendWindow } from './trend-window.js';

/** What attributes, children and controls ask of a chart. */
export interface TrendManner {
  readonly shape: TrendShape;
  /** Base period of index figures. */
  readonly index: string | null;
  readonly levels: readonly Level[];
  readonly target: Target | null;
  readonly window: TrendWindow | null;
  readonly notes: readonly GivenNote[];
}

export interface Trend extends Reading, Omit<IndexedLines, 'comparing' | 'open'> {
  readonly shape: TrendShape;
  /** The same lines for the sentence, and what they measure: what it is about, and where; then what to compare with. */
  readonly told: readonly TrendLine[];
  readonly spoken: Indicator;
  readonly breaks: readonly SeriesBreak[];
  readonly levels: readonly Level[];
  readonly references: readonly TrendReference[];
  readonly notes: readonly PlacedNote[];
  /** What breaks in the series mean, in words. */
  readonly breakNotes: readonly string[];
  /** All periods there are, and the codes of those shown. */
  readonly periods: readonly Point[];
  readonly shown: ReadonlySet<string>;
  /** What the sentence says after what the figures do: levels, target, and the range of all figures. */
  readonly more: string;
}

/** A development as it is drawn, told and written: as index figures where asked for, and of the periods looked at. */
export function readTrend(cube: Cube, manner: TrendManner, lang: string): Trend {
  const read = indexLines(readLines(cube, lang), manner.index, cube.publication.breaks, lang);
  const periods = rowsOf(read.lines).map(({ point }) => point);
  const shown = codesIn(periods, manner.window);
  const lines = read.lines.map((line) => within(line, shown));
  const published = read.published?.map((line) => within(line, shown)) ?? null;
  const { shape, why } = chooseShape(manner.shape, { ...read, lines }, lang);
  const [main] = lines;
  const [subject = read.indicator] = read.publishedAs;
  // Of regions alone the lines are called as the regions. Else the first of them is a part of what is measured, in a place.
  const geo = cube.dimensionFor('geo');
  const isOfRegions = geo !== null && read.comparing && read.open.length < 2;
  const spoken = isOfRegions ? read.indicator : (read.measured[0] ?? read.indicator);
  const where = geo?.labelOf(read.regions[0] ?? '') ?? '';
  const comparable = lines.map((line, index) => withoutUncomparable(line, published?.[index]));
  const told = isOfRegions
    ? comparable
    : comparable.map((line, index) => (index === 0 ? { ...line, label: where, own: true } : line));
  const current = periods.filter(({ code }) => shown.has(code));
  const breaks = breaksOf(read, cube.publication.breaks);
  const now = main && lastFigure(main.points);
  const { levels, target } = manner;
  return {
    ...read,
    lines,
    published,
    shape,
    told,
    spoken,
    breaks,
    levels,
    periods,
    shown,
    // What definition and source are about: the figure as published.
    subject: isOfRegions && read.published === null ? read.indicator : subject,
    place: isOfRegions ? (main?.label ?? '') : where,
    point: lastFigure((published ?? lines)[0]?.points ?? []),
    references: drawnLevels(levels, target, read.base, spoken, lang),
    notes: placeNotes(manner.notes, current, lang),
    breakNotes: tellBreaks(breaks, current, subject.code, lang),
    remarks: [
      ...read.remarks,
      why,
      read.otherKinds ? trendWordsFor(lang).otherKinds : '',
      tellWindow(periods, shown, lang),
    ].filter(Boolean),
    more: [tellLevels(levels, target, now?.observation, spoken, lang), tellRange(periods, shown, lang)]
      .filter(Boolean)
      .join(' '),
  };
}

function lastFigure(points: readonly Point[]): Point | undefined {
  return points.findLast(({ observation }) => observation.value !== null) ?? points.at(-1);
}

/** Figures that have no index figure, for a break in the series, are not missing: a note tells of them. */
function withoutUncomparable(line: TrendLine, published: TrendLine | undefined): TrendLine {
  if (!published) return line;
  const points = line.points.filter(
    ({ observation }, at) => observation.value !== null || published.points[at]?.observation.value === null,
  );
  return { ...line, points };
}

/** Of several indicators any break matters, and a drawing has one time axis for all. */
function breaksOf({ measured }: IndexedLines, breaks: readonly SeriesBreak[]): readonly SeriesBreak[] {
  const codes = new Set(measured.map(({ code }) => code));
  if (codes.size < 2) return breaks;
  return breaks.flatMap((each) =>
    each.indicators === null || each.indicators.some((code) => codes.has(code)) ? [{ ...each, indicators: null }] : [],
  );
}

function tellBreaks(
  breaks: readonly SeriesBreak[],
  periods: readonly Point[],
  indicator: string,
  lang: string,
): readonly string[] {
  const [first, last] = [periods.at(0)?.period ?? null, periods.at(-1)?.period ?? null];
  if (!first || !last) return [];
  return breaksBetween(breaks, indicator, first, last).flatMap(({ period, note }) => {
    const start = parsePeriod(period);
    return start && note ? [trendWordsFor(lang).breakNote(formatPeriod(start, lang), note)] : [];
  });
}

function tellRange(periods: readonly Point[], shown: ReadonlySet<string>, lang: string): string {
  const [first, last] = [periods.at(0), periods.at(-1)];
  if (!first || !last || shown.size === periods.length) return '';
  return trendWordsFor(lang).whole(formatPoint(first, lang), formatPoint(last, lang));
}
