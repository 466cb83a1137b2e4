/** What npm would publish, installed in a fresh project: by a bundler, by another, by none; each shows a real figure. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import type { Browser } from 'puppeteer-core';
import { policy } from '../../demo/site/policy.mjs';
import { launchChromium, visit } from '../e2e/support/browser.ts';
import { tags } from '../../packages/elements/dist/autoload/tags.js';
import { freshProject, root, type FreshProject, type Packed } from './support/fresh-project.ts';
import { importMap } from './support/import-map.ts';
import { figures, figuresPath, shown } from './support/shown.ts';
import { openSite, type Content } from './support/site.ts';

const tools = ['vite', 'typescript', 'rollup', '@rollup/plugin-node-resolve', '@rollup/plugin-replace'];
const frameworks = ['@types/react', 'react', 'svelte', 'vue'];

/** Elements as a page without a framework has them. */
const body = `<data-context region="B">
  <kpi-tile endpoint="${figuresPath}"></kpi-tile>
  <trend-chart endpoint="${figuresPath}"></trend-chart>
</data-context>`;
const page = (head: string): string => `<!doctype html>
  <html lang="nl"><head><title>Proef</title>${head}</head><body>${body}</body></html>`;

/** What a browser needs beside JavaScript: nothing of this can be imported by Node. */
const inBrowser = /^@peilglas\/elements\/(.*\/)?define$/;

describe('packages as npm packs them', () => {
  let project: FreshProject | undefined;
  let browser: Browser | undefined;
  const fresh = (): FreshProject => {
    assert.ok(project, 'The packages could not be installed');
    return project;
  };
  const program = (path: string): string => join(root, 'node_modules', path);

  before(async () => {
    project = await freshProject(join(import.meta.dirname, 'project'), [...tools, ...frameworks]);
    browser = await launchChromium();
  });

  after(async () => {
    await browser?.close();
    project?.remove();
  });

  /** Opens a page; the figure and the drawing must be there, and go again, and the console must stay silent. */
  async function showsFigures(content: Content, path = '/'): Promise<void> {
    assert.ok(browser);
    const site = await openSite({ ...content, pages: { ...content.pages, [figuresPath]: figures } });
    const { page, messages, oddAnswers, leave } = await visit(browser, `${site.origin}${path}`);
    try {
      const [tile, chart] = await shown(page, 'kpi-tile, trend-chart').catch((error: unknown) => {
        throw new Error([String(error), ...messages, ...oddAnswers].join('\n'), { cause: error });
      });
      assert.equal(tile, 'kpi-tile: 6 stuks');
      assert.match(chart ?? '', /Bestad/);
      // zrender empties itself when a chart leaves.
      await page.evaluate(async () => {
        document.querySelector('trend-chart')?.remove();
        await new Promise(requestAnimationFrame);
      });
      const violations = await page.evaluate(() => window.peilglasSeen.violations);
      assert.deepEqual([...messages, ...violations], []);
      assert.deepEqual(oddAnswers, []);
    } finally {
      await leave();
      site.close();
    }
  }

  it('hold all that their exports name, a licence and an explanation', () => {
    const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
    assert.equal(fresh().packages.length, globSync('packages/*/package.json', { cwd: root }).length);
    for (const { manifest, folder } of fresh().packages) {
      const targets = Object.values(manifest.exports).flatMap((target) =>
        typeof target === 'string' ? [target] : [target.types, target.default],
      );
      for (const target of [...targets, manifest.customElements ?? 'package.json', 'README.md']) {
        assert.ok(existsSync(join(folder, target)), `${manifest.name} has no ${target}`);
      }
      assert.equal(readFileSync(join(folder, 'LICENSE'), 'utf8'), licence, manifest.name);
    }
  });

  it('resolve by every name that they export, and load in Node what asks for no page', async () => {
    const names = fresh().packages.flatMap(namesOf);
    const script = join(fresh().folder, 'resolve.mjs');
    writeFileSync(
      script,
      `for (const name of ${JSON.stringify(names)}) {
         const url = import.meta.resolve(name);
         if (url.endsWith('js') && !${String(inBrowser)}.test(name)) await import(name);
         console.log(name);
       }`,
    );
    assert.deepEqual((await fresh().node([script])).trim().split('\n'), names);
  });

  it('are typed for all that TypeScript may take them for, save what knows no exports or no modules', async () => {
    for (const { manifest, tarball } of fresh().packages) {
      const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
        entrypoints: namesOf({ manifest })
          .filter((name) => !/\.(css|json)$/.test(name))
          .map((name) => name.replace(manifest.name, '.')),
      });
      assert.ok(analysis.types, `${manifest.name} has no types`);
      const ignored = ['node10', 'node16-cjs'];
      const problems = analysis.problems.filter(
        (problem) => !('resolutionKind' in problem && ignored.includes(problem.resolutionKind)),
      );
      assert.deepEqual(problems, [], manifest.name);
    }
  });

  it('tell editors of every tag, with what may be written on it', () => {
    const folder = join(fresh().folder, 'node_modules/@peilglas/elements/dist');
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { modules } = read('custom-elements.json') as CustomElements;
    const declared = modules.flatMap(({ declarations }) => declarations);
    const written = new Map(declared.map(({ tagName, attributes = [] }) => [tagName, namesIn(attributes)]));
    assert.deepEqual([...written.keys()].sort(), [...tags].sort());
    for (const { path, exports } of modules) {
      assert.ok(existsSync(join(folder, '..', path)), path);
      assert.ok(
        exports.every(({ declaration }) => declaration.module === path),
        path,
      );
    }
    const html = read('vscode.html-custom-data.json') as { readonly tags: readonly Tag[] };
    const web = read('web-types.json') as {
      readonly contributions: { readonly html: { readonly elements: readonly Tag[] } };
    };
    for (const listed of [html.tags, web.contributions.html.elements]) {
      const names = new Map(listed.map(({ name, attributes = [] }) => [name, namesIn(attributes)]));
      assert.deepEqual(names, written);
    }
    const css = read('vscode.css-custom-data.json') as { readonly properties: readonly Named[] };
    assert.ok(namesIn(css.properties).includes('--peil-tile-height'));
  });

  it('have a program that runs', async () => {
    const help = await fresh().node([join('node_modules/@peilglas/endpoint/bin/peilglas-endpoint.js'), '--help']);
    assert.match(help, /publish/);
  });

  it('work with Vite and TypeScript, under the strictest policy', async () => {
    const folder = join(fresh().folder, 'vite');
    await fresh().node([program('typescript/bin/tsc'), '-p', folder]);
    await fresh().node([program('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], folder);
    const pages = { '/': readFileSync(join(folder, 'dist/index.html'), 'utf8') };
    await showsFigures({
      pages,
      folders: { '/assets/': join(folder, 'dist/assets') },
      policy: policy({ connect: [] }),
    });
  });

  it('work with Rollup, under the strictest policy', async () => {
    const folder = join(fresh().folder, 'rollup');
    await fresh().node([program('rollup/dist/bin/rollup'), '-c', '--silent'], folder);
    const pages = { '/': page('<script type="module" src="/bundle/main.js"></script>') };
    await showsFigures({ pages, folders: { '/bundle/': join(folder, 'dist') }, policy: policy({ connect: [] }) });
  });

  it('work without a bundler, by an import map', async () => {
    const modules = join(fresh().folder, 'node_modules');
    const pages = {
      '/': page(`<script>var process = { env: { NODE_ENV: 'production' } };</script>
        <script type="importmap">${importMap(modules)}</script>
        <script type="module">import '@peilglas/elements/define';</script>`),
    };
    // Beside ours lies what they depend on, as npm would put it there.
    const folders = {
      '/node_modules/@peilglas/': join(modules, '@peilglas/'),
      '/node_modules/': join(root, 'node_modules/'),
    };
    await showsFigures({ pages, folders });
  });
});

interface Named {
  readonly name: string;
}

interface Tag extends Named {
  readonly attributes?: readonly Named[];
}

interface CustomElements {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly (Tag & { readonly tagName: string })[];
    readonly exports: readonly { readonly declaration: { readonly module: string } }[];
  }[];
}

function namesIn(list: readonly Named[]): readonly string[] {
  return list.map(({ name }) => name);
}

/** As a developer writes them in an import. */
function namesOf({ manifest }: Pick<Packed, 'manifest'>): readonly string[] {
  return Object.keys(manifest.exports).map((path) => path.replace('.', manifest.name));
}
