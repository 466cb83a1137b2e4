/** The day it is in the Netherlands at a moment (ISO 8601), as 2025-07-01: just after midnight the UTC day is that of yesterday. */
export function dutchDay(moment: string): string {
  // Swedish writes days as ISO 8601 does.
  return new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
}
