export { JsonStatSource } from './json-stat-source.js';
export { parseJsonStat } from './parse-json-stat.js';
export { PxWebSource } from './pxweb-source.js';
export { sharedJsonStatSource, sharedSource } from './shared-source.js';
export type { ReadRequest, Source, SourceSettings, TokenProvider } from './source.js';
