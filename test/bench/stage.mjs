/** What benchmarks of pages share: the real endpoint with the demo's tables, pages that draw, and a browser to open them in. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import puppeteer from 'puppeteer-core';
import { demoShapes } from '../../scripts/demo/shapes.mjs';
import { browserFlags, findBrowser } from '../../scripts/find-browser.mjs';
import { bundlePages } from './bundle-pages.mjs';
import { folder, freePort, repository } from './endpoint/tools.mjs';

const cdn = join(repository, 'dist/cdn');
const types = { '.js': 'text/javascript', '.css': 'text/css' };

/** A page of one contestant: its code is loaded and has run before anything is measured. */
const pageOf = (name, styles) => `<!doctype html><html lang="nl"><title>Bench</title><link rel="icon" href="data:,">
${styles.map((file) => `<link rel="stylesheet" href="${file}">`).join('')}
<style>body { margin: 0; } .box { inline-size: 640px; } .drawing { inline-size: 640px; block-size: 320px; }</style>
<script type="module" src="/pages/${name}.js"></script><body></body></html>`;

/**
 * @returns what opens a page: `open(name)` gives a tab in a profile of its own, so that nothing is remembered of the
 *   round before, with `globalThis.bench` of `page/<name>.js` in it
 */
export async function startStage() {
  if (!existsSync(join(cdn, 'chunks.json'))) throw new Error('dist/cdn is missing: run npm run build');
  mkdirSync(folder, { recursive: true });
  const pages = await bundlePages();
  const storeFolder = join(folder, 'pages-store');
  rmSync(storeFolder, { recursive: true, force: true });
  const store = new DuckDbStore(storeFolder);
  const reports = await publishTables({ paths: [join(repository, 'demo/tables')], store });
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`Refused: ${refused.map(({ id }) => id).join(', ')}`);

  const [endpointPort, sitePort, demoPort] = [await freePort(), await freePort(), await freePort()];
  const [address, site, demoSite] = [endpointPort, sitePort, demoPort].map((port) => `http://localhost:${port}`);
  const callLimit = { calls: 1_000_000_000, seconds: 60 };
  const origins = [site, demoSite];
  const endpoint = createEndpoint({ store, publicUrl: address, shapes: demoShapes, origins, callLimit });
  await endpoint.listen({ port: endpointPort, host: 'localhost' });
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, site);
    const [, kind, ...rest] = pathname.split('/');
    const file = rest.join('/');
    const body =
      kind === 'cdn'
        ? readFileSync(join(cdn, file))
        : kind === 'pages'
          ? pages.files.get(file)
          : pageOf(kind, pages.stylesOf(kind));
    const type = kind === 'cdn' || kind === 'pages' ? (types[extname(file)] ?? 'text/plain') : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(sitePort, 'localhost', resolve));
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    args: browserFlags,
    protocolTimeout: 90_000,
  });

  return {
    endpoint: `${address}/api/v2`,
    /** Where the demo's site may stand: its page may ask the endpoint. */
    demoSite,
    browser,
    version: await browser.version(),
    async open(name) {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      const faults = [];
      tab.on('pageerror', (error) => faults.push(error.message));
      await tab.setViewport({ width: 1280, height: 900 });
      const session = await tab.createCDPSession();
      // Time that others take of the processor does not count in it.
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const metrics = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      };
      await tab.goto(`${site}/${name}?endpoint=${encodeURIComponent(`${address}/api/v2`)}`);
      await tab.waitForFunction('globalThis.bench').catch((error) => {
        throw new Error(`${name}: ${faults.join('; ') || error.message}`);
      });
      const close = async () => {
        await context.close();
        if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}`);
      };
      /** @returns what `bench` gave, with the milliseconds of processor time that the page's main thread took for it */
      const run = async (call) => {
        const before = await metrics();
        const result = await tab.evaluate(`bench.${call}`);
        const after = await metrics();
        return { ...result, processor: 1000 * (after.TaskDuration - before.TaskDuration) };
      };
      return { tab, session, metrics, run, close };
    },
    async stop() {
      await browser.close();
      server.close();
      await endpoint.close();
      await store.close?.();
    },
  };
}
