/** A page of twelve charts, filled beforehand and as it is, with scripts and style sheets as a server with compressed files has them. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { prerender } from '@peilglas/prerender';
import { policy } from '../../demo/site/policy.mjs';
import { repository } from './endpoint/tools.mjs';

const types = { '.js': 'text/javascript', '.css': 'text/css' };
const indicators = ['inwoners', 'geboorten', 'sterfgevallen', 'dichtheid'];
const regions = ['GM0153', 'GM0164', 'GM0141'];

const charts = Array.from(
  { length: 12 },
  (_, place) =>
    `<trend-chart table="bevolking" indicator="${indicators[place % 4]}" region="${regions[place % 3]}"></trend-chart>`,
);

const pageOf = (endpoint) => `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Twaalf grafieken</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/peilglas/reserve.css">
    <script type="module" src="/peilglas/peilglas.js"></script>
  </head>
  <body>
    <h1>Twaalf grafieken</h1>
    <a id="before" href="#before">Naar de grafieken</a>
    <data-context endpoint="${endpoint}">${charts.join('')}</data-context>
  </body>
</html>`;

/** @returns addresses of both pages, how many bytes they are on the line, and what takes them down */
export async function servePages({ endpoint, demoSite: site }) {
  const live = pageOf(endpoint);
  const filled = await prerender(live, { endpoint, page: `${site}/filled` });
  const pages = { '/live': live, '/filled': filled.html };
  const files = new Map();
  const read = (pathname) => {
    if (!files.has(pathname)) {
      const file = pathname.replace(/^\/peilglas\//, '');
      const source = pages[pathname] ?? readFileSync(join(repository, 'dist/cdn', file));
      files.set(pathname, brotliCompressSync(source));
    }
    return files.get(pathname);
  };
  const headers = {
    'Content-Encoding': 'br',
    'Content-Security-Policy': policy({ connect: [endpoint], styles: filled.styleHashes }),
  };
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, site);
    const type = types[extname(pathname)] ?? 'text/html';
    response.writeHead(200, { ...headers, 'Content-Type': `${type}; charset=utf-8` }).end(read(pathname));
  });
  await new Promise((resolve) => server.listen(Number(new URL(site).port), 'localhost', resolve));
  return {
    filled: { address: `${site}/filled`, bytes: read('/filled').length },
    live: { address: `${site}/live`, bytes: read('/live').length },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
