/**
 * Unbundled, one page with a chart asks for a thousand modules, which takes a browser longer than most of its tests. So what
 * tests import from packages is served bundled, each module at its own address and once, as on a page: whoever imports it
 * gets the same.
 */
import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { withoutInnerHtml } from '@peilglas/charts/bundler';
import { build } from 'esbuild';
import { withoutUnused } from '../../../scripts/rollup-echarts-plugin.mjs';

const root = process.cwd();

const settings = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  conditions: ['production', 'browser'],
  // ECharts asks for it as in Node.
  define: { 'process.env.NODE_ENV': '"production"' },
  // What the test runner serves itself.
  external: ['/__*'],
  write: false,
  metafile: true,
};

/** @returns {Promise<string[]>} what test files and their helpers import from packages, as paths below the root */
async function importedFrom(tests) {
  const imported = new Set();
  const ours = 'asked-by-this-plugin';
  const stopAtPackages = {
    name: 'stop-at-packages',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^/ }, async ({ path, pluginData, ...asking }) => {
        if (pluginData === ours || asking.kind === 'entry-point' || path.startsWith('/__')) return undefined;
        const found = await resolve(path, { ...asking, pluginData: ours });
        const below = relative(root, found.path).replaceAll(sep, '/');
        if (!/^(packages|node_modules)\//.test(below)) return found;
        imported.add(below);
        return { ...found, external: true };
      });
    },
  };
  await build({ ...settings, entryPoints: tests, outdir: '.', plugins: [stopAtPackages] });
  return [...imported];
}

/** The same mending of ECharts and zrender as in the bundle, so that tests run the code that pages run. */
const echarts = {
  name: 'echarts-as-on-pages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/](echarts|zrender)[\\/].*\.js$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      return { contents: withoutInnerHtml(code, path) ?? withoutUnused(code, path) ?? code };
    });
  },
};

/**
 * A plugin of the test runner.
 * @param {() => readonly string[]} findTests
 */
export function bundledPackages(findTests) {
  /** Text per address. */
  const served = new Map();
  return {
    name: 'bundled-packages',
    async serverStart() {
      const imported = await importedFrom(findTests());
      const { outputFiles, metafile } = await build({
        ...settings,
        entryPoints: imported,
        outdir: '.',
        outbase: '.',
        chunkNames: 'shared-by-tests/[name]-[hash]',
        splitting: true,
        plugins: [echarts],
      });
      for (const { path, text } of outputFiles) {
        const below = relative(root, path).replaceAll(sep, '/');
        const { entryPoint } = metafile.outputs[below];
        served.set(`/${imported.includes(entryPoint) ? entryPoint : below}`, text);
      }
    },
    serve({ path }) {
      const body = served.get(path);
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}
