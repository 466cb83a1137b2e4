export { parseJsonStat } from './parse-json-stat.js';
export { PxWebSource } from './pxweb-source.js';
export { sharedSource } from './shared-source.js';
export type { DescribeRequest, ReadRequest, Source, SourceSettings, TokenProvider } from './source.js';
