/** What a page without a bundler says of bare names, for packages that lie at `/node_modules/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const libraries = {
  '@floating-ui/core': '@floating-ui/core/dist/floating-ui.core.browser.mjs',
  '@floating-ui/dom': '@floating-ui/dom/dist/floating-ui.dom.browser.mjs',
  '@floating-ui/utils': '@floating-ui/utils/dist/floating-ui.utils.mjs',
  '@floating-ui/utils/dom': '@floating-ui/utils/dist/floating-ui.utils.dom.mjs',
  '@lit/context': '@lit/context/index.js',
  '@lit/reactive-element': '@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '@lit/reactive-element/',
  echarts: 'echarts/index.js',
  'echarts/charts': 'echarts/charts.js',
  'echarts/components': 'echarts/components.js',
  'echarts/core': 'echarts/core.js',
  'echarts/renderers': 'echarts/renderers.js',
  'jwt-decode': 'jwt-decode/build/esm/index.js',
  lit: 'lit/index.js',
  'lit/': 'lit/',
  'lit-element/lit-element.js': 'lit-element/lit-element.js',
  'lit-html': 'lit-html/lit-html.js',
  'lit-html/': 'lit-html/',
  'oidc-client-ts': 'oidc-client-ts/dist/esm/oidc-client-ts.js',
  'topojson-client': 'topojson-client/src/index.js',
  tslib: 'tslib/tslib.es6.mjs',
  'zrender/': 'zrender/',
};

const ours = ['auth', 'charts', 'client', 'elements', 'model', 'text'];

/** @param modules path of the folder `node_modules` that the site has */
export function importMap(modules: string): string {
  const places = ours.flatMap((room) =>
    Object.entries(entriesOf(join(modules, '@peilglas', room), `@peilglas/${room}`)),
  );
  const imports = { ...libraries, ...Object.fromEntries(places) };
  return JSON.stringify({
    imports: Object.fromEntries(Object.entries(imports).map(([name, path]) => [name, `/node_modules/${path}`])),
  });
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

function entriesOf(folder: string, name: string): Readonly<Record<string, string>> {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return Object.fromEntries(
    Object.entries(exports).map(([path, target]) => [
      join(name, path),
      join(name, typeof target === 'string' ? target : target.default),
    ]),
  );
}
