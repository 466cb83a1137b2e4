/** JSON-stat at a plain address: apart, since few pages have it and the others should not carry it. */
import { JsonStatSource } from './json-stat-source.js';
import { sharing } from './sharing.js';

export { parseJsonStat } from './parse-json-stat.js';
export { JsonStatSource };

/** The page's source for JSON-stat at this address. */
export const sharedJsonStatSource = sharing((settings) => new JsonStatSource(settings));
