import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { trendOption, type DrawnOption } from '@peilglas/charts';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup, type Plugin } from 'rollup';
import { echartsPlugin, leftOut, withoutUnused } from '../../scripts/rollup-echarts-plugin.mjs';
import { line, trend, years } from './support.ts';

const modules = join(import.meta.dirname, '../../node_modules');

interface ServerChart {
  setOption: (option: DrawnOption) => void;
  renderToSVGString: () => string;
  dispose: () => void;
}
type Init = (dom: null, theme: null, options: object) => ServerChart;

/** ECharts as our charts import it, bundled with these plugins. */
async function bundled(folder: string, name: string, plugins: readonly Plugin[]): Promise<Init> {
  const entry = join(folder, `${name}-entry.js`);
  const registry = join(import.meta.dirname, '../../packages/charts/dist/echarts-registry.js');
  await writeFile(entry, `import ${JSON.stringify(registry)}; export { init } from 'echarts/core';`);
  const bundle = await rollup({
    input: entry,
    plugins: [nodeResolve({ rootDir: join(modules, '..'), modulePaths: [modules] }), ...plugins],
    // Faster, and what is drawn is the same.
    treeshake: false,
    onLog: () => undefined,
  });
  const file = join(folder, `${name}.mjs`);
  await bundle.write({ file, format: 'es', inlineDynamicImports: true });
  await bundle.close();
  const { init } = (await import(pathToFileURL(file).href)) as { readonly init: Init };
  return init;
}

function drawWith(init: Init, option: DrawnOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 320 });
  chart.setOption({ ...option, animation: false });
  const drawn = chart.renderToSVGString();
  // Its clock would keep the process going.
  chart.dispose();
  // Numbers in names count on over all drawings of a process.
  return drawn.replaceAll(/zr\d+-/g, 'zr-');
}

describe('withoutUnused', () => {
  for (const path of Object.keys(leftOut)) {
    it(`exports what ${path} of the ECharts that is installed exports`, () => {
      const instead = withoutUnused(readFileSync(join(modules, path), 'utf8'), join(modules, path));
      assert.match(instead ?? '', /^export /);
    });
  }

  it('leaves other modules alone', () => {
    assert.equal(withoutUnused('export default 1', '/node_modules/echarts/lib/core/echarts.js'), null);
    assert.equal(withoutUnused('export default 1', '/packages/charts/dist/scale/Log.js'), null);
  });

  it('stops the build when a module exports something else', () => {
    const dark = '/node_modules/echarts/lib/theme/dark.js';
    assert.throws(() => withoutUnused('export default {}; \nexport const more = 1;', dark), /dark\.js should export/);
    assert.throws(() => withoutUnused('export const theme = {};', dark), /dark\.js should export/);
  });
});

describe('ECharts without what is left out', () => {
  let whole: Init;
  let slim: Init;

  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peilglas-echarts-'));
    [whole, slim] = await Promise.all([bundled(folder, 'whole', []), bundled(folder, 'slim', [echartsPlugin()])]);
    await rm(folder, { recursive: true });
  });

  for (const shape of ['line', 'area', 'bar', 'stacked'] as const) {
    it(`draws the same ${shape}`, () => {
      const lines = [
        line('A', true, ...years(2015, [3, 5, null, 8, 13])),
        line('B', false, ...years(2015, [4, 4, 5, 6, 7])),
      ];
      const option = trendOption(trend(lines, { shape }));
      const drawn = drawWith(slim, option);
      assert.match(drawn, /<path /);
      assert.equal(drawn, drawWith(whole, option));
    });
  }
});
