import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  createEndpoint,
  PostgresStore,
  StoreError,
  StoreReadOnlyError,
  StoreUnavailableError,
  type TableReport,
} from '@peilglas/endpoint';
import { temporaryFolder, writeTable } from '../support.ts';
import { candidateOf, cubeTable } from './candidates.ts';
import { describeStore } from './contract.ts';
import { describeSameAnswers } from './same-answers.ts';
import { asNextVersion, runCli } from './run-cli.ts';
import { placeIn } from './postgres-place.ts';
import { howToInstall, isInstalled, startPostgres, type PostgresServer } from './postgres-server.ts';
import { unlimited } from '../../support/unlimited.ts';

const candidate = candidateOf(cubeTable([2, 2]), [[[0, 1], 7, null]]);
const query = {
  tableId: 'kubus',
  version: 1,
  language: 'nl',
  outputFormat: 'csv',
  outputFormatParams: [],
  selection: [],
};

function openStore(url: string): PostgresStore {
  const store = new PostgresStore(url, { connections: 3 });
  after(() => store.close());
  return store;
}

function describePostgres(server: PostgresServer): void {
  describe('PostgreSQL: its database', () => {
    it('has the table first in every key that rows are found by, and no table refers to another', async () => {
      const url = await server.newDatabase();
      await openStore(url).publish(candidate);
      const keys = await server.run(
        url,
        `SELECT tc.table_name || ':' || string_agg(column_name, ',' ORDER BY ordinal_position)
         FROM information_schema.table_constraints tc JOIN information_schema.key_column_usage USING (constraint_name)
         WHERE tc.table_schema = 'peilglas' AND constraint_type = 'PRIMARY KEY' GROUP BY tc.table_name ORDER BY 1`,
      );
      assert.deepEqual(keys.split('\n'), [
        'migration:number',
        'observation:table_id,version,block',
        'revision:id',
        'saved_query:id',
        'version:table_id,version',
        'version_number:table_id',
      ]);
      const foreign = `SELECT count(*) FROM pg_constraint WHERE contype = 'f'`;
      assert.equal(await server.run(url, foreign), '0');
    });

    it('is made once by publishers that begin at the same time, never by who only reads', async () => {
      const url = await server.newDatabase();
      const reader = openStore(url);
      assert.deepEqual(await reader.tables(), []);
      assert.equal(await server.run(url, `SELECT count(*) FROM pg_namespace WHERE nspname = 'peilglas'`), '0');
      await Promise.all([1, 2, 3].map(() => openStore(url).publish(candidate)));
      assert.equal(await server.run(url, 'SELECT count(*) FROM peilglas.migration'), '1');
      assert.equal((await reader.current('kubus'))?.version, 3);
    });

    it('is not made by who publishes nothing, and retracts nothing', async () => {
      const url = await server.newDatabase();
      const manifest = await writeTable(await temporaryFolder(), { data: (text) => text.replace('GM0153', 'GM9999') });
      assert.equal((await runCli(['publish', manifest, '--store', url])).code, 1);
      const retracted = await runCli(['retract', 'werk@1', '--why', 'x', '--store', url]);
      assert.deepEqual(
        [retracted.code, retracted.errors],
        [1, 'peilglas-endpoint: The store has no version 1 of table werk\n'],
      );
      assert.equal(await server.run(url, `SELECT count(*) FROM pg_namespace WHERE nspname = 'peilglas'`), '0');
    });

    it('that a newer program made is left alone, by readers and publishers, with a word why', async () => {
      const url = await server.newDatabase();
      await openStore(url).publish(candidate);
      await server.run(url, 'INSERT INTO peilglas.migration VALUES (99, now())');
      const store = openStore(url);
      await assert.rejects(store.tables(), {
        name: 'StoreError',
        message: /schema 99, and this program knows up to 1/,
      });
      await assert.rejects(store.publish(candidate), { name: 'StoreError', message: /schema 99/ });
    });

    it('of an older program is brought up to date by who publishes or retracts; who only reads says so', async () => {
      const folder = await temporaryFolder();
      const manifest = await writeTable(folder);
      for (const upgrade of [
        ['publish', manifest],
        ['retract', 'werk@1', '--why', 'A figure was wrong'],
      ]) {
        const url = await server.newDatabase();
        const run = (next: boolean, ...parameters: string[]) =>
          runCli([...parameters, '--store', url], next ? { nodeOptions: asNextVersion } : {});
        assert.equal((await run(false, 'publish', manifest)).code, 0);
        const said = /schema 1, and this program needs 2: run peilglas-endpoint publish \(or retract\)/;
        for (const reading of [
          ['versions'],
          ['versions', 'werk'],
          ['diff', 'werk'],
          ['check', manifest],
          ['serve', '--check'],
        ]) {
          const { code, output, errors } = await run(true, ...reading);
          assert.equal(code, 1, reading.join(' '));
          assert.match(output + errors, said, reading.join(' '));
        }
        // One step of the next version takes longer than any statement may otherwise.
        const patient = [...upgrade, '--store', `${url}&statement_timeout=800`];
        const { code, errors } = await runCli(patient, { nodeOptions: asNextVersion });
        assert.deepEqual([code, errors], [0, '']);
        assert.equal(await server.run(url, 'SELECT max(number) FROM peilglas.migration'), '2');
        assert.match((await run(true, 'versions', 'werk')).output, /^werk@1 /);
        const old = await run(false, 'versions');
        assert.match(old.errors, /schema 2, and this program knows up to 1: install the version that publishes/);
      }
    });

    it('that fails between tables leaves a report of what was done before, and names what was not', async () => {
      const folder = await temporaryFolder();
      for (const id of ['een', 'twee'])
        await writeTable(folder, { manifest: (text) => text.replace('id: werk', `id: ${id}`) }, id);
      const url = await server.newDatabase();
      await openStore(url).publish(candidate);
      // As soon as one table is published, the others can no longer be read.
      await server.run(
        url,
        `CREATE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN ALTER TABLE peilglas.version RENAME TO elsewhere; RETURN NULL; END $$;
         CREATE TRIGGER break AFTER UPDATE ON peilglas.revision EXECUTE FUNCTION break()`,
      );
      const { code, output } = await runCli(['publish', folder, '--json', '--store', url]);
      assert.equal(code, 1);
      const reports = JSON.parse(output) as TableReport[];
      assert.deepEqual(
        reports.map(({ id, outcome, version, findings }) => [id, outcome, version, findings.at(-1)?.message ?? null]),
        [
          ['een', 'published', 1, null],
          ['twee', 'refused', null, 'The database could not do what was asked (42P01)'],
        ],
      );
    });

    it('keeps nothing of a version whose publisher is gone, and goes on', async () => {
      const url = await server.newDatabase();
      const store = openStore(url);
      await store.publish(candidate);
      const many = candidateOf(
        cubeTable([200, 1000]),
        Array.from({ length: 200_000 }, (_, place) => [[Math.floor(place / 1000), place % 1000], place, null]),
      );
      const dying = openStore(url);
      await assert.rejects(
        dying.publish({
          ...many,
          observations: {
            ...many.observations,
            portions: async function* () {
              let portions = 0;
              for await (const columns of many.observations.portions()) {
                // As if the process were killed: the server sees its connection end halfway.
                if (++portions === 150) {
                  const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE state = 'idle in transaction' AND datname = current_database()`;
                  assert.equal(await server.run(url, end), 't');
                }
                yield columns;
              }
            },
          },
        }),
        StoreUnavailableError,
      );
      assert.equal((await store.current('kubus'))?.version, 1);
      assert.equal(await server.run(url, 'SELECT count(*) FROM peilglas.observation'), '1');
      const next = await store.publish(many);
      assert.equal(next.version, 3);
      assert.deepEqual((await store.cells(next, [[199], [999]])).values, [199_999]);
    });

    it('can be one that this account only reads: nothing is written, and the store says so', async () => {
      const url = await server.newDatabase();
      await openStore(url).publish(candidate);
      await server.run(
        url,
        `CREATE ROLE lezer_${process.pid} LOGIN; GRANT USAGE ON SCHEMA peilglas TO lezer_${process.pid};
         GRANT SELECT ON ALL TABLES IN SCHEMA peilglas TO lezer_${process.pid}`,
      );
      const reader = openStore(url.replace('peilglas@', `lezer_${process.pid}@`));
      assert.equal((await reader.tables()).length, 1);
      await assert.rejects(reader.saveQuery(query, 10), StoreReadOnlyError);
      await assert.rejects(reader.publish(candidate), StoreReadOnlyError);
      await assert.rejects(reader.retract('kubus', 1, 'no'), StoreReadOnlyError);
    });

    it('may be restarted: the endpoint refuses for that while, then answers as before', async () => {
      const url = await server.newDatabase();
      const store = openStore(url);
      await store.publish(candidate);
      const app = createEndpoint({ ...unlimited, store: url });
      after(() => app.close());
      const ask = () => app.inject('/api/v2/tables/kubus/metadata');
      const before = await ask();
      assert.equal(before.statusCode, 200);
      await server.stop();
      const during = await ask();
      assert.equal(during.statusCode, 503);
      assert.doesNotMatch(during.body, /peilglas-postgres|test_|ENOENT/);
      await assert.rejects(store.revision(), StoreUnavailableError);
      await server.start();
      assert.equal((await ask()).body, before.body);
    });

    it('that breaks off a question, as a standby may, is one to ask again later', async () => {
      const url = await server.newDatabase();
      const store = openStore(url);
      await store.publish(candidate);
      const app = createEndpoint({ ...unlimited, store: url });
      after(() => app.close());
      await server.run(
        url,
        `ALTER TABLE peilglas.observation RENAME TO kept;
         CREATE FUNCTION break_off() RETURNS SETOF peilglas.kept LANGUAGE plpgsql AS $$
           BEGIN RAISE 'canceling statement due to conflict with recovery' USING ERRCODE = '40001'; END $$;
         CREATE VIEW peilglas.observation AS SELECT * FROM break_off()`,
      );
      const { statusCode, headers, body } = await app.inject('/api/v2/tables/kubus/data');
      assert.equal(statusCode, 503);
      assert.ok(Number(headers['retry-after']) > 0);
      assert.doesNotMatch(body, /recovery|kept/);
      await server.run(url, 'DROP VIEW peilglas.observation; ALTER TABLE peilglas.kept RENAME TO observation');
      assert.equal((await app.inject('/api/v2/tables/kubus/data')).statusCode, 200);
    });

    it('that does not encrypt, or whose certificate cannot be checked, is told from one that is away', async () => {
      const url = await server.newDatabase();
      for (const [more, said] of [
        ['&sslmode=verify-full', /^The database does not encrypt, which sslmode /],
        [
          '&sslmode=verify-full&sslrootcert=/nowhere/ca.pem',
          /^A file .* such as sslrootcert, cannot be read \(ENOENT\)/,
        ],
      ] as const)
        await assert.rejects(openStore(url + more).tables(), { message: said });
    });

    it('is not named in errors, nor is the account or the password', async () => {
      for (const url of [
        'postgres://clerk:s3cret@127.0.0.1:1/figures',
        'postgres://clerk:s3cret@nowhere.invalid/figures',
        'postgres://clerk:s3cret@[broken/figures',
        (await server.newDatabase()).replace(/test_\w+/, 'figures').replace('peilglas@', 'clerk:s3cret@'),
        (await server.newDatabase()).replace(/test_\w+/, 'figures'),
      ]) {
        const error = await openStore(url)
          .tables()
          .then(
            () => assert.fail(),
            (reason: unknown) => reason,
          );
        assert.ok(error instanceof StoreError, url);
        const shown = `${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))}`;
        assert.doesNotMatch(shown, /s3cret|clerk|figures|nowhere|peilglas-postgres-/);
        assert.equal(error.cause, undefined);
      }
    });
  });
}

if (isInstalled) {
  const server = await startPostgres();
  const newPlace = () => placeIn(server);
  describeStore('PostgreSQL', newPlace);
  describeSameAnswers(newPlace);
  describePostgres(server);
} else {
  it('PostgreSQL', { skip: process.env.CI === 'true' ? false : howToInstall }, () => assert.fail(howToInstall));
}
