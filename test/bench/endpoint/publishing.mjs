/** Publishing ten million rows with all checks, against the time DuckDB takes to copy the same CSV to Parquet. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { folder, median, publish, timeCommand } from './tools.mjs';

export function measurePublishing({ manifest, data }, store, rounds) {
  const [copies, publications] = [[], []];
  for (let round = 0; round < rounds; round++) {
    copies.push(copy(data));
    rmSync(store, { recursive: true, force: true });
    const { seconds, output } = publish(manifest, store);
    const [{ outcome }] = JSON.parse(output);
    if (outcome !== 'published') throw new Error(output.slice(0, 2000));
    publications.push(seconds);
    copies.push(copy(data));
  }
  return { copy: median(copies), publish: median(publications), copies, publications };
}

function copy(data) {
  const target = join(folder, 'copy.parquet');
  const program = `
    import { DuckDBInstance } from '@duckdb/node-api';
    const instance = await DuckDBInstance.create(':memory:', { threads: '${availableParallelism()}' });
    const connection = await instance.connect();
    await connection.run("COPY (SELECT * FROM read_csv('${data}', types = {'periode': 'VARCHAR'})) TO '${target}' (FORMAT parquet)");`;
  return timeCommand(['--input-type=module', '--eval', program]).seconds;
}
