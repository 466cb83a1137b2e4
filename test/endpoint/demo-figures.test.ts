/** The figures that the demo shows are the figures of its source files, to the last digit. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { parse } from 'yaml';
import { temporaryFolder, type Dataset, type TableList } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const tables = fileURLToPath(new URL('../../demo/tables/', import.meta.url));

interface Manifest {
  readonly audience: unknown;
  readonly data: { readonly value: string; readonly status?: string };
  readonly dimensions: readonly { readonly id: string; readonly column: string }[];
}

describe('the demo tables', async () => {
  const store = new DuckDbStore(join(await temporaryFolder(), 'store'));
  const reports = await publishTables({ paths: [tables], store });
  const app = createEndpoint({ ...unlimited, store, maxDataCells: 1_000_000 });
  after(() => app.close());

  it('are all accepted, at least ten on at least six themes', async () => {
    assert.deepEqual(
      reports.filter(({ outcome }) => outcome !== 'published').map(({ manifest, findings }) => [manifest, findings]),
      [],
    );
    const { tables: listed } = (await app.inject('/api/v2/tables')).json<TableList>();
    assert.ok(listed.length >= 10);
    assert.ok(new Set(listed.map(({ subjectCode }) => subjectCode)).size >= 6);
  });

  const manifestOf = (id: string | null): Manifest =>
    parse(readFileSync(join(tables, `${String(id)}.yaml`), 'utf8')) as Manifest;

  it('serve nothing of a table that is not public to who shows no token', async () => {
    const closed = reports.filter(({ id }) => manifestOf(id).audience !== 'public');
    assert.deepEqual(
      closed.map(({ id }) => id),
      ['jeugdhulp-synthetisch'],
    );
    assert.notEqual((await app.inject('/api/v2/tables/jeugdhulp-synthetisch/data')).statusCode, 200);
  });

  for (const { id } of reports.filter((report) => manifestOf(report.id).audience === 'public')) {
    it(`${String(id)}: every figure served equals the source file`, async () => {
      const manifest = manifestOf(id);
      const { header, rows } = readCsv(join(tables, `${String(id)}.csv`));
      const query = Object.fromEntries(manifest.dimensions.map((dimension) => [`valueCodes[${dimension.id}]`, '*']));
      const answer = await app.inject({ url: `/api/v2/tables/${String(id)}/data`, query });
      const data = answer.json<Dataset>();
      const column = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
      const seen = new Set<number>();
      for (const row of rows) {
        const cell = manifest.dimensions.reduce((place, { id: dimension, column: name }, index) => {
          const position = data.dimension[dimension]?.category.index[column(row, name)];
          assert.ok(position !== undefined, `${dimension} ${column(row, name)}`);
          return place * (data.size[index] ?? 0) + position;
        }, 0);
        const text = column(row, manifest.data.value);
        const status = manifest.data.status === undefined ? '' : column(row, manifest.data.status);
        assert.equal(data.value?.[cell], text === '' ? null : Number(text), row.join());
        assert.equal(
          data.status?.[cell] ?? '',
          text === '' && status === '' ? 'O' : status.replace(/^A$/, ''),
          row.join(),
        );
        seen.add(cell);
      }
      assert.equal(seen.size, rows.length);
      data.value?.forEach((value, cell) => {
        if (!seen.has(cell)) assert.deepEqual([value, data.status?.[cell]], [null, 'O']);
      });
    });
  }
});

/** The demo files have no quoted texts; a line that does would not have as many parts as the header. */
function readCsv(path: string): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const [header = [], ...rows] = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  for (const row of rows) assert.equal(row.length, header.length, row.join());
  return { header, rows };
}
