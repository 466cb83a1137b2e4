import { missingReasonOf, type MissingReason, type StatusCode } from './status.js';

/** One cell of a cube. `value` is null exactly when `reason` is not. */
export interface Observation {
  readonly value: number | null;
  readonly status: StatusCode;
  readonly reason: MissingReason | null;
  /** The publisher's own status text, kept when it is not one of our codes. */
  readonly original?: string;
}

/**
 * An observation from what a publisher gave. A status that hides the figure wins over a value that came along,
 * and a value that is absent without a status is "not available".
 */
export function observe(value: number | null | undefined, status: StatusCode, original?: string): Observation {
  const kept = original === undefined ? {} : { original };
  const reason = missingReasonOf(status);
  if (reason !== null) return { value: null, status, reason, ...kept };
  if (value === null || value === undefined) return { value: null, status: 'O', reason: 'not-available', ...kept };
  return { value, status, reason: null, ...kept };
}
