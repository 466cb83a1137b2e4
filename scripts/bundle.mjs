/**
 * `node scripts/bundle.mjs cdn frameworks`, after the packages are built: bundles what pages load, and the demos of the
 * frameworks. What has not changed since it was bundled stays as it is: other programs may be reading it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tool } from './tool.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const bundles = {
  cdn: {
    sources: [
      'rollup.config.mjs',
      'scripts/rollup-*.mjs',
      'packages/themes/*.css',
      'packages/elements/src/**/*.{css,html,js}',
    ],
    args: [tool('rollup'), '-c', '--silent'],
  },
  frameworks: {
    sources: ['demo/frameworks/**/*.*'],
    args: [tool('vite'), 'build', '--config', 'demo/frameworks/vite.config.mjs', '--logLevel', 'error'],
  },
};

/** Tells one state of what a bundle is made of from another; packages bring all they are made of. */
function stateOf(sources) {
  const hash = createHash('sha256').update(process.version);
  const patterns = ['package-lock.json', 'packages/*/package.json', 'packages/*/dist/**/*.{js,css,json}', ...sources];
  for (const file of globSync(patterns, { cwd: root }).sort()) hash.update(file).update(readFileSync(root + file));
  return hash.digest('hex');
}

for (const name of process.argv.slice(2)) {
  const { sources, args } = bundles[name];
  const mark = `${root}.peilglas/bundled/${name}`;
  const state = stateOf(sources);
  if (existsSync(`${root}dist/${name}`) && existsSync(mark) && readFileSync(mark, 'utf8') === state) continue;
  // What is bundled half is bundled anew the next time.
  rmSync(mark, { force: true });
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(`${root}.peilglas/bundled`, { recursive: true });
  writeFileSync(mark, state);
}
