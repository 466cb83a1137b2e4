import { parsePeriod, type Dimension } from '@peilglas/model';
import { formatPoint } from '@peilglas/text';

/** A code as a header of a row or column: a period by its name, anything else by the publisher's label. */
export function headerText(dimension: Dimension, code: string, lang: string): string {
  const label = dimension.labelOf(code).trim() || code;
  return dimension.role === 'time' ? formatPoint({ code, label, period: parsePeriod(code) }, lang) : label;
}
