import type { ClassMethod } from '@peilglas/model';
import { numberOf } from '../shared/parse-levels.js';

/** As many as the scale has steps. */
export const mostClasses = 5;

/** The `classes` attribute: `quantile`, `equal`, or bounds between classes as `10 20 30`. Quantiles for anything else. */
export function parseClasses(text: string | null): ClassMethod {
  const words = (text ?? '').split(/\s+/).filter(Boolean);
  if (words.length === 1 && words[0] === 'equal') return 'equal';
  const bounds = words.flatMap((word) => numberOf(word) ?? []);
  return bounds.length > 0 && bounds.length === words.length ? bounds.slice(0, mostClasses - 1) : 'quantile';
}
