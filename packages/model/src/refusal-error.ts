/** Refusals: few pages meet one, and those fetch the code that reads it. */
import { DataError } from './data-error.js';

/** The endpoint refused the question (HTTP 400 and other 4xx): a mistake in the selection or the address. */
export class RefusedError extends DataError {
  override readonly name = 'RefusedError';
  readonly code: string;
  /** What the endpoint's problem document (RFC 9457) says is wrong, for developers; not for the page. */
  readonly detail: string | null;

  constructor(status: number, detail: string | null = null) {
    super(detail ?? `The endpoint answered ${status}`);
    this.code = `http-${status}`;
    this.detail = detail;
  }
}

/** What an endpoint says of a table that is not for this visitor; each null when it does not say so. */
export interface NoAccess {
  readonly detail: string | null;
  /** The theme that the visitor has no right to, in the language asked for. */
  readonly theme: string | null;
  /** Whom to ask. */
  readonly contact: { readonly name: string; readonly mail: string | null } | null;
}

/** Signed in, but without the right to this table (HTTP 403). */
export class NoAccessError extends DataError {
  override readonly name = 'NoAccessError';
  readonly code = 'no-access';
  readonly told: NoAccess;

  constructor(told: NoAccess) {
    super('No access');
    this.told = told;
  }
}
