import type { DuckDBConnection } from '@duckdb/node-api';
import { parsePeriod, periodDates } from '@peilglas/model';
import type { Category } from '../table.js';
import type { Manifest } from './manifest.js';

/** Fills `absent` with the periods in which a region does not exist on any day: before its first, after its last. */
export async function fillAbsent(
  connection: DuckDBConnection,
  manifest: Manifest,
  codes: readonly (readonly string[])[],
): Promise<void> {
  await connection.run('CREATE TABLE absent(position INTEGER, period INTEGER)');
  const regions = manifest.dimensions.find(({ role }) => role === 'geo')?.codes ?? [];
  if (!regions.some(({ from, until }) => from ?? until)) return;
  const periods = (codes[manifest.dimensions.findIndex(({ role }) => role === 'time')] ?? []).map(daysOf);
  const appender = await connection.createAppender('absent');
  regions.forEach((region, position) => {
    periods.forEach((days, period) => {
      if (!days || exists(region, days)) return;
      appender.appendInteger(position);
      appender.appendInteger(period);
      appender.endRow();
    });
  });
  appender.closeSync();
}

interface Days {
  readonly first: string;
  readonly last: string;
}

function daysOf(code: string): Days | null {
  const period = parsePeriod(code);
  if (!period) return null;
  const { first, last } = periodDates(period);
  return { first: first.toISOString().slice(0, 10), last: last.toISOString().slice(0, 10) };
}

function exists({ from, until }: Category, { first, last }: Days): boolean {
  return (from === undefined || from <= last) && (until === undefined || until >= first);
}
