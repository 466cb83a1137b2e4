export { parseJsonStat } from './parse-json-stat.js';
