/** Small tables for the tests of disclosure control. */
import type { Columns, EarlierVersion } from '../../packages/endpoint/dist/publish/disclosure/columns.js';
import type { Indicator as FullIndicator, Table } from '../../packages/endpoint/dist/table.js';

export type { Columns, EarlierVersion, Table };
export type StatusCode = Columns['status'][number];

type OwnFields = 'disclosure' | 'derived' | 'bounds' | 'range' | 'additive';

/** An indicator by what matters here: a final count of a flow, unless it says otherwise. */
export type Indicator = { readonly code: string; readonly decimals?: number } & Partial<
  Pick<FullIndicator, OwnFields | 'measuringType'>
>;

export interface Cell {
  /** A code per dimension; a dimension that is not named is at its first code. */
  readonly codes: Readonly<Record<string, string>>;
  readonly value: number;
  readonly status?: StatusCode;
}

export interface TableShape {
  /** Beside time and metric. */
  readonly dimensions: readonly Table['dimensions'][number][];
  readonly indicators: readonly Indicator[];
  readonly periods?: readonly string[];
  readonly cells: readonly Cell[];
  readonly expectations?: Table['expectations'];
}

const text = (nl: string): { nl: string } => ({ nl });

export const category = (code: string, parent?: string): Table['dimensions'][number]['codes'][number] => ({
  code,
  label: text(code),
  ...(parent === undefined ? {} : { parent }),
});

export function makeTable(shape: TableShape): { readonly table: Table; readonly columns: Columns } {
  const { indicators, periods = ['2024'], expectations } = shape;
  const table: Table = {
    id: 'probe',
    title: text('Probe'),
    description: text('Probe'),
    theme: { code: 'probe', label: text('Probe') },
    source: text('Probe'),
    licence: 'CC0-1.0',
    owner: text('Probe'),
    retention: 'none',
    contact: { name: 'Probe', mail: 'probe@example.org' },
    audience: 'public',
    personal: 'aggregated',
    officialStatistics: false,
    updated: '2026-01-01',
    validation: { by: 'Probe', on: '2026-01-01' },
    ...(expectations ? { expectations } : {}),
    indicators: indicators.map((indicator) => ({
      label: text(indicator.code),
      unit: text('n'),
      decimals: 0,
      definition: text('Probe'),
      measuringType: 'Flow',
      goodDirection: 'none',
      ...indicator,
    })),
    dimensions: [
      ...shape.dimensions,
      { id: 'time', role: 'time', label: text('Time'), codes: periods.map((code) => category(code)) },
      { id: 'metric', role: 'metric', label: text('Metric'), codes: indicators.map(({ code }) => category(code)) },
    ],
  };
  const columns: Columns = {
    positions: table.dimensions.map(({ id, codes }) =>
      Int32Array.from(shape.cells, (cell) => {
        const position = cell.codes[id] === undefined ? 0 : codes.findIndex(({ code }) => code === cell.codes[id]);
        if (position < 0) throw new Error(`${id} has no ${String(cell.codes[id])}`);
        return position;
      }),
    ),
    values: Float64Array.from(shape.cells, ({ value }) => value),
    status: shape.cells.map(({ status }) => status ?? null),
  };
  return { table, columns };
}

/** A figure by its codes, as `a/2023`; a status where there is none. */
export type Figures = Readonly<Record<string, number | StatusCode>>;

/** A table of figures by the codes of the dimensions that are named, as `kind/time`. */
export function tableOfFigures(names: string, figures: Figures, shape: Omit<TableShape, 'cells'>): EarlierVersion {
  const ids = names.split('/');
  const cells = Object.entries(figures).map(([key, figure]): Cell => {
    const codes = Object.fromEntries(key.split('/').map((code, index) => [ids[index] ?? '', code]));
    return typeof figure === 'number' ? { codes, value: figure } : { codes, value: Number.NaN, status: figure };
  });
  return makeTable({ ...shape, cells });
}

/** A dimension whose total is T. */
export function classes(codes: readonly string[], id = 'kind'): Table['dimensions'][number] {
  return { id, label: text(id), total: 'T', codes: codes.map((code) => category(code)) };
}
