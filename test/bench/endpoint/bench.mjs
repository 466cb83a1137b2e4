/**
 * `npm run bench:endpoint`: what the endpoint promises about speed and memory, each as a ratio within one run, so that it
 * means the same on every machine. Ends with 1 when a bound is missed.
 *
 * `--short` measures memory for one minute instead of five; `--only cached,cold,memory,publish` a part.
 * The table and `.peilglas/bench/results.json` say under which conditions. Needs nginx and wrk (Debian packages).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, measureCached } from './cached.mjs';
import { measureCold } from './cold.mjs';
import { makeScaleSet } from './make-scale-set.mjs';
import { measureMemory } from './memory.mjs';
import { measurePublishing } from './publishing.mjs';
import { folder, requireTools } from './tools.mjs';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: 'publish,cached,cold,memory' },
    observations: { type: 'string', default: '10000000' },
  },
});
const wanted = new Set(options.only.split(','));

requireTools();
mkdirSync(folder, { recursive: true });
const started = {
  at: new Date().toISOString(),
  node: process.version,
  cores: cpus().length,
  processor: cpus()[0]?.model,
  load: loadavg(),
};
console.log('Making the scale set …');
const set = await makeScaleSet(folder, Number(options.observations));
const store = join(folder, 'store');
const rows = [];
const results = { ...started, observations: set.rows, base: set.base };

/** @param most whether the bound is the most, or the least, that is good. */
function judge(name, ratio, bound, most, told) {
  const good = most ? ratio <= bound : ratio >= bound;
  rows.push({ name, ratio: ratio.toFixed(2), bound: `${most ? '≤' : '≥'} ${bound}`, good, told });
}

console.log('Publishing …');
results.publishing = measurePublishing(set, store, wanted.has('publish') && !options.short ? 3 : 1);
if (wanted.has('publish')) {
  const { copy, publish } = results.publishing;
  judge('publish : copy to Parquet', publish / copy, 4, true, `${publish.toFixed(1)} s : ${copy.toFixed(1)} s`);
}
if (wanted.has('cached')) {
  console.log('Cached selections …');
  results.cached = await measureCached(store, { rounds: options.short ? 3 : 7, seconds: 3 });
  for (const { encoding, bytes, turns } of results.cached) {
    const what = `${encoding}, ${bytes} bytes`;
    const [endpoint, logging] = ['endpoint', 'logging'].map((name) => compare(turns, name, 'static'));
    judge(
      `endpoint : static file (${what})`,
      endpoint.ratio,
      0.35,
      false,
      `${endpoint.told} per second, ${endpoint.micros} µs (${endpoint.byTime.toFixed(2)}); with a log line per answer ${logging.ratio.toFixed(2)}`,
    );
    const front = compare(turns, 'proxyTls', 'staticTls');
    const others = { like: compare(turns, 'proxyTls', 'likeTls'), plain: compare(turns, 'proxy', 'static') };
    const barest = compare(turns, 'barest', 'static');
    judge(
      `nginx cache : static file, both with TLS and log (${what})`,
      front.ratio,
      0.95,
      false,
      `${front.told} per second, ${front.micros} µs (${front.byTime.toFixed(2)}); file with same address and headers ${others.like.ratio.toFixed(2)} (${others.like.byTime.toFixed(2)}), without TLS ${others.plain.ratio.toFixed(2)}, the barest cache ${barest.ratio.toFixed(2)}`,
    );
  }
}
if (wanted.has('cold')) {
  console.log('Cold selections …');
  results.cold = await measureCold(store, options.short ? 100 : 300);
  const { p50, p95 } = results.cold;
  judge('cold p95 : p50', p95 / p50, 3, true, `${p95.toFixed(0)} ms : ${p50.toFixed(0)} ms`);
}
if (wanted.has('memory')) {
  console.log('Memory under load …');
  results.memory = await measureMemory(store, options.short ? 60 : 300);
  const { growth, first, last, mean, perMinute, requests, versions, files } = results.memory;
  judge(
    'growth of memory, last third : first',
    growth,
    0.05,
    true,
    `medians ${first.toFixed(0)} and ${last.toFixed(0)} MB, ${mean.toFixed(0)} on average, line ${perMinute.toFixed(1)} MB per minute; ${requests} requests, ${versions} versions`,
  );
  judge('open files, last : first', files.last / files.first, 1.5, true, `${files.last} : ${files.first}`);
}

results.loadAtEnd = loadavg();
writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ ...results, rows }, null, 2)}\n`);
console.log(
  `\n${set.rows} observations (${set.base} base), ${started.cores} cores, load ${started.load[0].toFixed(1)} before and ${results.loadAtEnd[0].toFixed(1)} after\n`,
);
const width = Math.max(...rows.map(({ name }) => name.length));
for (const { name, ratio, bound, good, told } of rows)
  console.log(`${good ? '✔' : '✖'} ${name.padEnd(width)}  ${ratio.padStart(5)}  ${bound.padEnd(6)}  ${told}`);
process.exitCode = rows.every(({ good }) => good) ? 0 : 1;
