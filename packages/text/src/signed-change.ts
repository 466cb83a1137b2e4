import type { Change, Indicator } from '@peilglas/model';
import { relativeOf, shortAmount } from './format-change.js';

/** `+0,4 %`, `+0,4 procentpunt`, or the amount with its sign where neither can be said. */
export function signedChange(change: Change, indicator: Indicator, lang: string): string {
  const relative = relativeOf(change, indicator, lang);
  if (relative !== null) return relative;
  return (change.absolute > 0 ? '+' : '−') + shortAmount(change, indicator, lang);
}
