import type { Table } from '../../table.js';
import type { Finding } from '../finding.js';

const remedy =
  'Combine small classes or regions, leave out an indicator, or lower `protection` of the rule after consulting the privacy officer';

/** Errors: how many hidden figures of a period could be computed too closely. No figure, and no place, is told. */
export function exposureFindings(table: Table, exposed: ReadonlyMap<string, number>): readonly Finding[] {
  return [...exposed].map(([period, count]) => ({
    rule: 'disclosure-audit',
    severity: 'error',
    location: { file: table.id, field: 'indicators' },
    message: `Table ${table.id}, period ${period}: ${count} hidden ${count === 1 ? 'figure' : 'figures'} could be computed too closely`,
    remedy,
  }));
}

/** A warning: how many small counts were published before, as they are now. */
export function givenFindings(table: Table, count: number): readonly Finding[] {
  if (count === 0) return [];
  return [
    {
      rule: 'disclosure-earlier-versions',
      severity: 'warning',
      location: { file: table.id, field: 'indicators' },
      message: `Table ${table.id}: ${count} ${count === 1 ? 'figure is' : 'figures are'} hidden now, but can be read or computed from what was published before`,
      remedy: 'Retract the earlier versions that should not have shown them',
    },
  ];
}

/** A warning: this version and an earlier one divide the same figures otherwise. */
export function regroupedFinding({ id }: Table): Finding {
  return {
    rule: 'disclosure-earlier-versions',
    severity: 'warning',
    location: { file: id, field: 'dimensions' },
    message: `Table ${id}: an earlier version has other codes or dimensions for the same periods, and what one of the two hides may follow from both`,
    remedy:
      'Keep the codes of before beside the new ones, or retract the earlier versions. Where codes only have other names, or the privacy officer agrees, publish it: this refuses nothing',
  };
}
