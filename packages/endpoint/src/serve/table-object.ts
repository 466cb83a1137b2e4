import { parsePeriod, type PeriodKind } from '@peilglas/model';
import { dimensionWithRole, inLanguage, type Language, type Table } from '../table.js';
import { outerPeriods } from './outer-periods.js';

/** A link as PxWebApi 2 gives it. Addresses are relative to the host: which host that is, only the asker knows for sure. */
export function link(
  rel: string,
  language: Language,
  path: string,
  query: Readonly<Record<string, string>> = {},
): object {
  return { rel, hreflang: language, href: `${path}?${new URLSearchParams({ lang: language, ...query }).toString()}` };
}

const timeUnits: Partial<Record<PeriodKind, string>> = {
  year: 'Annual',
  'school-year': 'Annual',
  quarter: 'Quarterly',
  month: 'Monthly',
  week: 'Weekly',
};

/** A table as it stands in a list. */
export function tableObject(table: Table, language: Language, root: string): object {
  const text = (each: { nl: string; en?: string }): string => inLanguage(each, language);
  const periods = dimensionWithRole(table, 'time')?.codes ?? [];
  const { first, last } = outerPeriods(table);
  const kinds = new Set(periods.map(({ code }) => parsePeriod(code)?.kind));
  const [kind] = kinds;
  const path = `${root}/tables/${table.id}`;
  return {
    id: table.id,
    label: text(table.title),
    description: text(table.description),
    updated: table.updated,
    firstPeriod: first,
    lastPeriod: last,
    category: table.audience === 'public' ? 'public' : 'private',
    variableNames: table.dimensions.map(({ label }) => text(label)),
    discontinued: table.discontinued ?? false,
    source: text(table.source),
    subjectCode: table.theme.code,
    timeUnit: (kinds.size === 1 && kind && timeUnits[kind]) || 'Other',
    paths: [[{ id: table.theme.code, label: text(table.theme.label) }]],
    links: [
      link('self', language, path),
      link('metadata', language, `${path}/metadata`),
      link('data', language, `${path}/data`, { outputFormat: 'json-stat2' }),
    ],
  };
}

/** Whether every word of the question occurs in what the table says about itself. */
export function answersQuery(table: Table, question: string): boolean {
  const texts = [
    table.title,
    table.description,
    table.theme.label,
    table.source,
    ...table.dimensions.map(({ label }) => label),
    ...table.indicators.flatMap(({ label, definition }) => [label, definition]),
  ];
  const all = [table.id, table.theme.code, ...texts.flatMap(({ nl, en }) => [nl, en ?? ''])].join('\n').toLowerCase();
  return question
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
