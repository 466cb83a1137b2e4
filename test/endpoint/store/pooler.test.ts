import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PostgresStore } from '@peilglas/endpoint';
import { long } from '../../support/long.ts';
import { candidateOf, cubeTable } from './candidates.ts';
import { describeStore } from './contract.ts';
import { howToInstallPooler, isPoolerInstalled, startPooler } from './pooler.ts';
import { placeIn } from './postgres-place.ts';
import { howToInstall, isInstalled, startPostgres } from './postgres-server.ts';

/** As the guide says it. */
const guide = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8');
const [setting = ''] = /ignore_startup_parameters = .+/.exec(guide) ?? [];
const candidate = candidateOf(cubeTable([2, 2]), [[[0, 1], 7, null]]);

if (isInstalled && isPoolerInstalled) {
  const server = await startPostgres();
  const direct = await server.newDatabase();
  const refusing = await startPooler(direct, []);
  const behind = await startPooler(direct, [setting]);

  describe('PostgreSQL behind a pooler', () => {
    it('that refuses the limits of time says which of its settings takes them', async () => {
      const store = new PostgresStore(refusing(direct));
      await assert.rejects(store.tables(), {
        name: 'StoreUnavailableError',
        message: /add statement_timeout and idle_in_transaction_session_timeout to its ignore_startup_parameters$/,
      });
      await store.close();
    });

    it('takes publishers and readers at the same time, each transaction on another connection', async () => {
      const stores = Array.from({ length: 4 }, () => new PostgresStore(behind(direct), { connections: 3 }));
      const published = await Promise.all(stores.map((store) => store.publish(candidate)));
      assert.deepEqual(published.map(({ version }) => version).sort(), [1, 2, 3, 4]);
      const asked = stores.flatMap((store) =>
        published.map(async (version) => (await store.cells(version, [[0, 1], [1]])).values),
      );
      assert.deepEqual(await Promise.all(asked), Array(16).fill([7, null]));
      const [first, second] = stores;
      await first?.retract('kubus', 4, 'A figure was wrong');
      assert.equal((await second?.current('kubus'))?.version, 3);
      await Promise.all(stores.map((store) => store.close()));
    });
  });

  if (long) describeStore('PostgreSQL behind a pooler', () => placeIn(server, behind));
} else {
  const missing = isInstalled ? howToInstallPooler : howToInstall;
  it('PostgreSQL behind a pooler', { skip: process.env.CI === 'true' ? false : missing }, () => assert.fail(missing));
}
