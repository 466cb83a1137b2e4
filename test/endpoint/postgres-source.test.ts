/** Tables whose data is a query on a real PostgreSQL server. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DuckDbStore, publishTables, type TableReport } from '@peilglas/endpoint';
import { howToInstall, isInstalled, startPostgres, type PostgresServer } from './store/postgres-server.ts';
import { temporaryFolder, writeTable } from './support.ts';

const variable = 'PEILGLAS_TEST_DATABASE';
const rows = 'SELECT region, age, period, indicator, value, status FROM work ORDER BY number';

/** The manifest of `werk` over a query, which stands on lines of its own. */
function overQuery(manifest: string, query: string, connection = variable): string {
  const lines = query.split('\n').map((line) => `    ${line}`);
  const data = ['data:', '  query: |', ...lines, `  connection: ${connection}`, '  value: value', '  status: status'];
  return manifest.replace(/^data: .*$/m, data.join('\n'));
}

async function publish(query: string, edit: (manifest: string) => string = (text) => text, connection = variable) {
  const folder = await temporaryFolder();
  const store = new DuckDbStore(join(folder, 'store'));
  after(() => store.close());
  const manifest = await writeTable(folder, { manifest: (text) => edit(overQuery(text, query, connection)) });
  const again = async (): Promise<TableReport> => {
    const [report] = await publishTables({ paths: [manifest], store });
    assert.ok(report);
    return report;
  };
  return { store, report: await again(), again };
}

async function refusal(query: string, connection = variable) {
  const { report } = await publish(query, undefined, connection);
  assert.equal(report.outcome, 'refused');
  const [finding] = report.findings;
  assert.ok(finding);
  assert.match(finding.location.file, /werk\.yaml$/);
  assert.notEqual(finding.remedy, '');
  return finding;
}

function describeQueries(server: PostgresServer, url: string): void {
  describe('data of a PostgreSQL query', () => {
    const run = (sql: string): Promise<string> => server.run(url, sql);

    before(async () => {
      process.env[variable] = url;
      const csv = await readFile(new URL('fixtures/werk.csv', import.meta.url), 'utf8');
      const literals = (line: string): string =>
        line
          .split(',')
          .map((text) => (text === '' ? 'NULL' : `'${text}'`))
          .join(', ');
      await run(
        'CREATE TABLE work (number serial, region text, age text, period text, indicator text, value numeric, status text)',
      );
      const values = csv
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => `(${literals(line)})`);
      await run(`INSERT INTO work (region, age, period, indicator, value, status) VALUES ${values.join(', ')}`);
    });

    it('gives the same figures as the file', async () => {
      const { store, report } = await publish(rows);
      assert.equal(report.outcome, 'published', JSON.stringify(report.findings));
      const [version] = await store.versions('werk');
      const folder = await temporaryFolder();
      const other = new DuckDbStore(join(folder, 'store'));
      after(() => other.close());
      await publishTables({ paths: [await writeTable(folder)], store: other });
      const [fromFile] = await other.versions('werk');
      assert.ok(version && fromFile);
      const all = version.table.dimensions.map(({ codes }) => codes.map((_, position) => position));
      assert.deepEqual(await store.cells(version, all), await other.cells(fromFile, all));
    });

    it('is the same content in whatever order the rows come, and another when a figure changes', async () => {
      const { report, again } = await publish('SELECT * FROM work_view');
      assert.equal(report.outcome, 'refused');
      const view = (order: string): Promise<unknown> => run(`CREATE OR REPLACE VIEW work_view AS ${rows} ${order}`);
      await view('');
      assert.equal((await again()).outcome, 'published');
      await view('DESC');
      assert.equal((await again()).outcome, 'unchanged');
      await run('UPDATE work SET value = value + 1 WHERE number = 1');
      assert.equal((await again()).version, 2);
      await run('UPDATE work SET value = value - 1 WHERE number = 1');
    });

    it('reads more rows than one portion holds', async () => {
      const many = `SELECT 'NL01' AS region, 'T' AS age, (1000 + n)::text AS period, 'personen' AS indicator, n AS value,
      NULL AS status FROM generate_series(1, 5000) AS n`;
      const { report } = await publish(many, (text) => text.replace(/ {6}- \{ code: GM.*\n/g, ''));
      assert.equal(report.observationCount, 5000, JSON.stringify(report.findings));
    });

    it('is refused with the row of the answer and the line of the query', async () => {
      const { report } = await publish(
        rows.replace('value,', "CASE number WHEN 3 THEN 'many' ELSE value::text END AS value,"),
      );
      const [finding] = report.findings;
      assert.equal(finding?.rule, 'columns-and-types');
      assert.deepEqual([finding.location.row, finding.location.line, finding.location.field], [3, 17, 'value']);
    });

    it('keeps the decimals of a numeric', async () => {
      const { report } = await publish(rows.replace('value,', 'value::numeric(12,2),'));
      assert.deepEqual([...new Set(report.findings.map(({ rule }) => rule))], ['decimals']);
      assert.match(report.findings[0]?.message ?? '', /personen has a figure with 2 decimals/);
    });

    it('is refused where a code is NULL', async () => {
      const finding = await refusal(rows.replace('region,', 'CASE number WHEN 2 THEN NULL ELSE region END AS region,'));
      assert.deepEqual([finding.rule, finding.message, finding.location.row], ['known-codes', 'No code on 1 row', 2]);
    });

    it('is refused without a column that the manifest names', async () => {
      const finding = await refusal(rows.replace('region,', ''));
      assert.match(finding.message, /no column region; it has age, period, indicator, value, status/);
      assert.equal(finding.location.field, 'region');
    });

    it('is refused for bad SQL, with the line of the query', async () => {
      const finding = await refusal('SELECT region\nFROM nowhere');
      assert.equal(finding.location.field, 'data.query');
      assert.equal(finding.message, 'relation "nowhere" does not exist on line 2 of the query (42P01)');
    });

    it('repeats no value of the data when the query fails on one', async () => {
      const finding = await refusal('SELECT region::integer AS region FROM work');
      assert.equal(finding.message, 'The query cannot be answered (22P02)');
      assert.doesNotMatch(JSON.stringify(finding), /NL01/);
    });

    for (const [name, query] of [
      ['changes data', 'DELETE FROM work RETURNING *'],
      ['changes data within a SELECT', 'WITH gone AS (DELETE FROM work RETURNING *) SELECT * FROM gone'],
    ] as const) {
      it(`is refused for a query that ${name}`, async () => {
        assert.equal((await refusal(query)).message, 'The query would change the database');
        assert.equal(await run('SELECT count(*) FROM work'), '47');
      });
    }

    it('is refused for two statements in one', async () => {
      const finding = await refusal('COMMIT; DELETE FROM work');
      assert.match(finding.message, /cannot insert multiple commands/);
    });

    it('is refused for a query that takes longer than the connection allows', async () => {
      process.env.PEILGLAS_TEST_HASTY = `${url}&statement_timeout=50`;
      const finding = await refusal('SELECT pg_sleep(30)', 'PEILGLAS_TEST_HASTY');
      assert.equal(finding.message, 'The database took too long');
    });

    it('is refused where its connection is not set', async () => {
      const finding = await refusal(rows, 'PEILGLAS_TEST_NOWHERE');
      assert.match(finding.message, /PEILGLAS_TEST_NOWHERE is not set/);
      assert.equal(finding.location.field, 'data.connection');
      assert.equal(finding.location.line, 19);
    });

    for (const [name, other, message] of [
      ['is no connection string', 'http://[secret', /holds no connection string/],
      ['leads to no server', 'postgres://secret:hidden@127.0.0.1:1/nowhere', /cannot be reached \(ECONNREFUSED\)/],
      ['names no database', url.replace('/test_', '/secret_'), /refuses \(3D000\)/],
    ] as const) {
      it(`is refused where its connection ${name}, without repeating it`, async () => {
        process.env.PEILGLAS_TEST_WRONG = other;
        const finding = await refusal(rows, 'PEILGLAS_TEST_WRONG');
        assert.match(finding.message, message);
        assert.doesNotMatch(JSON.stringify(finding), /secret|hidden|127\.0\.0\.1/);
      });
    }

    it('is refused where a connection string stands in the manifest, without repeating it', async () => {
      const finding = await refusal(rows, 'postgres://secret@server/database');
      assert.equal(finding.location.field, 'data.connection');
      assert.match(finding.message, /Expected the name of an environment variable/);
      assert.doesNotMatch(JSON.stringify(finding), /secret/);
    });
  });
}

if (isInstalled) {
  const server = await startPostgres();
  describeQueries(server, await server.newDatabase());
} else {
  it('data of a PostgreSQL query', { skip: process.env.CI === 'true' ? false : howToInstall }, () =>
    assert.fail(howToInstall),
  );
}
