/** One room for Stryker, named in PEILGLAS_ROOM; `npm run mutation` runs it for each. */
import { globSync } from 'node:fs';
import { rooms } from './rooms.mjs';

const name = process.env.PEILGLAS_ROOM ?? 'model';
const { sources, tests } = rooms[name];
const folder = '.peilglas/mutation';
const isSample = process.env.PEILGLAS_ONE_IN !== undefined;
const kept = isSample ? `${name}-sample` : name;

export default {
  plugins: ['@stryker-mutator/tap-runner', './test/mutation/sample.mjs'],
  testRunner: 'tap',
  // A process for each file of tests that comes by the changed line, until one of them fails.
  coverageAnalysis: 'perTest',
  tap: {
    // By name, since patterns would be put in another order.
    testFiles: [...new Set(tests.flatMap((pattern) => globSync(pattern).sort()))],
    nodeArgs: [
      '--test-reporter=tap',
      // A test that waits for what no longer comes.
      '--test-timeout=8000',
      '--import',
      './test/mutation/run-sources.mjs',
      '-r',
      '{{hookFile}}',
      '{{testFile}}',
    ],
  },
  mutate: sources,
  // Node takes types away by itself; the copy need not be checked.
  checkers: isSample ? ['sample'] : [],
  ignorePatterns: [
    'dist',
    'packages/*/dist',
    'docs',
    'stories',
    'storybook-static',
    'test/visual',
    '*.tsbuildinfo',
    '.peilglas',
  ],
  tempDirName: `${folder}/${kept}-copy`,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  allowConsoleColors: false,
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: `${folder}/${kept}.json` },
  incremental: true,
  incrementalFile: `${folder}/${kept}-incremental.json`,
  concurrency: 1,
  timeoutMS: 10_000,
  // Below this the run fails.
  thresholds: { high: 95, low: 85, break: 85 },
};
