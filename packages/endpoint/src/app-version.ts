import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** Version of this package; `dist/` and `src/` both lie one folder below `package.json`. */
export const appVersion = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version;

/** Version of the wire contract: PxWebApi 2. */
export const apiVersion = '2.0.0';
