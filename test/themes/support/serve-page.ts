import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
};

const root = new URL('../../../', import.meta.url);
const folders: readonly (readonly [prefix: string, folder: string])[] = [
  ['/peilglas/', 'dist/cdn/'],
  ['/styles/', 'node_modules/'],
  ['/shapes/', 'demo/shapes/'],
];

/** A municipal page: ground, colour and typeface from the tokens that it has, and every element with figures. */
const page = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <title>Huisstijl</title>
    <link rel="icon" href="data:,">
    <style>
      body {
        margin: 0;
        padding: 1rem;
        background: var(--utrecht-document-background-color, var(--ams-color-background, var(--peil-surface-color, Canvas)));
        color: var(--utrecht-document-color, var(--ams-color-text, var(--peil-text-color, CanvasText)));
        font-family: var(--utrecht-document-font-family, var(--ams-typography-font-family, sans-serif));
      }
      data-context { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1rem; }
      data-context > :not(kpi-tile) { grid-column: 1 / -1; }
    </style>
    <script type="module" src="/peilglas/peilglas.js"></script>
  </head>
  <body>
    <data-context endpoint="/api/v2" region="GM0153">
      <municipality-picker table="bevolking"></municipality-picker>
      <kpi-tile table="bevolking" indicator="inwoners" compare-with="GM0164"></kpi-tile>
      <kpi-tile table="woningprijzen" indicator="verkoopprijs"></kpi-tile>
      <kpi-tile table="jeugdzorg"></kpi-tile>
      <trend-chart table="woningprijzen" indicator="verkoopprijs" compare-with="GM0164 GM0141"></trend-chart>
      <trend-chart id="categories" table="bevolking" indicator="inwoners" region="GM0141 GM0147 GM0153 GM0163 GM0164 GM0168 GM0173 GM0175" shape="stacked"></trend-chart>
      <municipality-compare table="bevolking" indicator="natuurlijke-aanwas" since="2015"></municipality-compare>
      <municipality-map table="bevolking" indicator="natuurlijke-aanwas" shapes="/shapes/twente-gemeenten.geojson" shapes-source="CBS/Kadaster"></municipality-map>
      <share-chart table="leeftijd" parts="Leeftijd"></share-chart>
      <population-pyramid table="synthetic-parts" region="synthetisch-a"></population-pyramid>
      <data-table table="bevolking" indicator="inwoners" compare-with="GM0164 GM0141"></data-table>
      <definition-panel table="bevolking" indicator="inwoners"></definition-panel>
    </data-context>
  </body>
</html>`;

/** Serves that page with the bundle as a site does, and the figures of the stories in place of an endpoint. */
export async function servePage(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(pathname).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => closed(server) };
}

async function answer(path: string): Promise<{ status: number; type: string; body: string | Buffer }> {
  if (path === '/') return { status: 200, type: 'text/html; charset=utf-8', body: page };
  const file = fileOf(path);
  try {
    if (file === undefined) throw new RangeError(`Nothing at ${path}`);
    const body = await readFile(fileURLToPath(new URL(file, root)));
    return { status: 200, type: types[extname(file)] ?? 'application/octet-stream', body };
  } catch {
    return { status: 404, type: 'application/problem+json', body: '{"status":404}' };
  }
}

/** A dataset says all that its metadata says: one file answers both questions. */
function fileOf(path: string): string | undefined {
  const table = /^\/api\/v2\/tables\/([\w-]+)\//.exec(path)?.[1];
  if (table !== undefined) return `stories/data/${table}.nl.json`;
  if (path === '/api/v2/tables') return 'stories/data/catalogue.nl.json';
  const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) ?? [];
  return prefix === undefined ? undefined : `${folder}${path.slice(prefix.length)}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
