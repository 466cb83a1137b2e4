import type { Check } from './check.js';
import { columnsAndTypes } from './columns-and-types.js';
import { decimals } from './decimals.js';
import { defaultSelection } from './default-selection.js';
import { duplicateCells } from './duplicate-cells.js';
import { knownCodes } from './known-codes.js';
import { periods } from './periods.js';
import { regionsPresent } from './regions-present.js';

/** Every rule that a table's data is held against, in the order of the report. A new rule is a file here and a line below. */
export const checks: readonly Check[] = [
  columnsAndTypes,
  knownCodes,
  regionsPresent,
  duplicateCells,
  periods,
  decimals,
  defaultSelection,
];

/** Rules about the manifest itself; `readManifest` holds to them before any data is read. */
export const manifestRules: readonly string[] = [
  'manifest-readable',
  'manifest-shape',
  'required-metadata',
  'manifest-references',
];
