import { deriveChange, roundTo, type Change, type Indicator, type Observation } from '@peilglas/model';
import { formatShort } from './format-figure.js';
import { formatGrowth, formatNumber, shownDecimals } from './format-number.js';
import { grammarFor } from './language.js';
import { parseUnit } from './parse-unit.js';

export type Direction = 'more' | 'less' | 'equal';

/** The amount as a sentence needs it after its label: `595`, `0,4 procentpunt`, `€ 1.200`. */
export function shortAmount(change: Change, indicator: Indicator, lang: string): string {
  const size = Math.abs(change.absolute);
  return pointsOf(size, indicator, lang) ?? formatShort(size, indicator, lang);
}

/** The change between two figures as they are shown, so that figures and change always agree. */
export function changeAsShown(from: Observation, to: Observation, indicator: Indicator): Change | null {
  const decimals = shownDecimals(indicator.decimals);
  const shown = (each: Observation) => (each.value === null ? each : { ...each, value: roundTo(each.value, decimals) });
  return deriveChange(shown(from), shown(to), indicator);
}

/** Which way a change goes as shown: one that rounds to nothing is `equal`. */
export function directionOf(change: Change, indicator: Indicator): Direction {
  const shown = roundTo(change.absolute, shownDecimals(indicator.decimals));
  return shown === 0 ? 'equal' : shown > 0 ? 'more' : 'less';
}

export function relativeOf(change: Change, indicator: Indicator, lang: string): string | null {
  const { percent } = parseUnit(indicator.unit, grammarFor(lang));
  return percent || change.relative === null ? null : formatGrowth(change.relative, lang);
}

function pointsOf(size: number, indicator: Indicator, lang: string): string | null {
  const grammar = grammarFor(lang);
  if (!parseUnit(indicator.unit, grammar).percent) return null;
  const number = formatNumber(size, indicator.decimals, lang);
  return `${number} ${grammar.points(number)}`;
}
