/** The pages of `page/`, bundled as somebody would for a site: one file each, minified, with what it imports. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/** @returns {Promise<{files: Map<string, string | Uint8Array>, stylesOf: (name: string) => string[]}>} */
export async function bundlePages() {
  const files = new Map();
  for (const path of globSync(`${here}/page/*-page.js`)) {
    const name = basename(path, '-page.js');
    const { output } = await build({
      configFile: false,
      logLevel: 'error',
      root: here,
      define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false' },
      build: {
        write: false,
        target: 'es2022',
        modulePreload: false,
        rolldownOptions: {
          input: path,
          // Ours comes as it is published.
          external: /^\/cdn\//,
          output: {
            format: 'es',
            entryFileNames: `${name}.js`,
            assetFileNames: `${name}[extname]`,
            codeSplitting: false,
          },
        },
      },
    });
    for (const part of output) files.set(part.fileName, part.type === 'chunk' ? part.code : part.source);
  }
  return { files, stylesOf: (name) => (files.has(`${name}.css`) ? [`/pages/${name}.css`] : []) };
}
