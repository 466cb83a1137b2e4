/** Makes of a process one of the next version of the program: its schema has one step more, of a second. For `node --import`. */
import { registerHooks } from 'node:module';

const source = `
import { tables } from './001-tables.js';
export const migrations = [tables, 'ALTER TABLE peilglas.version ADD COLUMN note text; SELECT pg_sleep(1)'];
`;

registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith('/store/postgres/migrations/index.js')
      ? { format: 'module', source, shortCircuit: true }
      : nextLoad(url, context),
});
