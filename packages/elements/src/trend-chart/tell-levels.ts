import type { TrendReference } from '@peilglas/charts';
import type { Indicator, Observation } from '@peilglas/model';
import { asWritten, describeTarget, formatFigure, nameTarget, trendWordsFor, type Target } from '@peilglas/text';
import type { Level } from '../shared/parse-levels.js';

/** Levels and target as lines in the drawing, each with its words. */
export function drawnLevels(
  levels: readonly Level[],
  target: Target | null,
  base: string | null,
  indicator: Indicator,
  lang: string,
): readonly TrendReference[] {
  const named = levels.map(({ value, label }): TrendReference => {
    const figure = levelText(value, indicator, lang);
    return { value, text: [label, figure].filter(Boolean).join(' '), isTarget: false };
  });
  return [
    ...(base === null ? [] : [{ value: 100, text: `${base} = 100`, isTarget: false }]),
    ...named,
    ...(target ? [{ value: target.value, text: nameTarget(target, indicator, lang), isTarget: true }] : []),
  ];
}

/** The same as sentences; empty without any. */
export function tellLevels(
  levels: readonly Level[],
  target: Target | null,
  now: Observation | undefined,
  indicator: Indicator,
  lang: string,
): string {
  const named = levels.map(({ value, label }) => {
    const figure = levelText(value, indicator, lang);
    return label ? `${label} (${figure})` : figure;
  });
  const aim = target && describeTarget(target, now ?? nowhere, indicator, lang);
  // A list takes the browser longer than all the rest, and most charts have none.
  const all = named.length > 0 && trendWordsFor(lang).references(new Intl.ListFormat([lang, 'nl']).format(named));
  return [all, aim && `${aim}.`].filter(Boolean).join(' ');
}

/** An index figure says its unit once, beside the drawing. */
export function levelText(value: number, indicator: Indicator, lang: string): string {
  const unit = indicator.unit.includes('=') ? '' : indicator.unit;
  return formatFigure(value, { ...asWritten(value, indicator), unit }, lang).text;
}

const nowhere: Observation = { value: null, status: 'O', reason: 'not-available' };
