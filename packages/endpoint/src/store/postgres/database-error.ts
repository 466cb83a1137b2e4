import { DatabaseError } from 'pg';
import { StoreError, StoreReadOnlyError, StoreUnavailableError } from '../store-errors.js';

/**
 * What went wrong, in words that name no host, account or password: the driver's own messages may. Codes are SQLSTATEs,
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  if (error instanceof DatabaseError) {
    // PgBouncer, which has one code for all that it refuses.
    if (error.message.includes('startup parameter'))
      return new StoreUnavailableError(
        'The pooler before the database refuses limits of time: add statement_timeout and idle_in_transaction_session_timeout to its ignore_startup_parameters',
      );
    return fromState(error.code ?? '');
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ERR_INVALID_URL') return new StoreError('The connection string of the store cannot be read');
  if (error instanceof Error && 'syscall' in error && error.syscall === 'open')
    return new StoreError(`A file that the connection string names, such as sslrootcert, cannot be read (${code})`);
  // The driver has no code for it.
  if (error instanceof Error && error.message.includes('does not support SSL'))
    return new StoreUnavailableError('The database does not encrypt, which sslmode in the connection string asks for');
  if (/CERT|SIGNATURE/.test(code))
    return new StoreUnavailableError(`The certificate of the database is not believed (${code}): see sslrootcert`);
  return new StoreUnavailableError(`The database cannot be reached${/^E[A-Z]+$/.test(code) ? ` (${code})` : ''}`);
}

function fromState(state: string): StoreError {
  if (state === '25006' || state === '42501') return new StoreReadOnlyError();
  if (state === '53100') return new StoreError('The disk of the database is full');
  if (state === '57014') return new StoreUnavailableError('The database took too long to answer');
  if (/^(08|53|57P)/.test(state)) return new StoreUnavailableError(`The database cannot be reached (${state})`);
  // A standby that has to follow its primary breaks off who reads what has gone; others do so where two write at once.
  if (state.startsWith('40'))
    return new StoreUnavailableError(`The database broke off what was asked (${state}); asked again it may answer`);
  if (state.startsWith('28')) return new StoreError('The database does not let this account in');
  if (state === '3D000') return new StoreError('There is no database of the name in the connection string');
  return new StoreError(`The database could not do what was asked (${state})`);
}

/** Whether the schema or a table of it is not there. */
export function isAbsent(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '3F000' || error.code === '42P01');
}
