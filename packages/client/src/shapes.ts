/** The entry for what a map is drawn with. On its own, since most pages have no map. */
export { loadShapes, type ShapesQuestion } from './load-shapes.js';
export { parseShapes } from './parse-shapes.js';
