import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { Finding, Location } from './finding.js';
import type { TableReport } from './publish-tables.js';
import { visible } from './report-text.js';

type Look = Parameters<typeof styleText>[0];

/** Where the report goes: in colour on a terminal, unless `NO_COLOR` is set. Without one it has no colour. */
export type ReportStream = NodeJS.WriteStream | undefined;

const looks = { published: 'green', unchanged: 'green', accepted: 'green', refused: 'red' } as const;

/** What happened to one table, with a row for each finding: where, what, and what to do. */
export function reportTable(report: TableReport, done: number, total: number, stream?: ReportStream): string {
  const name = paint('bold', visible(report.id ?? nearby(report.manifest)), stream);
  const rows = report.findings.map((finding) => reportFinding(finding, stream));
  const result = paint(looks[report.outcome], outcome(report), stream);
  return [`[${done}/${total}] ${name}: ${result} (${report.milliseconds} ms)`, ...rows].join('\n');
}

function paint(look: Look, text: string, stream: ReportStream): string {
  return stream ? styleText(look, text, { stream }) : text;
}

function outcome({ outcome: result, version, observationCount, findings }: TableReport): string {
  const count = `${observationCount ?? 0} observations`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  switch (result) {
    case 'published':
      return `published version ${version}, ${count}`;
    case 'unchanged':
      return `unchanged, version ${version} stays, ${count}`;
    case 'accepted':
      return `can be published, ${count}`;
    case 'refused':
      return `refused, ${errors} ${errors === 1 ? 'error' : 'errors'}; what was published before stays`;
  }
}

function reportFinding({ rule, severity, location, message, remedy }: Finding, stream: ReportStream): string {
  const mark = paint(severity === 'error' ? 'red' : 'yellow', severity, stream);
  const what = `${visible(message)} ${paint('dim', `[${rule}]`, stream)}`;
  return `  ${mark} ${visible(place(location))}\n    ${what}\n    → ${visible(remedy)}`;
}

function place({ file, line, row, field }: Location): string {
  const where = line === undefined ? '' : `:${line}`;
  return [nearby(file) + where, row === undefined ? '' : `row ${row}`, field].filter(Boolean).join(' ');
}

/** A path from here, or in full where that would lead up and away. */
export function nearby(file: string): string {
  const path = relative('', file);
  return path.startsWith('..') ? file : path;
}

/** One line over all tables. */
export function reportTotals(reports: readonly TableReport[]): string {
  const count = (result: TableReport['outcome']): number =>
    reports.filter(({ outcome: each }) => each === result).length;
  const counts = (['published', 'unchanged', 'accepted', 'refused'] as const).flatMap((result) => {
    return count(result) > 0 ? [`${count(result)} ${result}`] : [];
  });
  return `${reports.length} ${reports.length === 1 ? 'table' : 'tables'}: ${counts.join(', ') || 'nothing to do'}`;
}
