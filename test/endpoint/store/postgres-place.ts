import { PostgresStore } from '@peilglas/endpoint';
import type { PostgresServer } from './postgres-server.ts';

/**
 * A new database, as what the tests of any store ask for.
 * @param reached Connection string by which the store reaches it.
 */
export async function placeIn(server: PostgresServer, reached = (url: string): string => url) {
  const url = await server.newDatabase();
  return {
    open: () => new PostgresStore(reached(url), { connections: 3 }),
    rewrite: async (id: string, version: number, change: (text: string) => string) => {
      const where = `WHERE table_id = '${id}' AND version = ${version}`;
      const text = await server.run(url, `SELECT description FROM peilglas.version ${where}`);
      await server.run(url, `UPDATE peilglas.version SET description = $change$${change(text)}$change$ ${where}`);
    },
  };
}
