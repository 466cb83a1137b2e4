/** The dashboard of `/vergelijk/` once more as a React, a Vue, a Svelte and an Angular app: what npm users make of the same tags. */
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { angularPlugin } from './angular-plugin.mjs';
import { zrenderPlugin } from '@peilglas/elements/bundler';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/frameworks/',
  plugins: [
    // These pages refuse markup from strings too.
    zrenderPlugin(),
    // A tag with a hyphen is an element of the page, not a component.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }),
    svelte({ configFile: false }),
    angularPlugin(here('angular')),
  ],
  build: {
    outDir: here('../../dist/frameworks'),
    emptyOutDir: true,
    target: 'es2022',
    // Pages that allow no inline script load what they need by themselves.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { input: ['react', 'vue', 'svelte', 'angular'].map((name) => here(`${name}/index.html`)) },
  },
});
