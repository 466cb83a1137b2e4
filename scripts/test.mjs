/**
 * `npm test`: builds, lints and runs every test, going on after a failing step, and ends with one line
 * `N passed, N failed`. `npm test -- model text` runs only the steps named.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgottenTests, steps } from './test/steps.mjs';

const minutesPerStep = 15;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No step called ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'peilglas-test-'));

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs one step and answers how many of its checks passed, failed and were skipped, and why it failed as a whole. */
function runStep(name, { args, files }) {
  if (files?.length === 0) return { passed: 0, failed: 1, skipped: 0, trouble: 'no tests found' };
  const countsFile = join(folder, `${name}.json`);
  const env = { ...process.env, PEILGLAS_COUNTS_FILE: countsFile };
  const { status, error } = spawnSync(process.execPath, args(countsFile), {
    stdio: 'inherit',
    env,
    timeout: minutesPerStep * 60_000,
  });
  const ended = status === 0;
  const counts = readCounts(countsFile);
  if (!counts) {
    const trouble = error?.message ?? (files ? 'ended without saying what it ran' : undefined);
    return ended && !files ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, trouble };
  }
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, trouble: 'executed no test' };
  if (!ended && counts.failed === 0) return { ...counts, failed: 1, trouble: `ended with code ${status ?? 'none'}` };
  return counts;
}

const results = [];
for (const name of asked.length > 0 ? asked : Object.keys(steps)) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  const result = runStep(name, steps[name]);
  results.push({ name, ...result, seconds: Math.round((Date.now() - started) / 1000) });
  // Without types nothing after can be built, checked or imported.
  if (name === 'types' && result.failed > 0) break;
}
for (const file of asked.length > 0 ? [] : forgottenTests()) {
  results.push({ name: file, passed: 0, failed: 1, skipped: 0, seconds: 0, trouble: 'no step runs this file' });
}
rmSync(folder, { recursive: true, force: true });

console.log('\n=== summary');
for (const { name, passed, failed, skipped, seconds, trouble } of results) {
  const parts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : []), `${seconds} s`];
  console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${parts.join(', ')}${trouble ? ` (${trouble})` : ''}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const failed = sum('failed');
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
