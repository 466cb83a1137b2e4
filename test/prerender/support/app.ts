/** A page of a framework: what its server writes, and the script with which it takes that over in a browser. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build, type Plugin } from 'vite';
import { codeBlocks } from '../../docs/support/code-blocks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const entries = {
  react: {
    server: `import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      export default () => renderToString(createElement(Page));`,
    browser: `import { createElement } from 'react';
      import { hydrateRoot } from 'react-dom/client';
      hydrateRoot(place, createElement(Page));`,
  },
  svelte: {
    server: `import { render } from 'svelte/server';
      export default () => render(Page).body;`,
    browser: `import { hydrate } from 'svelte';
      hydrate(Page, { target: place });`,
  },
  vue: {
    server: `import { createSSRApp } from 'vue';
      import { renderToString } from 'vue/server-renderer';
      export default () => renderToString(createSSRApp(Page));`,
    browser: `import { createSSRApp } from 'vue';
      createSSRApp(Page).mount(place);`,
  },
};

export type Framework = keyof typeof entries;

export interface App {
  readonly html: string;
  readonly script: string;
}

export async function buildApp(framework: Framework): Promise<App> {
  // Within the project, where a server finds its packages.
  await mkdir(join(root, '.peilglas'), { recursive: true });
  const folder = await mkdtemp(join(root, '.peilglas/app-'));
  try {
    await Promise.all((['server', 'browser'] as const).map((side) => bundle(framework, side, folder)));
    const server: unknown = await import(pathToFileURL(join(folder, 'server/app.js')).href);
    const { default: render } = server as { readonly default: () => string | Promise<string> };
    return { html: await render(), script: await readFile(join(folder, 'browser/app.js'), 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bundle(framework: Framework, side: 'server' | 'browser', folder: string): Promise<void> {
  const page = join(root, `test/prerender/hydration/${framework}.${framework === 'react' ? 'jsx' : framework}`);
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    plugins: [
      entry(`import Page from '${page}';
        ${side === 'browser' ? "const place = document.getElementById('app');" : ''}
        ${entries[framework][side]}`),
      vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }),
      svelte({ configFile: false }),
    ],
    build: {
      ssr: side === 'server',
      outDir: join(folder, side),
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'entry', output: { entryFileNames: 'app.js', codeSplitting: false } },
    },
  });
}

/** The module that starts a page, and the figures for React as the guide has them. */
function entry(code: string): Plugin {
  return {
    name: 'page-of-a-framework',
    resolveId: (id) => (id === 'entry' || id === 'guide' ? `\0${id}.jsx` : undefined),
    load: async (id) => {
      if (id === '\0entry.jsx') return code;
      if (id !== '\0guide.jsx') return undefined;
      const blocks = codeBlocks(await readFile(join(root, 'docs/developer.md'), 'utf8'));
      const figures = blocks.find(({ code: each }) => each.includes('dangerouslySetInnerHTML'));
      return figures?.code.replace('https://cijfers.example.org/', '/');
    },
  };
}
