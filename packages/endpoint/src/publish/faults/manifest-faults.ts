/** Faults between the fields of a manifest that has every field, by the name of the rule that is broken. */
import type { Manifest } from '../manifest.js';
import { approvalFaults } from './approval-faults.js';
import { audienceFaults } from './audience-faults.js';
import { codelistFaults } from './codelist-faults.js';
import { dimensionFaults } from './dimension-faults.js';
import { disclosureFaults } from './disclosure-faults.js';
import { expectationFaults } from './expectation-faults.js';
import type { Fault } from './fault.js';
import { indicatorFaults } from './indicator-faults.js';
import { licenceFaults } from './licence-faults.js';
import { personalDataFaults } from './personal-data-faults.js';

const rules: readonly (readonly [string, (manifest: Manifest) => readonly Fault[]])[] = [
  ['required-metadata', licenceFaults],
  ['manifest-references', dimensionFaults],
  ['manifest-references', indicatorFaults],
  ['manifest-references', expectationFaults],
  ['codelists', codelistFaults],
  ['disclosure-rules', disclosureFaults],
  ['audience', audienceFaults],
  ['personal-data', personalDataFaults],
  ['approval', approvalFaults],
];

export function manifestFaults(manifest: Manifest): readonly (Fault & { readonly rule: string })[] {
  return rules.flatMap(([rule, faults]) => faults(manifest).map((fault) => ({ rule, ...fault })));
}
