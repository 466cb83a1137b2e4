export { withoutInnerHtml } from './without-inner-html.js';
export { zrenderPlugin, type BundlerPlugin } from './zrender-plugin.js';
