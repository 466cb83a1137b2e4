/**
 * `npm run bench`, after `npm run build`: what Peilglas promises about speed and memory beside its peers, each as a ratio
 * within one run, in turns, so that it means the same on every machine. Ends with 1 when a bound is missed, and tells its
 * results in any case.
 *
 * A whole run writes `docs/benchmarks.md` with its plot, and takes about twelve minutes on a quiet machine with two cores.
 * `--only charts,parse` a part; `--short` fewer rounds; `--json FILE` results as `[{name, baseline, ratio, spread, runs}]`.
 * The endpoint's own needs nginx and wrk (Debian packages).
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBeforeScripts } from './benchmarks/before-scripts.mjs';
import { benchChanges } from './benchmarks/changes.mjs';
import { benchCharts } from './benchmarks/charts.mjs';
import { benchDemoPage } from './benchmarks/demo-page.mjs';
import { benchEndpoint } from './benchmarks/endpoint.mjs';
import { benchParse } from './benchmarks/parse.mjs';
import { benchRegionSwitch } from './benchmarks/region-switch.mjs';
import { benchTiles } from './benchmarks/tiles.mjs';
import { isGood, printRows, writeReport } from './report.mjs';
import { startStage } from './stage.mjs';

/** In the order in which they run: what needs a quiet processor before what leaves it busy. */
const benchmarks = {
  parse: benchParse,
  charts: benchCharts,
  tiles: benchTiles,
  switch: benchRegionSwitch,
  changes: benchChanges,
  page: benchDemoPage,
  filled: benchBeforeScripts,
  endpoint: benchEndpoint,
};
const onPages = ['charts', 'tiles', 'switch', 'changes', 'page', 'filled'];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(benchmarks).join(',') },
    short: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const wanted = options.only.split(',');
const unknown = wanted.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0)
  throw new Error(`No benchmark "${unknown.join(', ')}"; there are ${Object.keys(benchmarks).join(', ')}`);

const conditions = {
  at: new Date().toISOString().slice(0, 10),
  node: process.version,
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  load: loadavg()[0],
};
const began = performance.now();
const stage = wanted.some((name) => onPages.includes(name)) ? await startStage() : null;
const rows = [];
const figures = [];
try {
  for (const name of Object.keys(benchmarks).filter((each) => wanted.includes(each))) {
    const started = performance.now();
    const { rows: more, figures: told = [] } = asResult(await benchmarks[name]({ stage, short: options.short }));
    rows.push(...more);
    figures.push(...told);
    console.log(`\n${name} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
    printRows(more);
    for (const [what, figure] of told) console.log(`    ${what}: ${figure}`);
  }
} finally {
  conditions.browser = stage?.version ?? 'none';
  conditions.loadAtEnd = loadavg()[0];
  conditions.minutes = (performance.now() - began) / 60_000;
  await stage?.stop();
  if (options.json) {
    const results = rows.map(({ name, baseline, ratio, spread, runs, range, bound }) => {
      return { name, baseline, ratio, spread, runs, range, bound };
    });
    writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  }
}
conditions.short = options.short;
const isWhole = Object.keys(benchmarks).every((name) => wanted.includes(name));
if (isWhole) await writeReport({ rows, figures, conditions });

const missed = rows.filter((row) => !isGood(row));
console.log(
  `\n${rows.length} ratios, ${missed.length} miss their bound; load ${conditions.load.toFixed(1)} before and ${conditions.loadAtEnd.toFixed(1)} after`,
);
process.exit(missed.length > 0 ? 1 : 0);

/** A benchmark gives rows, or rows with figures that are no ratio. */
function asResult(result) {
  return Array.isArray(result) ? { rows: result } : result;
}
