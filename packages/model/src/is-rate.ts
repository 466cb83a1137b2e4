import type { Indicator } from './indicator.js';

/** Averages and rates of parts do not add up to that of their whole. */
export function isRate({ measuringType, unit }: Pick<Indicator, 'unit'> & Partial<Indicator>): boolean {
  return measuringType === 'average' || /(?:^|\s)per\s|\//.test(unit);
}
