import type { Indicator } from '@peilglas/model';
import { formatFigure, formatShort, type Measured } from './format-figure.js';
import { grammarFor } from './language.js';
import { parseUnit } from './parse-unit.js';

/** The figure in a sentence that starts with its label: "Geboorten per 1.000 inwoners: … 9,2" need not say it twice. */
export function formatAfterLabel(value: number, indicator: Measured & Pick<Indicator, 'label'>, lang: string): string {
  const { rest } = parseUnit(indicator.unit, grammarFor(lang));
  const said = rest.startsWith('per ') && indicator.label.includes(rest);
  return said ? formatShort(value, indicator, lang) : formatFigure(value, indicator, lang).text;
}
