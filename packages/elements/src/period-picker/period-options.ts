import { parsePeriod, type Dimension, type Period } from '@peilglas/model';
import { formatPoint } from '@peilglas/text';
import type { Option } from '../shared/picker-view.js';

/** Periods by name, newest first; a whole year stands above its quarters. Codes that are no period come last. */
export function periodOptions(time: Dimension, lang: string): readonly Option[] {
  const points = time.codes.map((code) => ({ code, label: time.labelOf(code), period: parsePeriod(code) }));
  points.sort((a, b) => newestFirst(a.period, b.period));
  return points.map((point) => ({ code: point.code, label: formatPoint(point, lang) }));
}

function newestFirst(a: Period | null, b: Period | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.end - a.end || a.start - b.start;
}
