import { breaksBetween, inTimeOrder, parsePeriod, type Cube, type Period, type SeriesBreak } from '@peilglas/model';
import { formatPeriod, wordsFor } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import type { Side } from './side.js';

/** A break that the publisher announced, between periods that a table has. */
export interface TableBreak {
  readonly about: SeriesBreak;
  /** Codes of the indicators of the table that it concerns. */
  readonly indicators: readonly string[];
  /** Codes of the periods that are not comparable with the one before: the first year after it, and the first month. */
  readonly periods: readonly string[];
}

/** The breaks that part figures of a table: the first period of a kind has nothing before it to be compared with. */
export function breaksIn(cube: Cube): readonly TableBreak[] {
  return cube.publication.breaks.flatMap((about): readonly TableBreak[] => {
    const indicators = cube.indicators.flatMap(({ code }) => (about.indicators?.includes(code) === false ? [] : code));
    const last = new Map<Period['kind'], Period>();
    const periods = inTimeOrder(cube.dimensionFor('time')?.codes ?? []).flatMap(({ code, period }) => {
      const before = period && last.get(period.kind);
      if (period) last.set(period.kind, period);
      return before && breaksBetween([about], indicators[0] ?? '', before, period).length > 0 ? code : [];
    });
    return periods.length > 0 ? [{ about, indicators, periods }] : [];
  });
}

/** What the header of a period says after a break in the indicator that it stands below, or else in any of the table. */
export function breakCue(
  breaks: readonly TableBreak[],
  side: Side,
  index: number,
  level: number,
  lang: string,
): string {
  const metric = side.dimensions.findIndex(({ role }) => role === 'metric');
  const isBroken =
    side.dimensions[level]?.role === 'time' &&
    breaks.some(
      ({ periods, indicators }) =>
        periods.includes(side.codeAt(index, level)) &&
        (metric < 0 || metric > level || indicators.includes(side.codeAt(index, metric))),
    );
  return isBroken ? wordsFor(lang).statuses.B : '';
}

/** What changed at the breaks, and in which figures where it is not all of them. */
export function breakNotesView(breaks: readonly TableBreak[], cube: Cube, lang: string): readonly TemplateResult[] {
  return breaks.flatMap(({ about: { period, note }, indicators }) => {
    const start = parsePeriod(period);
    if (!start || !note) return [];
    const some = indicators.length < cube.indicators.length ? indicators : [];
    const what = [formatPeriod(start, lang), ...some.map((code) => cube.indicator(code).label)].join(', ');
    return html`<p class="muted" part="break-notes">${wordsFor(lang).statuses.B} ${what}: ${note}</p>`;
  });
}
