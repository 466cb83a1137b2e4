import type { FastifyRequest } from 'fastify';
import type { AuditReason } from '../access/audit.js';
import { anyone, type Caller } from '../access/caller.js';
import type { Scheme } from '../access/token-fault.js';

/** A decision about what may be seen, for the audit log. */
export interface Decided {
  /** Null when there is no such table. */
  readonly table: string | null;
  readonly version: number | null;
  readonly allowed: boolean;
  readonly reason: AuditReason;
}

/** What is known about access of one request, from its first hook to its last. */
export interface Asker {
  caller: Caller;
  scheme: Scheme;
  /** Whether there is a token in the request, good or bad. */
  hasToken: boolean;
  /** Whether the answer is for this asker only; null while no table was opened. */
  isPrivate: boolean | null;
  /** Cells of the selection; null when no figures were asked for. */
  cells: number | null;
  /** By table and version, so that each is told once. */
  readonly decided: Map<string, Decided>;
}

const askers = new WeakMap<FastifyRequest, Asker>();

export function askerOf(request: FastifyRequest): Asker {
  const known = askers.get(request);
  if (known) return known;
  const asker: Asker = {
    caller: anyone,
    scheme: 'Bearer',
    hasToken: false,
    isPrivate: null,
    cells: null,
    decided: new Map(),
  };
  askers.set(request, asker);
  return asker;
}

/** Whether no cache may keep the answer, since it is, or may be, for this asker only. */
export function isForAsker(request: FastifyRequest): boolean {
  const { isPrivate, hasToken } = askerOf(request);
  return isPrivate ?? hasToken;
}

/** Remembers a decision for the audit log; what was refused once is not allowed any more. */
export function noteDecision(request: FastifyRequest, decision: Decided): void {
  const { decided } = askerOf(request);
  const name = `${decision.table ?? ''}@${decision.version ?? ''}`;
  if (decided.get(name)?.allowed !== false) decided.set(name, decision);
}

/** Remembers the size of the selection for the audit log. */
export function noteCells(request: FastifyRequest, cells: number): void {
  askerOf(request).cells = cells;
}
