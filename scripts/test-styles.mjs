/** `npm run test:styles`: every story in every style that is looked at, those of municipalities too. */
import { spawnSync } from 'node:child_process';

const env = { ...process.env, PEILGLAS_STYLES: 'all' };
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', 'types', 'stories'], { stdio: 'inherit', env });
process.exitCode = status ?? 1;
