export { createEndpoint, type EndpointOptions } from './serve/create-endpoint.js';
export { DuckDbStore } from './store/duckdb-store.js';
export type { PublishedVersion, Store } from './store/store.js';
export { publishTables, type PublishOptions, type TableReport } from './publish/publish-tables.js';
export type { RuleOutcome } from './publish/rule-outcome.js';
export type { Finding, Location } from './publish/finding.js';
