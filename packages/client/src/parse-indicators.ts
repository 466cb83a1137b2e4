import {
  plainIndicator,
  type Dimension,
  type GoodDirection,
  type Indicator,
  type MeasuringType,
} from '@peilglas/model';
import { own, textOf } from './read-json.js';

const measuringTypes: readonly MeasuringType[] = ['stock', 'flow', 'average', 'other'];
const directions: readonly GoodDirection[] = ['up', 'down', 'none'];

/**
 * What the categories of the metric dimension measure.
 * @param whole the dimension as it came
 * @param definitions `extension.peilglas.definition` of the dataset
 */
export function parseIndicators(
  dimension: Dimension,
  whole: unknown,
  definitions: unknown,
): ReadonlyMap<string, Indicator> {
  const units = own(own(whole, 'category'), 'unit');
  const extension = own(whole, 'extension');
  const indicatorOf = (code: string): Indicator => {
    const fact = (name: string): string | null => textOf(own(extension, name), code);
    const unit = own(units, code);
    const defined = own(definitions, code);
    const direction = textOf(defined, 'goodDirection');
    const measured = fact('measuringType')?.toLowerCase();
    const adjustment = fact('adjustment');
    const definition = dimension.notesOf(code)[0] ?? null;
    const long = textOf(defined, 'long');
    return {
      ...plainIndicator(code, dimension.labelOf(code)),
      unit: unitText(unit),
      decimals: decimalsOf(unit),
      definition,
      // Said once, also by a publisher who says it twice.
      explanation: long === definition ? null : long,
      method: textOf(defined, 'method'),
      referencePeriod: fact('refperiod'),
      measuringType: measuringTypes.find((type) => type === measured) ?? 'other',
      goodDirection: directions.find((each) => each === direction) ?? 'none',
      bounds: boundsOf(defined),
      weight: textOf(defined, 'weight'),
      adjustment: adjustment === 'None' ? null : adjustment,
      basePeriod: fact('basePeriod'),
    };
  };
  return new Map(dimension.codes.map((code) => [code, indicatorOf(code)]));
}

/** The unit as a person reads it. The symbol alone would lose the size: "$" with label "million" is "$ million". */
function unitText(unit: unknown): string {
  const symbol = textOf(unit, 'symbol');
  if (symbol === '%') return symbol;
  const text = textOf(unit, 'base') ?? [symbol, textOf(unit, 'label')].filter((part) => part !== null).join(' ');
  // The power of ten that figures are given in, as SDMX has it; some write 1 or 0 for figures as they are.
  const power = own(unit, 'multiplier');
  return power === 3 || power === 6 || power === 9 ? `x 1${' 000'.repeat(power / 3)} ${text}`.trim() : text;
}

function decimalsOf(unit: unknown): number | null {
  const decimals = own(unit, 'decimals');
  return typeof decimals === 'number' && Number.isInteger(decimals) && decimals >= 0 && decimals <= 20
    ? decimals
    : null;
}

function boundsOf(defined: unknown): Indicator['bounds'] {
  const bounds = own(defined, 'bounds');
  const lower = textOf(bounds, 'lower');
  const upper = textOf(bounds, 'upper');
  return lower !== null && upper !== null ? { lower, upper } : null;
}
