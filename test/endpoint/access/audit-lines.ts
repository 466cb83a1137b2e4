import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

export interface AuditLine {
  readonly log: string;
  readonly time: string;
  readonly requestId: string;
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly route: string;
  readonly method: string;
  readonly table: string | null;
  readonly version: number | null;
  readonly cells: number | null;
  readonly allowed: boolean;
  readonly reason: string;
  readonly status: number;
}

/** Lines of an audit log, oldest first. */
export async function auditLines(path: string): Promise<readonly AuditLine[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AuditLine);
}

/** The lines after the first `count`, of which at least one comes: it is written when the answer has gone. */
export async function linesAfter(path: string, count: number): Promise<readonly AuditLine[]> {
  for (;;) {
    const lines = await auditLines(path);
    if (lines.length > count) return lines.slice(count);
    await setTimeout(5);
  }
}
