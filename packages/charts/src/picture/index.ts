/** Drawings for pages that are written where there is no browser. */
import './measure-generously.js';

export { mapPictureOf } from './map-picture-of.js';
export type { PictureNode } from './picture-node.js';
export { pictureOf } from './picture-of.js';
