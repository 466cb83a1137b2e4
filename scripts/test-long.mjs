/** `npm run test:long`: all tests with all their cases: every random table, every engine. For the night. */
import { spawnSync } from 'node:child_process';

const env = { ...process.env, PEILGLAS_LONG: '1' };
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
process.exitCode = status ?? 1;
