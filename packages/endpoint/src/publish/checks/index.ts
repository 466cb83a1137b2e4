import type { Check } from './check.js';
import { codesPresent } from './codes-present.js';
import { columnsAndTypes } from './columns-and-types.js';
import { confidentialRates } from './confidential-rates.js';
import { decimals } from './decimals.js';
import { defaultSelection } from './default-selection.js';
import { derivedAgrees } from './derived-agrees.js';
import { dominance } from './dominance.js';
import { duplicateCells } from './duplicate-cells.js';
import { figuresKept } from './figures-kept.js';
import { jumpsPeriod } from './jumps-period.js';
import { jumpsVersion } from './jumps-version.js';
import { knownCodes } from './known-codes.js';
import { periods } from './periods.js';
import { range } from './range.js';
import { regionYears } from './region-years.js';
import { regionsPresent } from './regions-present.js';
import { sharesSum } from './shares-sum.js';
import { singleConfidential } from './single-confidential.js';
import { singleMissing } from './single-missing.js';
import { smallCounts } from './small-counts.js';
import { totalsAddUp } from './totals-add-up.js';
import { undeclaredTotals } from './undeclared-totals.js';

/** Every rule that a table's data is held against, in the order of the report. A new rule is a file here and a line below. */
export const checks: readonly Check[] = [
  columnsAndTypes,
  knownCodes,
  codesPresent,
  regionsPresent,
  regionYears,
  duplicateCells,
  periods,
  decimals,
  range,
  totalsAddUp,
  sharesSum,
  derivedAgrees,
  undeclaredTotals,
  smallCounts,
  singleConfidential,
  singleMissing,
  confidentialRates,
  dominance,
  jumpsPeriod,
  jumpsVersion,
  figuresKept,
  defaultSelection,
];

/** Rules about the manifest itself; `readManifest` holds to them before any data is read. */
export const manifestRules: readonly string[] = [
  'manifest-readable',
  'manifest-shape',
  'required-metadata',
  'manifest-references',
  'codelists',
  'disclosure-rules',
  'audience',
  'personal-data',
  'approval',
];
