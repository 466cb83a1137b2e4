import { DuckDBInstance } from '@duckdb/node-api';
import type { Candidate, Columns, PublishedVersion, Store } from '@peilglas/endpoint';

type Table = Candidate['table'];
type Status = Columns['status'][number];

/** Positions, figure, status. */
export type Observation = readonly [positions: readonly number[], value: number | null, status: Status];

const both = (nl: string) => ({ nl });

/** A table with dimensions of these sizes: D0, D1 and so on, the last one with periods, and one indicator in front. */
export function cubeTable(sizes: readonly number[], id = 'kubus'): Table {
  return {
    id,
    title: both('Kubus'),
    description: both('Kubus'),
    theme: { code: 'proef', label: both('Proef') },
    source: both('Proef'),
    licence: 'CC0-1.0',
    owner: both('Proef'),
    retention: 'none',
    contact: { name: 'Desk', mail: 'desk@example.org' },
    audience: 'public',
    personal: 'none',
    officialStatistics: false,
    updated: '2024-01-01',
    validation: { by: 'desk', on: '2024-01-01' },
    indicators: [
      {
        code: 'aantal',
        label: both('Aantal'),
        unit: both('aantal'),
        decimals: 0,
        definition: both('Aantal'),
        measuringType: 'Stock',
        goodDirection: 'none',
      },
    ],
    dimensions: sizes.map((size, index) => ({
      id: `D${index}`,
      label: both(`D${index}`),
      codes: Array.from({ length: size }, (_, position) => ({ code: `c${position}`, label: both(`c${position}`) })),
    })),
  };
}

/** What a publisher would hand over: observations that must be sorted. */
export function candidateOf(table: Table, observations: readonly Observation[], contentHash = 'hash'): Candidate {
  const width = table.dimensions.length;
  return {
    table,
    contentHash,
    protectedBeside: null,
    checks: [],
    observations: {
      count: observations.length,
      portions: async function* () {
        // Odd portions, so that they do not fall together with anything a store does.
        for (let start = 0; start < observations.length; start += 1001)
          yield toColumns(observations.slice(start, start + 1001), width);
      },
      writeDuckDb: async (path) => {
        const instance = await DuckDBInstance.create(path);
        const connection = await instance.connect();
        const names = Array.from({ length: width }, (_, index) => `d${index} INTEGER`);
        await connection.run(`CREATE TABLE observation (${names.join(', ')}, value DOUBLE, status VARCHAR)`);
        const appender = await connection.createAppender('observation');
        for (const [positions, value, status] of observations) {
          positions.forEach((position) => appender.appendInteger(position));
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
  };
}

function toColumns(observations: readonly Observation[], width: number): Columns {
  return {
    positions: Array.from({ length: width }, (_, index) =>
      Int32Array.from(observations, ([positions]) => positions[index] ?? 0),
    ),
    values: Float64Array.from(observations, ([, value]) => value ?? Number.NaN),
    status: observations.map(([, , status]) => status),
  };
}

export async function allObservations(store: Store, version: PublishedVersion): Promise<readonly Observation[]> {
  const found: Observation[] = [];
  for await (const { positions, values, status } of store.observations(version)) {
    values.forEach((value, row) => {
      found.push([
        positions.map((column) => column[row] ?? -1),
        Number.isNaN(value) ? null : value,
        status[row] ?? null,
      ]);
    });
  }
  return found;
}
