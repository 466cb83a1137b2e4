import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';

/** A named rule over one table's data. Finds nothing when the table keeps it. */
export interface Check {
  readonly rule: string;
  run(data: Data): Promise<readonly Finding[]>;
}

/** Rows of a report that one check fills at most; the rest is counted. */
const most = 10;

interface DataFault {
  readonly line: unknown;
  readonly field: string;
  readonly message: string;
}

/** Findings about lines of the data file, the first ten in full. */
export function dataFindings(
  data: Data,
  rule: string,
  severity: Finding['severity'],
  faults: readonly DataFault[],
  remedy: string,
): readonly Finding[] {
  const shown = faults.slice(0, most).map(({ line, field, message }): Finding => {
    return { rule, severity, location: { file: data.file, line: Number(line), field }, message, remedy };
  });
  if (faults.length <= most) return shown;
  const message = `And ${faults.length - most} more of this kind`;
  return [...shown, { rule, severity, location: { file: data.file }, message, remedy }];
}
