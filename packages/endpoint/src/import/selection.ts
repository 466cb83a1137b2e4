import { glob } from '../selection/glob.js';
import type { Draft, DraftDimension, Wanted } from './draft.js';
import { ImportError } from './import-error.js';

/** Which part of a table to import: codes of the source or our own, with `*` and `?`. */
export interface ImportSelection {
  readonly region?: readonly string[];
  readonly period?: readonly string[];
  readonly indicator?: readonly string[];
}

const optionOf = { geo: 'region', time: 'period', metric: 'indicator' } as const;

/** Codes of the source for what was chosen. @throws ImportError for a pattern that chooses nothing. */
export function wantedCodes(
  draft: Draft,
  own: readonly ReadonlyMap<string, string>[],
  selection: ImportSelection,
): Wanted {
  for (const role of ['geo', 'time', 'metric'] as const) {
    if (selection[optionOf[role]] && !draft.dimensions.some((dimension) => dimension.role === role))
      throw new ImportError(`The table has no dimension for --${optionOf[role]}`, 'Leave the option out');
  }
  return draft.dimensions.map((dimension, index) => {
    const option = dimension.role && optionOf[dimension.role];
    const patterns = option && selection[option];
    return patterns ? chosen(dimension, own[index] ?? new Map(), patterns, option) : null;
  });
}

function chosen(
  { codes }: DraftDimension,
  own: ReadonlyMap<string, string>,
  patterns: readonly string[],
  option: string,
): readonly string[] {
  const fits = (pattern: string, code: string): boolean => glob(pattern.toLowerCase(), code.toLowerCase());
  const matches = (pattern: string, code: string): boolean =>
    fits(pattern, code) || fits(pattern, own.get(code) ?? code);
  for (const pattern of patterns) {
    if (codes.some(({ code }) => matches(pattern, code))) continue;
    const some = codes.slice(0, 5).map(({ code }) => code);
    throw new ImportError(
      `--${option} ${pattern} chooses nothing of this table`,
      `Give codes of the table, such as ${some.join(', ')}; * stands for any characters`,
    );
  }
  return codes.flatMap(({ code }) => (patterns.some((pattern) => matches(pattern, code)) ? [code] : []));
}
