import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PostgresStore } from '@peilglas/endpoint';
import { describeStore } from './contract.ts';
import { howToInstall, isInstalled, startPostgres } from './postgres-server.ts';

if (isInstalled) {
  const server = await startPostgres();
  describeStore('PostgreSQL', async () => {
    const url = await server.newDatabase();
    return { open: () => new PostgresStore(url, { connections: 3 }) };
  });
} else {
  it('PostgreSQL', { skip: process.env.CI === 'true' ? false : howToInstall }, () => assert.fail(howToInstall));
}
