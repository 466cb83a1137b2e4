/**
 * `npm run mutation`: changes the sources one place at a time and sees whether a test fails, room by room.
 *
 *     npm run mutation -- model                                   one room
 *     npm run mutation -- model packages/model/src/cube.ts        some of its files
 *     npm run mutation -- model --survivors                       only what no test noticed the last time
 *     npm run mutation -- publish --one-in 10                     a sample of it
 *     npm run mutation -- --report                                writes what is known to docs/mutation.md
 *
 * Takes hours for all rooms. Results are kept in `.peilglas/mutation`, also those of a run that was broken off (Ctrl-C):
 * what was measured and has not changed is not measured again.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tool } from '../../scripts/tool.mjs';
import { keptResults } from './kept-results.mjs';
import { writeReport } from './report.mjs';
import { rooms } from './rooms.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { survivors: { type: 'boolean' }, 'one-in': { type: 'string' }, report: { type: 'boolean' } },
});
const files = positionals.filter((each) => each.endsWith('.ts'));
const asked = positionals.filter((each) => !each.endsWith('.ts'));
const unknown = asked.filter((name) => !Object.hasOwn(rooms, name));
if (unknown.length > 0) {
  console.error(`No room called ${unknown.join(', ')}. There are: ${Object.keys(rooms).join(', ')}.`);
  process.exit(2);
}

const oneIn = values['one-in'];
// With anything else nothing would be drawn, and nothing that was tried survives.
if (oneIn !== undefined && !/^[1-9]\d*$/.test(oneIn)) {
  console.error(`--one-in takes a whole number from 1, not ${oneIn}.`);
  process.exit(2);
}

/** Places in sources, as Stryker takes them; none means all of the room. */
function placesIn(name) {
  if (!values.survivors) return files;
  return keptResults(name)
    .filter(({ file, survived }) => survived && (files.length === 0 || files.includes(file)))
    .map(({ file, location: { start, end } }) => {
      return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
    });
}

function measure(name) {
  const places = placesIn(name);
  console.log(`\n=== ${name}`);
  if (values.survivors && places.length === 0) return;
  // Whatever else the machine does goes first.
  const { status } = spawnSync(
    'nice',
    [
      '-n',
      '19',
      process.execPath,
      tool('@stryker-mutator/core', 'stryker'),
      'run',
      'test/mutation/stryker.config.mjs',
      ...(places.length > 0 ? ['--mutate', [...new Set(places)].join(',')] : []),
      // It does not see that tests changed in files that they import.
      ...(values.survivors ? ['--force'] : []),
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        PEILGLAS_ROOM: name,
        ...(oneIn === undefined ? {} : { PEILGLAS_ONE_IN: oneIn }),
        // Taking the types away anew in each process would take half of the time.
        NODE_COMPILE_CACHE: resolve(`.peilglas/mutation/${name}-compiled`),
      },
    },
  );
  if (status !== 0) process.exitCode = 1;
}

if (values.report) await writeReport();
else for (const name of asked.length > 0 ? asked : Object.keys(rooms)) measure(name);
