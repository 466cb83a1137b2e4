import { ruleMeaning } from './report-rules.js';
import type { ReportWords } from './report-words.js';

const number = new Intl.NumberFormat('en-GB');
const plural = (count: number, one: string, more: string): string =>
  `${number.format(count)} ${count === 1 ? one : more}`;

export const englishReport: ReportWords = {
  title: 'Report about tables',
  made: 'Made on',
  intro:
    'This report says for each table whether it may be published, which rules it was held against and how small counts are protected. It holds no figures about persons.',
  summary: 'Summary',
  table: 'Table',
  outcome: 'Outcome',
  outcomes: { published: 'Published', unchanged: 'Unchanged', accepted: 'Accepted', refused: 'Refused' },
  outcomeMeans: {
    published: 'This version is served now.',
    unchanged: 'Nothing has changed; the version that was there stays.',
    accepted: 'The table can be published. That has not been done yet.',
    refused: 'The table was not published. What was there before stays.',
  },
  count: (tables) => plural(tables, 'table', 'tables'),
  version: 'Version',
  observations: 'Number of figures',
  manifest: 'Manifest',
  personal: 'Personal data',
  personalKinds: {
    none: 'None',
    aggregated: 'Aggregated from data about persons',
    'special-category': 'Aggregated from special categories of personal data',
  },
  audience: 'Visible to',
  public: 'Everyone',
  theme: (code, bound) => `Who has the right to theme ${code}${bound ? ', their own municipality only' : ''}`,
  validated: 'Validated by',
  validatedBy: (by, on) => `${by}, on ${on}`,
  protection: 'Protection of small counts',
  noProtection: 'No indicator of this table has a rule.',
  confidential: (count) => `${plural(count, 'figure is', 'figures are')} confidential.`,
  indicator: 'Indicator',
  rule: 'Rule',
  noRule: 'No rule',
  disclosure: ({ rounding, suppression, minimum }) => {
    if (rounding)
      return `Rounded to multiples of ${rounding.base}${rounding.threshold === undefined ? '' : `; confidential below ${rounding.threshold}`}.`;
    if (suppression) {
      const { minimum: least, protection = least, dominance } = suppression;
      const large = dominance ? `, and figures of which one contribution is more than ${dominance.percent}%` : '';
      return `Counts from 1 to ${least - 1}${large} are confidential, with as many other figures as it takes that nobody can compute them to within ${protection}.`;
    }
    return minimum ? `Confidential where indicator ${minimum.of} counts fewer than ${minimum.atLeast}.` : 'No rule';
  },
  rules: 'Rules',
  ruleOutcomes: { passed: 'Passed', warned: 'Warning', refused: 'Refused' },
  ruleMeans: (rule) => ruleMeaning(rule, 'en'),
  noRules: 'Held against no rule.',
  findings: 'Findings',
  noFindings: 'No findings.',
  severity: 'Kind',
  severities: { error: 'Error', warning: 'Warning' },
  where: 'Where',
  line: 'line',
  row: 'row',
  what: 'What',
  kept: 'This message may quote a figure about persons, so it is not here. Who keeps the data sees it with the command check.',
  remedy: 'What to do',
  counts: (errors, warnings) =>
    [
      ...(errors > 0 ? [plural(errors, 'error', 'errors')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning', 'warnings')] : []),
    ].join(', ') || 'None',
  unknown: 'Not known',
  notReached: 'Rules that were not reached after a refusal are left out.',
};
