import type { DataError, LoadState } from '@peilglas/model';

const states: Readonly<Record<string, LoadState>> = {
  'signed-out': 'signed-out',
  'no-access': 'no-access',
  'not-found': 'not-found',
};

/** The state an error leads to. By its code: pages without a yearbook need not carry a name for what this looks at. */
export function stateOf(error: DataError | null): LoadState {
  return (error && states[error.code]) ?? 'failed';
}
