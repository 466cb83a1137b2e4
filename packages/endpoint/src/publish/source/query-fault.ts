import { DatabaseError } from 'pg';

export interface QueryFault {
  /** Field of the manifest under `data`. */
  readonly field: 'query' | 'connection';
  readonly message: string;
  readonly remedy: string;
}

const unreachable = 'Check the connection string, and that the server lets this machine in';

/**
 * Why a query has no answer, in words that name no host, account or value: the driver's own messages may. Codes are
 * SQLSTATEs, https://www.postgresql.org/docs/current/errcodes-appendix.html
 * @param variable The environment variable with the connection string.
 */
export function queryFault(error: unknown, query: string, variable: string): QueryFault {
  if (error instanceof DatabaseError) return fromState(error, query, variable);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_INVALID_URL') {
    const remedy = 'Write it as postgres://account@server/database';
    return { field: 'connection', message: `${variable} holds no connection string`, remedy };
  }
  const message = `The database of ${variable} cannot be reached${/^E[A-Z]+$/.test(code) ? ` (${code})` : ''}`;
  return { field: 'connection', message, remedy: unreachable };
}

function fromState(error: DatabaseError, query: string, variable: string): QueryFault {
  const state = error.code ?? '';
  if (/^(08|28|3D|53|57P)/.test(state))
    return { field: 'connection', message: `The database of ${variable} refuses (${state})`, remedy: unreachable };
  if (state === '57014')
    return { field: 'query', message: 'The database took too long', remedy: 'Ask for less, or let it prepare a table' };
  if (state === '25006')
    return { field: 'query', message: 'The query would change the database', remedy: 'Give one SELECT' };
  const place = error.position === undefined ? '' : ` on line ${lineAt(query, Number(error.position))} of the query`;
  // Only class 42, about names and syntax, repeats nothing but the query itself; other messages repeat values.
  const reason = state.startsWith('42') ? error.message : 'The query cannot be answered';
  return { field: 'query', message: `${reason}${place} (${state})`, remedy: 'Correct the query' };
}

/** @param position Characters from the start, counted from 1. */
function lineAt(query: string, position: number): number {
  return query.slice(0, position - 1).split('\n').length;
}
