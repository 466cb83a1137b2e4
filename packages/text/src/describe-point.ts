import type { Indicator, Point } from '@peilglas/model';
import { formatObservation } from './format-observation.js';
import { formatPoint } from './format-period.js';

/** One point of a line, as it is spoken: `Enschede, 2023: 161.738 inwoners, voorlopig`. */
export function describePoint(label: string, point: Point, indicator: Indicator, lang: string): string {
  const place = [label.trim(), formatPoint(point, lang)].filter(Boolean).join(', ');
  return `${place}: ${formatObservation(point.observation, indicator, lang).text}`;
}
