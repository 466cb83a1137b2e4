/** Where something is wrong, for a person with the file open. */
export interface Location {
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Of Parquet or of the answer to a query, which have no lines; counted from 1. */
  readonly row?: number;
  /** Field of the manifest or column of the data. */
  readonly field?: string;
}

/** One row of a report. An error refuses the table; a warning does not. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly location: Location;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

export function refuses(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
