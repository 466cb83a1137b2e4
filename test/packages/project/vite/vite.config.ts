import { zrenderPlugin } from '@peilglas/elements/bundler';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [zrenderPlugin()], build: { modulePreload: { polyfill: false } } });
