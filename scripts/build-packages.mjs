/** Compiles all packages, and writes beside the elements what editors read of them (`npm run manifest`). */
import { spawnSync } from 'node:child_process';
import { tool } from './tool.mjs';

const config = 'packages/elements/custom-elements-manifest.config.mjs';
const steps = [
  [tool('typescript', 'tsc'), '-b'],
  [tool('@custom-elements-manifest/analyzer', 'cem'), 'analyze', '--quiet', '--config', config],
];

for (const args of steps) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
