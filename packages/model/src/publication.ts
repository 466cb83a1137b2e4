/** Where a definition or method changed: figures from `period` on must not be compared with those before it. */
export interface SeriesBreak {
  readonly period: string;
  readonly note: string;
  /** The indicators it concerns; null means all. */
  readonly indicators: readonly string[] | null;
}

/** What the publisher answers for: version, validation, contact and caveats of a table. */
export interface Publication {
  /** Id of the table, where it is said. */
  readonly table: string | null;
  /** BCP 47 tag of labels and texts, where it is said. */
  readonly language: string | null;
  readonly version: string | null;
  readonly audience: string | null;
  readonly validation: { readonly by: string; readonly on: string } | null;
  readonly breaks: readonly SeriesBreak[];
  readonly licence: string | null;
  readonly contact: { readonly name: string; readonly mail: string | null } | null;
  readonly officialStatistics: boolean;
  /** ISO date of the next update, where announced. */
  readonly nextUpdate: string | null;
  /** Notes that must stand beside every figure of the table. */
  readonly mandatoryNotes: readonly string[];
  /** Disclosure rule and its explanation, where the publisher hides small figures. */
  readonly disclosure: { readonly rule: string; readonly note: string } | null;
}

/** Whether counts of a table are rounded to a base, as its disclosure rule says. */
export function isRounded({ disclosure }: Publication): boolean {
  return disclosure?.rule.includes('rounding') ?? false;
}
