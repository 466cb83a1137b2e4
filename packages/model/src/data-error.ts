/** What can go wrong between a question and its figures: one class per cause, each with a stable code to quote. */
export abstract class DataError extends Error {
  abstract readonly code: string;
  /** Whether asking again later may succeed without anybody changing anything. */
  readonly retryable: boolean = false;
}

/** The endpoint could not be reached, or the connection broke. */
export class NetworkError extends DataError {
  override readonly name = 'NetworkError';
  readonly code = 'network';
  override readonly retryable = true;
}

/** No complete answer within the time allowed. */
export class TimeoutError extends DataError {
  override readonly name = 'TimeoutError';
  readonly code = 'timeout';
  override readonly retryable = true;
}

/** The endpoint is overloaded or failing (HTTP 429 and 5xx, RFC 9110). */
export class UnavailableError extends DataError {
  override readonly name = 'UnavailableError';
  readonly code: string;
  override readonly retryable = true;
  /** Milliseconds the endpoint asks us to wait (`Retry-After`), or null. */
  readonly retryAfter: number | null;

  constructor(status: number, retryAfter: number | null = null) {
    super(`The endpoint answered ${status}`);
    this.code = `http-${status}`;
    this.retryAfter = retryAfter;
  }
}

/** The selection holds more cells than the endpoint gives in one answer (`maxDataCells`). */
export class TooManyCellsError extends DataError {
  override readonly name = 'TooManyCellsError';
  readonly code = 'too-many-cells';
}

/** A token is needed, or the one given is no longer accepted (HTTP 401, RFC 6750). */
export class SignInRequiredError extends DataError {
  override readonly name = 'SignInRequiredError';
  readonly code = 'signed-out';
}

/** The table does not exist, or not for this caller (HTTP 404). */
export class NotFoundError extends DataError {
  override readonly name = 'NotFoundError';
  readonly code = 'not-found';
}

/** An answer that is not a JSON-stat dataset. */
export class MalformedDatasetError extends DataError {
  override readonly name = 'MalformedDatasetError';
  readonly code = 'malformed';
  /** JSON path of what is wrong: `$.dimension.Tid.category.index`. */
  readonly path: string;
  readonly expected: string;

  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

/** A selection names a dimension or code that the table does not have, or leaves one open. */
export class SelectionError extends DataError {
  override readonly name = 'SelectionError';
  readonly code = 'selection';
  readonly dimension: string;
  /** The unknown code, or null when the dimension itself is unknown or not selected. */
  readonly value: string | null;

  constructor(dimension: string, value: string | null, message: string) {
    super(message);
    this.dimension = dimension;
    this.value = value;
  }
}
