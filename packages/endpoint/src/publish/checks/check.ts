import type { PreviousVersion } from '../previous-version.js';
import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';

/** A named rule over one table's data. Finds nothing when the table keeps it. */
export interface Check {
  readonly rule: string;
  /** @param previous The version that is served now, if there is one and the run knows the store. */
  run(data: Data, previous: PreviousVersion | null): Promise<readonly Finding[]>;
}

/** Rows of a report that one check fills at most; the rest is counted. */
const most = 10;

/** The first findings of one kind, which all have the same remedy, with a count of the rest. */
export function firstFindings(all: readonly Finding[]): readonly Finding[] {
  const [first] = all;
  if (!first || all.length <= most) return all;
  const { file } = first.location;
  return [...all.slice(0, most), { ...first, location: { file }, message: moreOfThisKind(all.length) }];
}

function moreOfThisKind(count: number): string {
  return `And ${count - most} more of this kind`;
}

/** How a check words what is wrong with a line of the data. */
interface Wording {
  readonly severity: Finding['severity'];
  /** Column of the data. */
  readonly field: string;
  readonly remedy: string;
}

interface DataFault {
  readonly line: unknown;
  readonly message: string;
}

/** Findings about lines of the data, the first ten in full. */
export function dataFindings(
  data: Data,
  rule: string,
  wording: Wording,
  faults: readonly DataFault[],
  count = faults.length,
): readonly Finding[] {
  const { severity, field, remedy } = wording;
  const shown = faults.slice(0, most).map(({ line, message }): Finding => {
    return { rule, severity, location: data.locate(Number(line), field), message, remedy };
  });
  if (count <= most) return shown;
  const { file } = data.locate(1, field);
  return [...shown, { rule, severity, location: { file }, message: moreOfThisKind(count), remedy }];
}

interface RowWording extends Wording {
  /** @param row The columns of the question after `line`. */
  readonly message: (row: readonly unknown[]) => string;
}

/**
 * Findings about the lines that a question selects; only the first ten leave the database.
 * @param select SQL with `line` as its first column.
 */
export async function rowFindings(
  data: Data,
  rule: string,
  select: string,
  wording: RowWording,
): Promise<readonly Finding[]> {
  const rows = await data.query(`SELECT count(*) OVER (), * FROM (${select}) AS found ORDER BY line LIMIT ${most}`);
  const faults = rows.map(([, line, ...row]) => ({ line, message: wording.message(row) }));
  return dataFindings(data, rule, wording, faults, Number(rows[0]?.[0] ?? 0));
}
