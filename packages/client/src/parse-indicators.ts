import { plainIndicator, type GoodDirection, type Indicator, type MeasuringType } from '@peilglas/model';
import * as v from 'valibot';
import { isKeyed, own, text, type Keyed } from './check.js';
import type { ParsedDimension } from './parse-dimension.js';

const measuringTypes: readonly MeasuringType[] = ['stock', 'flow', 'average', 'other'];
const directions: readonly GoodDirection[] = ['up', 'down', 'none'];

const unitSchema = v.object({
  base: text,
  symbol: text,
  label: text,
  decimals: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))), null),
});

const definitionSchema = v.object({
  long: text,
  method: text,
  goodDirection: v.fallback(v.picklist(directions), 'none'),
  bounds: v.fallback(v.nullable(v.object({ lower: v.string(), upper: v.string() })), null),
});

/**
 * What the categories of the metric dimension measure.
 * @param definitions `extension.peilglas.definition` of the dataset
 */
export function parseIndicators({ dimension, facts }: ParsedDimension, definitions: Keyed): Map<string, Indicator> {
  const fact = (name: string, code: string): string | null => read(text, own(facts.extension, name), code) ?? null;
  return new Map(
    dimension.codes.map((code) => {
      const unit = read(unitSchema, facts.unit, code);
      const defined = read(definitionSchema, definitions, code);
      const measured = fact('measuringType', code)?.toLowerCase();
      const adjustment = fact('adjustment', code);
      const indicator: Indicator = {
        ...plainIndicator(code, dimension.labelOf(code)),
        unit: unit ? unitText(unit) : '',
        decimals: unit?.decimals ?? null,
        definition: dimension.notesOf(code)[0] ?? null,
        explanation: defined?.long ?? null,
        method: defined?.method ?? null,
        referencePeriod: fact('refperiod', code),
        measuringType: measuringTypes.find((type) => type === measured) ?? 'other',
        goodDirection: defined?.goodDirection ?? 'none',
        bounds: defined?.bounds ?? null,
        adjustment: adjustment === 'None' ? null : adjustment,
        basePeriod: fact('basePeriod', code),
      };
      return [code, indicator];
    }),
  );
}

/** The unit as a person reads it. The symbol alone would lose the size: "$" with label "million" is "$ million". */
function unitText({ base, symbol, label }: v.InferOutput<typeof unitSchema>): string {
  if (base !== null) return base;
  if (symbol === '%') return symbol;
  return [symbol, label].filter((part) => part !== null).join(' ');
}

function read<const Schema extends v.GenericSchema>(
  schema: Schema,
  byCode: unknown,
  code: string,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, isKeyed(byCode) ? own(byCode, code) : undefined);
  return result.success ? result.output : undefined;
}
