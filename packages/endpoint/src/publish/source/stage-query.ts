import type { DuckDBConnection } from '@duckdb/node-api';
import type { QuerySource } from '../manifest.js';
import type { ManifestFile } from '../read-manifest.js';
import { refused, type Staging } from './text-columns.js';

export function stageQuery(_connection: DuckDBConnection, source: ManifestFile, _query: QuerySource): Promise<Staging> {
  const location = { file: source.file, line: source.lineOf(['data', 'query']), field: 'data.query' };
  return Promise.resolve(refused(location, 'Queries cannot be read yet', 'Give a file'));
}
