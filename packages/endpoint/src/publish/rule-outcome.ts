import type { Finding } from './finding.js';

/** How a table did on one named rule. */
export interface RuleOutcome {
  readonly rule: string;
  readonly outcome: 'passed' | 'warned' | 'refused';
}

/** Outcomes of the rules that ran, and of any other that has a finding, each once. */
export function ruleOutcomes(rules: readonly string[], findings: readonly Finding[]): readonly RuleOutcome[] {
  const names = new Set([...rules, ...findings.map(({ rule }) => rule)]);
  return [...names].map((rule) => {
    const severities = findings.filter((finding) => finding.rule === rule).map(({ severity }) => severity);
    const outcome = severities.includes('error') ? 'refused' : severities.length > 0 ? 'warned' : 'passed';
    return { rule, outcome };
  });
}
