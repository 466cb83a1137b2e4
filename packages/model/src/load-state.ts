import { NoAccessError, NotFoundError, SelectionError, SignInRequiredError, type DataError } from './data-error.js';

/** What an element is showing. One set for all elements, also as `:state(…)` in CSS. */
export const loadStates = [
  'idle',
  'loading',
  'ready',
  'empty',
  'suppressed',
  'signed-out',
  'no-access',
  'not-found',
  'stale',
  'failed',
] as const;

export type LoadState = (typeof loadStates)[number];

/** The state an error leads to when there is no earlier figure to keep. */
export function loadStateOf(error: DataError): LoadState {
  if (error instanceof SignInRequiredError) return 'signed-out';
  if (error instanceof NoAccessError) return 'no-access';
  if (error instanceof NotFoundError) return 'not-found';
  if (error instanceof SelectionError) return 'empty';
  return 'failed';
}
