export { createEndpoint, type EndpointOptions } from './serve/create-endpoint.js';
export { DuckDbStore } from './store/duckdb-store.js';
export { PostgresStore } from './store/postgres/postgres-store.js';
export { openStoreAt } from './store/open-store-at.js';
export {
  QueryLimitError,
  StoreError,
  StoreReadOnlyError,
  StoreUnavailableError,
  UnknownVersionError,
  UnreadableVersionError,
} from './store/store-errors.js';
export type {
  Candidate,
  Columns,
  Observations,
  PublishedVersion,
  Retraction,
  SavedQuery,
  Store,
} from './store/store.js';
export { publishTables, type PublishOptions, type TableReport } from './publish/publish-tables.js';
export type { RuleOutcome } from './publish/rule-outcome.js';
export type { Finding, Location } from './publish/finding.js';
export { importTable, type Imported, type ImportOptions } from './import/import-table.js';
export { CbsTable, type CbsOptions } from './import/cbs/cbs-table.js';
export { PxWebTable } from './import/pxweb/pxweb-table.js';
export { ImportError } from './import/import-error.js';
export { reportPage } from './publish/report-page.js';
export { compareVersions, type VersionComparison } from './diff/compare-versions.js';
