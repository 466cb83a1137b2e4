export { prerender, type Prerendered, type PrerenderOptions } from './prerender.js';
export { attributesToFill } from './attributes-to-fill.js';
