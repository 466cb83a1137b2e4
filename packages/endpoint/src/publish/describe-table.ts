import type { Category, Dimension, Table } from '../table.js';
import type { ManifestDimension } from './manifest.js';
import type { Data } from './read-data.js';

/** The table as it will be served: the manifest without its data source, with the codes of every dimension. */
export function describeTable(data: Data): Table {
  const { data: _source, dimensions, ...shared } = data.source.manifest;
  return { ...shared, dimensions: dimensions.map((dimension, index) => describeDimension(data, dimension, index)) };
}

function describeDimension(
  data: Data,
  { column: _column, codes, ...shared }: ManifestDimension,
  index: number,
): Dimension {
  return { ...shared, codes: categories(data, shared.role, codes ?? [], data.codes[index] ?? []) };
}

function categories(
  data: Data,
  role: Dimension['role'],
  listed: readonly Category[],
  found: readonly string[],
): Category[] {
  if (role === 'metric') return data.source.manifest.indicators.map(({ code, label }) => ({ code, label }));
  // A period is its own label on the wire; putting it into words is up to who shows it.
  if (role === 'time') return found.map((code) => ({ code, label: { nl: code } }));
  return [...listed];
}
