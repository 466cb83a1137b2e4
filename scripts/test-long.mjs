/** `npm run test:long`: all tests with all their cases: every random table, every engine, every style. For the night. */
import { spawnSync } from 'node:child_process';

const env = { ...process.env, PEILGLAS_LONG: '1', PEILGLAS_STYLES: 'all' };
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
process.exitCode = status ?? 1;
