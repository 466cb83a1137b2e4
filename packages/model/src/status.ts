/**
 * State of one observation, as SDMX CL_OBS_STATUS and CL_CONF_STATUS name them.
 * `A` final, `P` provisional, `R` revised provisional, `E` estimated, `B` break in series carry a value;
 * `U` low reliability, `C` confidential, `M` not applicable, `O` not available, `N` not yet published never do.
 */
export const statusCodes = ['A', 'P', 'R', 'E', 'B', 'U', 'C', 'M', 'O', 'N'] as const;

export type StatusCode = (typeof statusCodes)[number];

/** Why there is no figure. Suppressed as primary or as secondary cell is never told apart. */
export type MissingReason = 'confidential' | 'not-available' | 'not-applicable' | 'unreliable' | 'not-yet-published';

const reasons: Partial<Record<StatusCode, MissingReason>> = {
  U: 'unreliable',
  C: 'confidential',
  M: 'not-applicable',
  O: 'not-available',
  N: 'not-yet-published',
};

export function isStatusCode(code: unknown): code is StatusCode {
  return statusCodes.some((known) => known === code);
}

/** The reason a status hides its value, or `null` for a status that comes with a figure. */
export function missingReasonOf(status: StatusCode): MissingReason | null {
  return reasons[status] ?? null;
}

/** Whether figures with this status may still change: provisional, revised provisional or estimated. */
export function isProvisional(status: StatusCode): boolean {
  return status === 'P' || status === 'R' || status === 'E';
}
