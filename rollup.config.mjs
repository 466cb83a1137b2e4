/** What a page loads from us: one entry per tag and one that fetches those, as modules with shared chunks. */
import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zrenderPlugin } from '@peilglas/charts/bundler';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { cssPlugin, indentationPlugin } from './scripts/rollup-css-plugin.mjs';
import { echartsPlugin } from './scripts/rollup-echarts-plugin.mjs';
import { tags } from './packages/elements/dist/autoload/tags.js';
import { integrityPlugin } from './scripts/rollup-integrity-plugin.mjs';
import { licencesPlugin } from './scripts/rollup-licences-plugin.mjs';
import { sameNamesPlugin } from './scripts/rollup-same-names-plugin.mjs';

const built = 'packages/elements/dist';
const target = 'dist/cdn';

const entries = Object.fromEntries([
  // The one script of a page, which fetches the others; the page in a frame; and the script beside such frames.
  ['peilglas', `${built}/autoload/autoload-define.js`],
  // All tags at once, for pages on which most of them ask together.
  ['peilglas-all', `${built}/all-define.js`],
  ['embed', `${built}/embed/embed-define.js`],
  ['peilglas-frame', `${built}/embed/frame-define.js`],
  ...tags.map((tag) => [tag, `${built}/${tag}/${tag}-define.js`]),
  // For hosts that have a session of their own and no bundler.
  ['auth', 'packages/auth/dist/index.js'],
]);

/** What a page has of a session before anybody signs in: one file, though `auth.js` needs a part of it too. */
const beforeSignIn =
  /[\\/]packages[\\/](elements[\\/]dist[\\/]session[\\/]|auth[\\/]dist[\\/](before-sign-in|returned-answer|pending-sign-in|session-(change-event|error))\.js)/;

/** Words that charts' code and the elements of two charts need, each a small part: together they arrive sooner. */
const chartWords = /[\\/]packages[\\/]text[\\/]dist[\\/]((compare|share)-(nl|words-for)|format-share)\.js$/;

const resolving = [
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  // ECharts asks for it as in Node, and a browser has no `process`.
  replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
  // Advice to who writes templates, which is us, and the compiler gives it too.
  replace({
    preventAssignment: true,
    include: ['**/@lit/reactive-element/css-tag.js', '**/lit-html/lit-html.js'],
    delimiters: ['', ''],
    values: {
      'CSSResult is not constructable. Use `unsafeCSS` or `css` instead.': 'css',
      "Value passed to 'css' function must be a 'css' function result: ": 'css ',
      'invalid template strings array': 'css',
      ". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.": '',
    },
  }),
];

/**
 * Every page loads what a tile in its context needs: one chunk of just that packs tighter and arrives sooner than one
 * per pair of tags. Which modules that are is known after a first bundle of these two alone.
 */
async function coreModules() {
  const bundle = await rollup({
    input: [entries['data-context'], entries['kpi-tile']],
    external: /^@peilglas\/charts(\/|$)/,
    plugins: resolving,
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const chunks = output.filter(({ type, isDynamicEntry }) => type === 'chunk' && !isDynamicEntry);
  const modules = chunks.flatMap(({ modules }) => Object.entries(modules));
  return new Set(modules.flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])));
}

/** Stable names: a stack trace from a site should say which part it is in. A release has its own folder. */
function chunkName({ name, facadeModuleId }) {
  const room = /[\\/]packages[\\/]([^\\/]+)[\\/]dist[\\/]index\.js$/.exec(facadeModuleId ?? '')?.[1];
  return `chunks/${room ?? name}.js`;
}

/**
 * What draws is run as soon as it has come, and most of it: browsers that know this line compile it beside the page, where they
 * would else do so function by function while the first drawing is made, for which the page then waits twice as long.
 */
const compileAtOnce = '//# allFunctionsCalledOnLoad';

/** An empty target first, and what is no script: style sheets, and the page in a frame. */
const otherFiles = {
  name: 'other-files',
  buildStart() {
    rmSync(target, { recursive: true, force: true });
  },
  writeBundle() {
    mkdirSync(target, { recursive: true });
    const files = globSync([
      'packages/themes/*.css',
      'packages/elements/src/{*.css,embed/{embed.html,embed.css,peilglas-too-old.js}}',
    ]);
    for (const file of files) copyFileSync(file, join(target, basename(file)));
  },
};

/** `chunks.json`: which file loads which, and the packages in it; the size check reads it. */
const inventory = {
  name: 'inventory',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const packagesOf = (ids) => {
      const names = ids.map(
        (id) => /.*(?:node_modules|packages)\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/'))?.[1],
      );
      return [...new Set(names.filter(Boolean))].sort();
    };
    const rows = chunks.map(({ fileName, imports, dynamicImports, moduleIds }) => [
      fileName,
      { imports, dynamicImports, packages: packagesOf(moduleIds) },
    ]);
    this.emitFile({
      type: 'asset',
      fileName: 'chunks.json',
      source: JSON.stringify(Object.fromEntries(rows), null, 2),
    });
  },
};

export default async () => {
  const core = await coreModules();
  return {
    input: entries,
    output: {
      dir: target,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: chunkName,
      generatedCode: 'es2015',
      manualChunks: (id) =>
        core.has(id)
          ? 'core'
          : beforeSignIn.test(id)
            ? 'open-session'
            : chartWords.test(id)
              ? 'chart-words'
              : undefined,
      onlyExplicitManualChunks: true,
      banner: (chunk) => (chunkName(chunk) === 'chunks/charts.js' ? compileAtOnce : ''),
      hoistTransitiveImports: false,
    },
    plugins: [
      ...resolving,
      cssPlugin(),
      indentationPlugin(),
      echartsPlugin(),
      zrenderPlugin(),
      terser({
        module: true,
        ecma: 2020,
        // A function that stands in several places packs worse than one that is called there.
        compress: { passes: 3, keep_fargs: false, inline: 1 },
        mangle: { properties: { regex: /^#/ } },
        format: { comments: new RegExp(compileAtOnce.slice(2)) },
      }),
      // The core, which every page loads.
      sameNamesPlugin('data-context.js'),
      inventory,
      otherFiles,
      licencesPlugin(target),
      integrityPlugin(target),
    ],
    onLog(level, log, handler) {
      // A warning of the bundler is a fault to mend, save that zrender's files know each other in circles.
      if (level === 'warn' && log.code === 'CIRCULAR_DEPENDENCY' && log.message.includes('node_modules')) return;
      if (level === 'warn') handler('error', log);
      else handler(level, log);
    },
  };
};
