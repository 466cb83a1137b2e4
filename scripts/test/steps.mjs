/**
 * The steps of `npm test`: the arguments that Node gets for each, and the test files it must cover. Those that run side by
 * side begin in this order: first what tells most in a few seconds, then what takes longest.
 */
import { globSync } from 'node:fs';
import { tool } from '../tool.mjs';

/** A test that hangs is named, and the others of its file go on. */
const hangsAfter = process.env.PEILGLAS_LONG === '1' ? [] : ['--test-timeout=240000'];

const countingReporter = new URL('./node-counts.mjs', import.meta.url).href;

/** Tests that need no page to run in: node:test gives each file a process of its own. */
function nodeTests(pattern, ...options) {
  const files = globSync(pattern, { exclude: ['**/*.browser.test.ts'] }).sort();
  const args = (countsFile) => [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${countingReporter}`,
    `--test-reporter-destination=${countsFile}`,
    ...hangsAfter,
    ...options,
    ...files,
  ];
  return { files, args };
}

/** Tests that run in pages of a real browser; see web-test-runner.config.mjs. */
function browserTests(...patterns) {
  const files = globSync(patterns).sort();
  return { files, args: () => [tool('@web/test-runner', 'wtr'), '--files', ...files] };
}

export const steps = {
  types: { builds: true, args: () => ['scripts/build-packages.mjs'] },
  bundle: { builds: true, args: () => ['scripts/bundle.mjs', 'cdn'] },
  frameworks: { builds: true, args: () => ['scripts/bundle.mjs', 'frameworks'] },
  lint: { args: () => ['scripts/lint.mjs'] },
  model: nodeTests('test/model/**/*.test.ts'),
  text: nodeTests('test/text/**/*.test.ts'),
  client: nodeTests('test/client/**/*.test.ts'),
  charts: nodeTests('test/charts/**/*.test.ts'),
  themes: nodeTests('test/themes/**/*.test.ts'),
  // Node leaves one core for itself, which on two cores means one file at a time; these wait for processes of their own.
  endpoint: nodeTests('test/endpoint/**/*.test.ts', '--test-concurrency=2'),
  intranet: nodeTests('test/intranet/**/*.test.ts', '--test-concurrency=2'),
  e2e: nodeTests('test/e2e/**/*.test.ts', '--test-concurrency=2'),
  auth: nodeTests('test/auth/**/*.test.ts', '--test-concurrency=2'),
  elements: browserTests('test/elements/**/*.test.ts', 'test/charts/**/*.browser.test.ts'),
  prerender: nodeTests('test/prerender/**/*.test.ts'),
  stories: nodeTests('test/{stories,visual}/**/*.test.ts', '--test-concurrency=1'),
  faults: nodeTests('test/{faults,security}/**/*.test.ts', '--test-concurrency=2'),
  load: nodeTests('test/load/**/*.test.ts', '--test-concurrency=1'),
  soak: nodeTests('test/soak/**/*.test.ts', '--test-concurrency=1'),
  accessibility: nodeTests('test/accessibility/**/*.test.ts', '--test-concurrency=2'),
  packages: nodeTests('test/packages/**/*.test.ts', '--test-concurrency=1'),
  docs: nodeTests('test/{docs,sanitizers}/**/*.test.ts', '--test-concurrency=1'),
  size: { args: () => ['test/bench/size.mjs'] },
};

/** @returns {string[]} test files that no step would run */
export function forgottenTests() {
  const covered = new Set(Object.values(steps).flatMap(({ files = [] }) => files));
  return globSync('test/**/*.test.{ts,js,mjs}').filter((file) => !covered.has(file));
}
