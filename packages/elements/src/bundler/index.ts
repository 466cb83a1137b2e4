/** For who bundles the elements and installed nothing else: see docs/npm.md. */
export { withoutInnerHtml, zrenderPlugin, type BundlerPlugin } from '@peilglas/charts/bundler';
