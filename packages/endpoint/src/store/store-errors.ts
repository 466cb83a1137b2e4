/** What keeps a store from doing its work. Messages name no path, host or account, so they are fit for reports and logs. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** The store may be read but not written: a read-only file system, or a database account that has no such right. */
export class StoreReadOnlyError extends StoreError {
  override readonly name = 'StoreReadOnlyError';

  constructor() {
    super('The store can be read but not written; publish where it can be written');
  }
}

/** The store cannot be reached at the moment; asking again later may succeed. */
export class StoreUnavailableError extends StoreError {
  override readonly name = 'StoreUnavailableError';
}

/** The store holds as many saved queries as it may. */
export class QueryLimitError extends StoreError {
  override readonly name = 'QueryLimitError';

  constructor() {
    super('The store holds as many saved queries as it may');
  }
}

const remedies = {
  broken: 'its text is broken; put it back from a copy',
  closed: 'its file cannot be opened; see to its rights and its disk',
  figures: 'the file of its figures cannot be opened; see to its rights and its disk, or put it back from a copy',
  newer: 'a newer program wrote it; install the version that publishes',
};

/** The store has this version but cannot say what it is, or what its figures are. Nothing older may be taken for it: it may have closed the table. */
export class UnreadableVersionError extends StoreError {
  override readonly name = 'UnreadableVersionError';
  readonly id: string;
  readonly version: number;

  constructor(id: string, version: number, cause: keyof typeof remedies) {
    super(`Version ${version} of table ${id} cannot be read: ${remedies[cause]}`);
    this.id = id;
    this.version = version;
  }
}

/** Somebody else has published the table, or is about to: what one version hides, the other could show. */
export class PublishedMeanwhileError extends StoreError {
  override readonly name = 'PublishedMeanwhileError';

  constructor(id: string) {
    super(`Table ${id} was published by somebody else in the meantime`);
  }
}

/** The store has no such version. */
export class UnknownVersionError extends StoreError {
  override readonly name = 'UnknownVersionError';

  constructor(id: string, version: number) {
    super(`The store has no version ${version} of table ${id}`);
  }
}

/** What went wrong while a folder or file was read, by the operating system's code. */
export function toReadError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new StoreUnavailableError(`The folder of the store cannot be read${code}; see to its rights and its disk`);
}

const readOnlyCodes = ['EROFS', 'EACCES', 'EPERM'];
const fullCodes = ['ENOSPC', 'EDQUOT'];

/** What went wrong while files were written, by the operating system's code or DuckDB's words. */
export function toWriteError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const text = error instanceof Error ? error.message : '';
  if (readOnlyCodes.includes(code) || /permission denied|read-only file system/i.test(text))
    return new StoreReadOnlyError();
  if (fullCodes.includes(code) || /no space left|disk quota/i.test(text)) return new StoreError('The disk is full');
  return new StoreError(`The store cannot be written${/^E[A-Z]+$/.test(code) ? ` (${code})` : ''}`);
}
