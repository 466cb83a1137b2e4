import { PxWebSource } from './pxweb-source.js';
import { sharing } from './sharing.js';

/** The page's source for this PxWebApi 2 endpoint. */
export const sharedSource = sharing((settings) => new PxWebSource(settings));
