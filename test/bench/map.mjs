/**
 * `npm run bench:map`, after `npm run build`: how long a national map takes from its tag to the frame in which every area
 * is drawn and answers to a pointer, beside a map that somebody writes with ECharts (SVG) of the same shapes and figures.
 * Medians of several rounds in turn, in one browser. Fails above 1.5 times, or when an area does not answer.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { browserFlags, findBrowser } from '../../scripts/find-browser.mjs';

const rounds = 9;
const mostRatio = 1.5;
const cdn = new URL('../../dist/cdn/', import.meta.url);
const shapes = readFileSync(new URL('../../demo/shapes/nl-gemeenten-2022.geojson', import.meta.url));
const areas = JSON.parse(shapes).features.map(({ properties }) => properties);

const figures = {
  version: '2.0',
  class: 'dataset',
  label: 'Bench',
  id: ['Regio', 'Perioden', 'Onderwerp'],
  size: [areas.length, 1, 1],
  role: { geo: ['Regio'], time: ['Perioden'], metric: ['Onderwerp'] },
  dimension: {
    Regio: {
      category: {
        index: areas.map(({ code }) => code),
        label: Object.fromEntries(areas.map(({ code, name }) => [code, name])),
      },
    },
    Perioden: { category: { index: ['2022'] } },
    Onderwerp: { category: { index: ['x'], label: { x: 'Bench' }, unit: { x: { base: 'stuks', decimals: 0 } } } },
  },
  value: areas.map((_, place) => (place * 7919) % areas.length),
};
const plain = {
  names: areas.map(({ code }) => code),
  data: areas.map(({ code }, place) => ({ name: code, value: figures.value[place] })),
};

/** ECharts as somebody would bundle it for one map. */
async function bundleEcharts() {
  const source = `import * as echarts from 'echarts/core';
import { MapChart } from 'echarts/charts';
import { GeoComponent, VisualMapComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
echarts.use([MapChart, GeoComponent, VisualMapComponent, SVGRenderer]);
globalThis.echartsForBench = echarts;`;
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? source : null),
  };
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      entry,
      nodeResolve({ browser: true, rootDir: new URL('../../packages/charts', import.meta.url).pathname }),
      replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
    ],
    onLog() {},
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}

const page = `<!doctype html><html lang="nl"><title>Bench</title><link rel="icon" href="data:,">
<script type="module" src="/cdn/municipality-map.js"></script><script type="module" src="/echarts.js"></script>
<script type="module" src="/page.js"></script><body></body></html>`;
const script = 'text/javascript';
const answers = {
  '/': ['text/html', page],
  '/page.js': [script, readFileSync(new URL('map-page.js', import.meta.url))],
  '/echarts.js': [script, await bundleEcharts()],
  '/shapes': ['application/geo+json', shapes],
  '/figures': ['application/json', JSON.stringify(figures)],
  '/echarts-data': ['application/json', JSON.stringify(plain)],
};
const server = createServer(({ url = '/' }, response) => {
  const [type, body] = answers[url] ?? [script, readFileSync(new URL(url.replace('/cdn/', ''), cdn))];
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: browserFlags });

/** Each in a page of its own, so that nothing is remembered of the round before but what a browser's cache has. */
async function measure(what) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1000, height: 800 });
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.waitForFunction('globalThis.bench && globalThis.echartsForBench');
  const result = await tab.evaluate(`bench.${what}()`);
  const deaf = what === 'element' ? await tab.evaluate('bench.deaf()') : 0;
  await tab.close();
  return { ...result, deaf };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const times = { element: [], echarts: [] };
let deaf = 0;
for (let round = 0; round < rounds; round++) {
  for (const what of round % 2 ? ['echarts', 'element'] : ['element', 'echarts']) {
    const result = await measure(what);
    times[what].push(result.time);
    deaf = Math.max(deaf, result.deaf);
    if (result.count < areas.length) throw new Error(`${what}: ${result.count} of ${areas.length} areas are drawn`);
  }
}
await browser.close();
server.close();

for (const [what, all] of Object.entries(times)) {
  const span = `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`;
  console.log(`${what.padEnd(10)} median ${median(all).toFixed(0).padStart(5)} ms  (${span})`);
}
const ratio = median(times.element) / median(times.echarts);
console.log(
  `${areas.length} areas: ${ratio.toFixed(2)} times a map with ECharts (at most ${mostRatio}); ${deaf} do not answer`,
);
const faults = [
  ratio > mostRatio && `the map takes more than ${mostRatio} times as long as one with ECharts`,
  deaf > 0 && `${deaf} areas do not answer to a pointer`,
].filter(Boolean);
for (const fault of faults) console.log(`✖ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
