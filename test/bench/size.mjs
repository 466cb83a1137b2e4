/**
 * `npm run size`: what a page loads from us, in brotli bytes, against its budget in test/size-budget.json. A page loads
 * its entries and everything they import statically, less what `besides` has loaded already. Below it stands what embedding
 * others takes. ECharts must never be in
 * what a page loads at once: the `eager` ones of its entries, all of them unless named.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { weighOthers } from './size-beside.mjs';

const cdn = new URL('../../dist/cdn/', import.meta.url);

/** @type {Record<string, {imports: string[], dynamicImports: string[], packages: string[]}>} */
const chunks = JSON.parse(readFileSync(new URL('chunks.json', cdn), 'utf8'));
const budgets = JSON.parse(readFileSync(new URL('../size-budget.json', import.meta.url), 'utf8'));

/** All files that are loaded with these. */
function loadedBy(entries) {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    const chunk = chunks[file];
    if (!chunk) throw new Error(`dist/cdn/${file} is missing: run npm run build`);
    files.add(file);
    chunk.imports.forEach(add);
  };
  entries.forEach(add);
  return files;
}

function brotliBytes(file) {
  const source = readFileSync(new URL(file, cdn));
  return brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function check({ entries, bytes: budget, eager = entries, besides = [] }) {
  try {
    const already = loadedBy(besides);
    const files = [...loadedBy(entries)].filter((file) => !already.has(file));
    const bytes = files.map(brotliBytes).reduce((sum, size) => sum + size, 0);
    const atOnce = [...loadedBy(eager)].flatMap((file) => chunks[file].packages);
    if (atOnce.some((name) => name === 'echarts' || name === 'zrender'))
      return { bytes, fault: 'loads ECharts at once' };
    return { bytes, fault: bytes > budget ? `${bytes - budget} over` : undefined };
  } catch (error) {
    return { bytes: 0, fault: error.message };
  }
}

const row = (name, bytes, budget, fault = '') => {
  console.log(`${name.padEnd(26)} ${String(bytes).padStart(8)} ${String(budget).padStart(8)}  ${fault}`.trimEnd());
};

row('page', 'brotli', 'budget');
let failed = 0;
for (const [name, budget] of Object.entries(budgets)) {
  const { bytes, fault } = check(budget);
  row(name, bytes, budget.bytes, fault && `✖ ${fault}`);
  if (fault) failed += 1;
}

console.log('\nbeside: what a page loads to embed others (licences: docs/size.md)');
await weighOthers((name, bytes, then) => console.log(`${name.padEnd(36)} ${String(bytes).padStart(13)}  then ${then}`));

const passed = Object.keys(budgets).length - failed;
const countsFile = process.env.PEILGLAS_COUNTS_FILE;
if (countsFile) writeFileSync(countsFile, JSON.stringify({ passed, failed, skipped: 0 }));
process.exitCode = failed > 0 ? 1 : 0;
