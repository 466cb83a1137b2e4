/**
 * `npm run mutation`: changes the sources one place at a time and sees whether a test fails, room by room; `npm run mutation --
 * model` does one room. Takes hours for all of them. What was measured before and has not changed is not measured again.
 */
import { spawnSync } from 'node:child_process';
import { tool } from '../../scripts/tool.mjs';
import { rooms } from './rooms.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(rooms, name));
if (unknown.length > 0) {
  console.error(`No room called ${unknown.join(', ')}. There are: ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}

for (const name of asked.length > 0 ? asked : Object.keys(rooms)) {
  console.log(`\n=== ${name}`);
  // Whatever else the machine does goes first.
  const { status } = spawnSync(
    'nice',
    ['-n', '19', process.execPath, tool('@stryker-mutator/core', 'stryker'), 'run', 'test/mutation/stryker.config.mjs'],
    { stdio: 'inherit', env: { ...process.env, PEILGLAS_ROOM: name } },
  );
  if (status !== 0) process.exitCode = 1;
}
