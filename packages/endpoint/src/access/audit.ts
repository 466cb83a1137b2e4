/** The audit log: who was answered what about which table that is not public. Never values, tokens, names or codes. */
import pino from 'pino';
import type { Subject } from './caller.js';
import type { FaultReason } from './token-fault.js';

export type AuditReason =
  | FaultReason
  | 'keys-unavailable'
  | 'provider-unavailable'
  | 'too-many-proofs'
  | 'too-many-calls'
  | 'too-many-refused'
  | 'right'
  | 'no-token'
  | 'no-such-table'
  | 'not-theirs'
  | 'listing';

/** One decision. */
export interface AuditEntry {
  readonly requestId: string;
  /** Null without a token that was believed. */
  readonly subject: Subject | null;
  /** Pattern of the address, such as `/api/v2/tables/:id/data`. */
  readonly route: string;
  readonly method: string;
  /** Null when no table was reached, or there is none of that name. */
  readonly table: string | null;
  readonly version: number | null;
  /** Cells of the selection; null when no figures were asked for. */
  readonly cells: number | null;
  readonly allowed: boolean;
  readonly reason: AuditReason;
  /** Status of the answer. */
  readonly status: number;
}

export interface AuditLog {
  write(entry: AuditEntry): void;
  close(): void;
}

/** No audit: for an endpoint on which nothing but public tables is configured. */
export const noAudit: AuditLog = { write: () => undefined, close: () => undefined };

/**
 * One JSON object per line, written at once so that a crash loses none.
 * @param path A file, to which is added; or `stdout`.
 * @param onError Told when a line could not be written.
 */
export function openAuditLog(path: string, onError: (error: Error) => void): AuditLog {
  const stream = pino.destination({ dest: path === 'stdout' ? 1 : path, sync: true, mkdir: true, mode: 0o640 });
  stream.on('error', onError);
  const log = pino({ base: { log: 'audit' }, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    write({ subject, ...entry }) {
      log.info({ ...entry, subject: subject?.pseudonym ?? null, issuer: subject?.issuer ?? null });
    },
    close() {
      if (path !== 'stdout') stream.end();
    },
  };
}
