/** What a report for people says. */
import type { Disclosure, Table } from '../table.js';
import type { TableReport } from './publish-tables.js';
import type { RuleOutcome } from './rule-outcome.js';

export interface ReportWords {
  readonly title: string;
  readonly made: string;
  readonly intro: string;
  readonly summary: string;
  readonly table: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<TableReport['outcome'], string>>;
  readonly outcomeMeans: Readonly<Record<TableReport['outcome'], string>>;
  readonly count: (tables: number) => string;
  readonly version: string;
  readonly observations: string;
  readonly manifest: string;
  readonly personal: string;
  readonly personalKinds: Readonly<Record<Table['personal'], string>>;
  readonly audience: string;
  readonly public: string;
  readonly theme: (code: string, bound: boolean) => string;
  readonly validated: string;
  readonly validatedBy: (by: string, on: string) => string;
  readonly protection: string;
  readonly noProtection: string;
  readonly confidential: (count: number) => string;
  readonly indicator: string;
  readonly rule: string;
  readonly noRule: string;
  readonly disclosure: (rule: Disclosure) => string;
  readonly rules: string;
  readonly ruleOutcomes: Readonly<Record<RuleOutcome['outcome'], string>>;
  readonly ruleMeans: (rule: string) => string | null;
  readonly noRules: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly severity: string;
  readonly severities: { readonly error: string; readonly warning: string };
  readonly where: string;
  readonly line: string;
  readonly row: string;
  readonly what: string;
  /** Instead of a message that may quote a figure about persons. */
  readonly kept: string;
  readonly remedy: string;
  readonly counts: (errors: number, warnings: number) => string;
  readonly unknown: string;
  readonly notReached: string;
}
