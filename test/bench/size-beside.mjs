/**
 * What a host page must load to show a figure of others: the packages that they give for embedding, bundled and minified in the same
 * run as ours, in brotli bytes. What their frame or their server then loads is not in it. Packages whose licence is no open
 * one are weighed only where somebody installed them: `npm install --no-save @tableau/embedding-api @luzmo/embed`.
 */
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const others = [
  { name: 'powerbi-client', then: 'a frame with the report, from app.powerbi.com' },
  { name: '@superset-ui/embedded-sdk', then: 'a frame with the dashboard, from the Superset server' },
  { name: '@google-web-components/google-chart', then: 'the drawing code, from www.gstatic.com' },
  { name: '@tableau/embedding-api', then: 'a frame with the view, from the Tableau server' },
  { name: '@luzmo/embed', then: 'a frame or code with the dashboard, from Luzmo' },
];

/** Brotli bytes of a page that imports all of a package; null when it is not installed. */
async function weigh(name) {
  try {
    import.meta.resolve(name);
  } catch {
    return null;
  }
  const entry = '\0page';
  const page = {
    name: 'page',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? `import * as all from '${name}'; globalThis.embedding = all;` : null),
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [page],
    build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: { page: entry } } },
  });
  const chunks = output.filter(({ type }) => type === 'chunk');
  return chunks.map(({ code }) => brotliCompressSync(code).length).reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {(name: string, bytes: string | number, then: string) => void} row writes one of the table */
export async function weighOthers(row) {
  for (const { name, then } of others) row(name, (await weigh(name)) ?? 'not installed', then);
}
