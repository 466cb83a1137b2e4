import { inLanguage, type Category, type Dimension, type Indicator, type Language, type Table } from '../table.js';

/** One dimension of a JSON-stat dataset, holding only the chosen codes. */
export function dimensionObject(
  table: Table,
  dimension: Dimension,
  chosen: readonly number[],
  codelists: readonly object[],
  language: Language,
): object {
  const categories = chosen.flatMap((position) => dimension.codes[position] ?? []);
  const noted = categories.flatMap(({ code, note }) => (note ? [[code, [inLanguage(note, language)]] as const] : []));
  const indicators = dimension.role === 'metric' ? chosen.flatMap((position) => table.indicators[position] ?? []) : [];
  return {
    label: inLanguage(dimension.label, language),
    ...(dimension.note ? { note: [inLanguage(dimension.note, language)] } : {}),
    category: {
      index: Object.fromEntries(categories.map(({ code }, index) => [code, index])),
      label: Object.fromEntries(categories.map(({ code, label }) => [code, inLanguage(label, language)])),
      ...children(categories),
      ...(noted.length > 0 ? { note: Object.fromEntries(noted) } : {}),
      ...(indicators.length > 0 ? indicatorCategory(indicators, language) : {}),
    },
    extension: {
      elimination: dimension.total !== undefined,
      ...(dimension.total === undefined ? {} : { eliminationValueCode: dimension.total }),
      show: dimension.role === 'time' ? 'code' : 'value',
      codelists,
      ...(indicators.length > 0 ? indicatorExtension(indicators, language) : {}),
    },
  };
}

/** Hierarchy among the chosen codes: a parent that was not chosen is left out. */
function children(categories: readonly Category[]): object {
  const child: Record<string, string[]> = {};
  const codes = new Set(categories.map(({ code }) => code));
  for (const { code, parent } of categories) {
    if (parent === undefined || !codes.has(parent)) continue;
    child[parent] = [...(Object.hasOwn(child, parent) ? (child[parent] ?? []) : []), code];
  }
  return Object.keys(child).length > 0 ? { child } : {};
}

function indicatorCategory(indicators: readonly Indicator[], language: Language): object {
  return {
    note: byCode(indicators, ({ definition }) => [inLanguage(definition, language)]),
    unit: byCode(indicators, ({ unit, decimals }) => {
      const base = inLanguage(unit, language);
      return { base, decimals, ...(base === '€' ? { position: 'start' } : {}) };
    }),
  };
}

function indicatorExtension(indicators: readonly Indicator[], language: Language): object {
  const dated = indicators.flatMap(({ code, refperiod }) =>
    refperiod ? [[code, inLanguage(refperiod, language)] as const] : [],
  );
  return {
    ...(dated.length > 0 ? { refperiod: Object.fromEntries(dated) } : {}),
    measuringType: byCode(indicators, ({ measuringType }) => measuringType),
  };
}

function byCode<T>(indicators: readonly Indicator[], value: (indicator: Indicator) => T): Record<string, T> {
  return Object.fromEntries(indicators.map((indicator) => [indicator.code, value(indicator)]));
}
