/** JSON-stat made for a test, for shapes that no demo table has. */
export interface Synthetic {
  readonly label?: string;
  readonly regions?: Readonly<Record<string, string>>;
  readonly periods: readonly string[];
  /** Row by row: all periods of the first region, then of the next. */
  readonly values: readonly (number | null)[];
  readonly statuses?: Readonly<Record<number, string>>;
  readonly unit?: string;
  readonly decimals?: number;
  readonly source?: string | null;
  readonly breaks?: readonly { readonly period: string; readonly note: string }[];
  readonly goodDirection?: 'up' | 'down' | 'none';
  /** What the publisher says of small numbers, in Dutch. */
  readonly disclosure?: string;
  readonly notes?: readonly string[];
  readonly regionNotes?: Readonly<Record<string, string>>;
  /** Codes of the regions that a region consists of. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
}

export function synthetic(given: Synthetic): unknown {
  const regions = given.regions ?? { A: 'Adorp' };
  const notes = given.notes ?? [];
  return {
    version: '2.0',
    class: 'dataset',
    label: given.label ?? 'Proefcijfers',
    source: given.source === undefined ? 'Proefbron' : given.source,
    note: notes,
    id: ['Onderwerp', 'RegioS', 'Perioden'],
    size: [1, Object.keys(regions).length, given.periods.length],
    role: { metric: ['Onderwerp'], geo: ['RegioS'], time: ['Perioden'] },
    dimension: {
      Onderwerp: {
        label: 'Onderwerp',
        category: {
          index: ['x'],
          label: { x: given.label ?? 'Proefcijfers' },
          unit: { x: { base: given.unit ?? 'stuks', decimals: given.decimals ?? 0 } },
        },
      },
      RegioS: {
        label: 'Regio',
        category: {
          index: Object.keys(regions),
          label: regions,
          child: given.parts,
          note: Object.fromEntries(Object.entries(given.regionNotes ?? {}).map(([code, note]) => [code, [note]])),
        },
      },
      Perioden: { label: 'Perioden', category: { index: given.periods } },
    },
    value: given.values,
    status: given.statuses,
    extension: {
      ...(given.disclosure !== undefined && { px: { language: 'nl' } }),
      noteMandatory: Object.fromEntries(notes.map((_, index) => [index, true])),
      peilglas: {
        ...(given.disclosure !== undefined && { disclosure: { rule: 'suppression', note: given.disclosure } }),
        breaks: given.breaks ?? [],
        definition: { x: { long: 'Wat het is.', goodDirection: given.goodDirection ?? 'none' } },
      },
    },
  };
}

export function years(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}

const longWord = 'Arbeidsongeschiktheidsverzekeringsuitkeringen';

/** Labels, units and notes as long as publishers make them. */
export const longTexts = synthetic({
  label: `${longWord} per 1.000 huishoudens met minderjarige kinderen in wijken met een gemengde woningvoorraad`,
  regions: { A: `Samenwerkingsverband ${longWord}`, B: 'Súdwest-Fryslân en de Waddeneilanden', C: 'Nederland' },
  periods: years(2015, 9),
  values: Array.from({ length: 27 }, (_, index) => 123_456_789 + index * 1_234_567),
  unit: 'personen met een lopende uitkering aan het eind van het jaar',
  source: `Onderzoek en Statistiek, ${longWord}, bewerking van cijfers van derden`,
  notes: [`De cijfers over ${longWord} gaan over personen, niet over huishoudens.`],
});

export const onePoint = synthetic({ periods: ['2023'], values: [7] });
export const noPoint = synthetic({ periods: ['2022', '2023'], values: [null, null] });
export const suppressed = synthetic({ periods: ['2022', '2023'], values: [null, null], statuses: { 0: 'C', 1: 'C' } });

/** Nothing says which dimension is of regions, periods or indicators. */
export const withoutRoles = {
  version: '2.0',
  class: 'dataset',
  label: 'Proefcijfers',
  id: ['Soort'],
  size: [2],
  dimension: { Soort: { label: 'Soort', category: { index: ['a', 'b'] } } },
  value: [1, 2],
};

export interface SyntheticParts {
  /** Codes and labels of the regions. */
  readonly regions?: Readonly<Record<string, string>>;
  /** Codes and labels per classification, in order. */
  readonly dimensions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The code that stands for all, per classification that has one. */
  /** Of which codes a code consists, by dimension. */
  readonly children?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly totals?: Readonly<Record<string, string>>;
  readonly periods?: readonly string[];
  /** Row by row: periods fastest, then the last classification, and regions slowest. */
  readonly values: readonly (number | null)[];
  readonly statuses?: Readonly<Record<number, string>>;
}

/** A table with classifications beside region and period. */
export function syntheticParts(given: SyntheticParts): unknown {
  const regions = given.regions ?? { A: 'Adorp' };
  const periods = given.periods ?? ['2023'];
  const ids = Object.keys(given.dimensions);
  const dimensions = Object.entries(given.dimensions).map(([id, labels]) => {
    const total = given.totals?.[id];
    const extension = total === undefined ? {} : { elimination: true, eliminationValueCode: total };
    return [
      id,
      { label: id, category: { index: Object.keys(labels), label: labels, child: given.children?.[id] }, extension },
    ] as const;
  });
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Proefcijfers',
    source: 'Proefbron',
    id: ['Onderwerp', 'RegioS', ...ids, 'Perioden'],
    size: [
      1,
      Object.keys(regions).length,
      ...Object.values(given.dimensions).map((labels) => Object.keys(labels).length),
      periods.length,
    ],
    role: { metric: ['Onderwerp'], geo: ['RegioS'], time: ['Perioden'] },
    dimension: {
      Onderwerp: {
        category: { index: ['x'], label: { x: 'Inwoners' }, unit: { x: { base: 'inwoners', decimals: 0 } } },
      },
      RegioS: { label: 'Regio', category: { index: Object.keys(regions), label: regions } },
      ...Object.fromEntries(dimensions),
      Perioden: { label: 'Perioden', category: { index: periods } },
    },
    value: given.values,
    status: given.statuses,
  };
}

export const suppressedParts = syntheticParts({
  dimensions: { Soort: { a: 'Een', b: 'Twee' } },
  values: [null, null],
  statuses: { 0: 'C', 1: 'C' },
});

/** Three ages by sex in two periods and two regions, with totals; the oldest women of Bedorp are confidential. */
export const ageBySex = syntheticParts({
  regions: { A: 'Adorp', B: 'Bedorp' },
  periods: ['2013', '2023'],
  dimensions: {
    Geslacht: { T: 'Mannen en vrouwen', M: 'Mannen', V: 'Vrouwen' },
    Leeftijd: { T: 'Alle leeftijden', jong: '0 tot 20 jaar', midden: '20 tot 65 jaar', oud: '65 jaar of ouder' },
  },
  totals: { Geslacht: 'T', Leeftijd: 'T' },
  values: [
    ...[180, 200, 40, 50, 100, 100, 40, 50],
    ...[88, 98, 20, 26, 50, 50, 18, 22],
    ...[92, 102, 20, 24, 50, 50, 22, 28],
    ...[1800, 2000, 600, 800, 900, 800, 300, 400],
    ...[900, 1000, 300, 400, 450, 400, 150, 200],
    ...[900, 1000, 300, 400, 450, 400, 150, null],
  ],
  statuses: { 47: 'C' },
});

export const suppressedPyramid = syntheticParts({
  dimensions: { Geslacht: { M: 'Mannen', V: 'Vrouwen' }, Leeftijd: { jong: '0 tot 20 jaar' } },
  values: [null, null],
  statuses: { 0: 'C', 1: 'C' },
});

export interface SyntheticIndicator {
  readonly label: string;
  readonly unit: string;
  /** Period by period, region by region. */
  readonly values: readonly (number | null)[];
  readonly bounds?: { readonly lower: string; readonly upper: string };
  readonly goodDirection?: 'up' | 'down' | 'none';
}

/** A table of several indicators, by code. */
export function syntheticIndicators(
  indicators: Readonly<Record<string, SyntheticIndicator>>,
  periods: readonly string[],
  {
    regions = { A: 'Adorp' },
    statuses = {},
    breaks = [],
  }: {
    regions?: Readonly<Record<string, string>>;
    statuses?: Readonly<Record<number, string>>;
    breaks?: readonly { readonly period: string; readonly note: string }[];
  } = {},
): unknown {
  const pick = <T>(of: (indicator: SyntheticIndicator) => T) =>
    Object.fromEntries(Object.entries(indicators).map(([code, indicator]) => [code, of(indicator)] as const));
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Proefcijfers',
    source: 'Proefbron',
    id: ['Onderwerp', 'RegioS', 'Perioden'],
    size: [Object.keys(indicators).length, Object.keys(regions).length, periods.length],
    role: { metric: ['Onderwerp'], geo: ['RegioS'], time: ['Perioden'] },
    dimension: {
      Onderwerp: {
        category: {
          index: Object.keys(indicators),
          label: pick(({ label }) => label),
          unit: pick(({ unit, values }) => ({
            base: unit,
            decimals: values.every((value) => Number.isInteger(value ?? 0)) ? 0 : 1,
          })),
        },
      },
      RegioS: { label: 'Regio', category: { index: Object.keys(regions), label: regions } },
      Perioden: { label: 'Perioden', category: { index: periods } },
    },
    value: Object.values(indicators).flatMap(({ values }) => values),
    status: statuses,
    extension: {
      peilglas: {
        breaks,
        definition: pick(({ bounds, goodDirection = 'none' }) => ({ long: 'Wat het is.', goodDirection, bounds })),
      },
    },
  };
}
