/** A table put into a store as a publisher does, for cases that are hard to write as a file. */
import { DuckDBInstance } from '@duckdb/node-api';
import { createEndpoint, DuckDbStore, type EndpointOptions, type PublishedVersion } from '@peilglas/endpoint';
import { join } from 'node:path';
import { after } from 'node:test';
import { temporaryFolder, type Endpoint } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

export type Table = PublishedVersion['table'];

export interface Cell {
  readonly value: number | null;
  readonly status: string | null;
}

/** Cells of a whole table in row-major order; null for a cell without an observation. */
export async function publishCells(
  store: DuckDbStore,
  table: Table,
  cells: readonly (Cell | null)[],
): Promise<PublishedVersion> {
  const sizes = table.dimensions.map(({ codes }) => codes.length);
  const rows = cells.flatMap((cell, index) => (cell ? [{ ...cell, positions: positionsOf(index, sizes) }] : []));
  return store.publish({
    table,
    contentHash: String(Math.random()),
    protectedBeside: null,
    checks: ['example'],
    observations: {
      count: rows.length,
      portions: () => {
        throw new Error('The embedded store takes a file');
      },
      writeDuckDb: async (path) => {
        const instance = await DuckDBInstance.create(path);
        const connection = await instance.connect();
        const columns = [...sizes.map((_, index) => `d${index} INTEGER`), 'value DOUBLE', 'status VARCHAR'];
        await connection.run(`CREATE TABLE observation (${columns.join(', ')})`);
        const appender = await connection.createAppender('observation');
        for (const { positions, value, status } of rows) {
          for (const position of positions) appender.appendInteger(position);
          if (value === null) appender.appendNull();
          else appender.appendDouble(value);
          if (status === null) appender.appendNull();
          else appender.appendVarchar(status);
          appender.endRow();
        }
        appender.closeSync();
        await connection.run('CHECKPOINT');
        connection.disconnectSync();
        instance.closeSync();
      },
    },
  });
}

function positionsOf(cell: number, sizes: readonly number[]): readonly number[] {
  let rest = cell;
  return [...sizes]
    .reverse()
    .map((size) => {
      const position = rest % size;
      rest = Math.floor(rest / size);
      return position;
    })
    .reverse();
}

export async function emptyStore(): Promise<DuckDbStore> {
  return new DuckDbStore(join(await temporaryFolder(), 'store'));
}

/** An endpoint over a store, closed when the file's tests are done. */
export function serve(store: EndpointOptions['store'], options: Partial<EndpointOptions> = {}): Endpoint {
  const app = createEndpoint({ ...unlimited, store, callLimit: { calls: 100_000, seconds: 60 }, ...options });
  after(() => app.close());
  return app;
}

const shared = {
  description: { nl: 'Een voorbeeld.', en: 'An example.' },
  theme: { code: 'wonen', label: { nl: 'Wonen', en: 'Housing' } },
  source: { nl: 'Eigen voorbeeld', en: 'Own example' },
  licence: 'CC0-1.0',
  owner: { nl: 'Afdeling voorbeelden', en: 'Department of examples' },
  retention: 'five years',
  contact: { name: 'Service desk', mail: 'service@example.org' },
  personal: 'none' as const,
  officialStatistics: false,
  updated: '2024-03-01',
  validation: { by: 'the example desk', on: '2024-03-02' },
};

const indicator = {
  unit: { nl: 'stuks', en: 'pieces' },
  definition: { nl: 'Een aantal.', en: 'A number.' },
  goodDirection: 'none' as const,
};

/**
 * Four municipalities in two groups, three years and five indicators: two stocks, a flow, a rate made of the stocks and
 * an average that nothing can be made of. GM0004 merged into GM0003 at the end of 2021.
 */
export const grouped: Table = {
  ...shared,
  id: 'grouped',
  title: { nl: 'Woningen', en: 'Houses' },
  audience: 'public',
  dimensions: [
    {
      id: 'RegioS',
      role: 'geo',
      label: { nl: "Regio's", en: 'Regions' },
      codes: [
        { code: 'GM0001', label: { nl: 'Een' } },
        { code: 'GM0002', label: { nl: 'Twee' } },
        { code: 'GM0003', label: { nl: 'Drie' } },
        { code: 'GM0004', label: { nl: 'Vier' }, until: '2021-12-31' },
      ],
      codelists: [
        {
          id: 'Streken',
          label: { nl: 'Streken', en: 'Districts' },
          type: 'Aggregation',
          values: [
            { code: 'Noord', label: { nl: 'Noord', en: 'North' }, members: ['GM0001', 'GM0002'] },
            { code: 'Zuid', label: { nl: 'Zuid', en: 'South' }, members: ['GM0003', 'GM0004'] },
            { code: 'Los', label: { nl: 'Alleen twee' }, members: ['GM0002'] },
          ],
        },
        {
          id: 'Steden',
          label: { nl: 'Steden', en: 'Towns' },
          type: 'Valueset',
          values: [{ code: 'steden', label: { nl: 'Steden', en: 'Towns' }, members: ['GM0003', 'GM0001'] }],
        },
      ],
    },
    {
      id: 'Perioden',
      role: 'time',
      label: { nl: 'Perioden', en: 'Periods' },
      codes: ['2020', '2021', '2022'].map((code) => ({ code, label: { nl: code } })),
      codelists: [
        {
          id: 'Jaren',
          label: { nl: 'Alle jaren', en: 'All years' },
          type: 'Aggregation',
          values: [{ code: 'Alles', label: { nl: '2020 tot en met 2022' }, members: ['2020', '2021', '2022'] }],
        },
      ],
    },
    {
      id: 'Onderwerp',
      role: 'metric',
      label: { nl: 'Onderwerp', en: 'Topic' },
      codes: ['koop', 'woningen', 'gebouwd', 'aandeel', 'prijs'].map((code) => ({ code, label: { nl: code } })),
      codelists: [
        {
          id: 'Optellen',
          label: { nl: 'Onzin' },
          type: 'Aggregation',
          values: [{ code: 'alles', label: { nl: 'Alles' }, members: ['koop', 'prijs'] }],
        },
      ],
    },
  ],
  indicators: [
    { ...indicator, code: 'koop', label: { nl: 'Koop' }, decimals: 0, measuringType: 'Stock', additive: true },
    { ...indicator, code: 'woningen', label: { nl: 'Woningen' }, decimals: 0, measuringType: 'Stock', additive: true },
    { ...indicator, code: 'gebouwd', label: { nl: 'Gebouwd' }, decimals: 0, measuringType: 'Flow', additive: true },
    {
      ...indicator,
      code: 'aandeel',
      label: { nl: 'Aandeel koop' },
      decimals: 1,
      measuringType: 'Average',
      derived: { numerator: 'koop', denominator: 'woningen', factor: 100 },
    },
    { ...indicator, code: 'prijs', label: { nl: 'Gemiddelde prijs' }, decimals: 2, measuringType: 'Average' },
  ],
};
