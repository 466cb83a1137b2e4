/**
 * `npm test`: builds, lints and runs every test, going on after a failing step, and ends with one line
 * `N passed, N failed`, after what the tests that failed have said. `npm test -- model text` runs only the steps named. What builds goes first and alone; the others run
 * two at a time, since most of them mostly wait for a page, and each prints what it said when it has ended.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgottenTests, steps } from './test/steps.mjs';

/** A test that hangs ends long before, by itself: this is for what holds a whole step. */
const minutesPerStep = process.env.PEILGLAS_LONG === '1' ? 60 : 30;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`No step called ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'peilglas-test-'));
/** Some five hundred processes load the same modules. */
const compiled = join(folder, 'compiled');

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Runs a program to its end; what it says is printed as it comes, or `held` until then under the name of its step. */
function runProgram(name, args, env, held) {
  return new Promise((resolve) => {
    const said = [];
    const timeout = minutesPerStep * 60_000;
    const stdio = ['ignore', held ? 'pipe' : 'inherit', held ? 'pipe' : 'inherit'];
    const child = spawn(process.execPath, args, { stdio, env, timeout });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
    child.on('error', ({ message }) => said.push(Buffer.from(message)));
    child.on('close', (status, signal) => {
      if (held) process.stdout.write(Buffer.concat([Buffer.from(`\n=== ${name}\n`), ...said]));
      resolve({ status, trouble: signal && `stopped by ${signal}, after ${minutesPerStep} minutes at most` });
    });
  });
}

/** Runs one step and answers how many of its checks passed, failed and were skipped, and why it failed as a whole. */
async function runStep(name, { args, files }, held) {
  if (files?.length === 0) return { passed: 0, failed: 1, skipped: 0, trouble: 'no tests found' };
  const countsFile = join(folder, `${name}.json`);
  const env = { ...process.env, PEILGLAS_COUNTS_FILE: countsFile, NODE_COMPILE_CACHE: compiled };
  const { status, trouble: stopped } = await runProgram(name, args(countsFile), env, held);
  const ended = status === 0;
  const counts = readCounts(countsFile);
  if (!counts) {
    const trouble = stopped ?? (files ? 'ended without saying what it ran' : undefined);
    return ended && !files ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, trouble };
  }
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, trouble: 'executed no test' };
  if (!ended && counts.failed === 0) {
    return { ...counts, failed: 1, trouble: stopped ?? `ended with code ${status ?? 'none'}` };
  }
  return counts;
}

const results = [];
async function run(name, held) {
  console.log(held ? `\n… ${name} has begun` : `\n=== ${name}`);
  const started = Date.now();
  const result = await runStep(name, steps[name], held);
  results.push({ name, ...result, seconds: Math.round((Date.now() - started) / 1000) });
  return result.failed === 0;
}

const wanted = asked.length > 0 ? asked : Object.keys(steps);
const building = wanted.filter((name) => steps[name].builds);
const waiting = wanted.filter((name) => !steps[name].builds);
// Without what is built nothing after can be checked or imported.
let built = true;
for (const name of building) built &&= await run(name, false);
async function lane() {
  for (let name = waiting.shift(); built && name; name = waiting.shift()) await run(name, wanted.length > 1);
}
await Promise.all([lane(), lane()]);
results.sort((one, other) => wanted.indexOf(one.name) - wanted.indexOf(other.name));
for (const file of asked.length > 0 ? [] : forgottenTests()) {
  results.push({ name: file, passed: 0, failed: 1, skipped: 0, seconds: 0, trouble: 'no step runs this file' });
}
rmSync(folder, { recursive: true, force: true });

/** Of what a failed test says: enough to know why, without the pages that some errors hold. */
const linesPerFailure = 30;
for (const { name, failures = [] } of results) {
  for (const { test, file, said } of failures) {
    console.log(`\n✖ ${name}: ${test} (${file})`);
    for (const line of said.split('\n').slice(0, linesPerFailure)) console.log(`    ${line.slice(0, 400)}`);
  }
}
console.log('\n=== summary');
for (const { name, passed, failed, skipped, seconds, trouble } of results) {
  const parts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : []), `${seconds} s`];
  console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${parts.join(', ')}${trouble ? ` (${trouble})` : ''}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const failed = sum('failed');
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
