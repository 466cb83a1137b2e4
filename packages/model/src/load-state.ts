import type { DataError } from './data-error.js';

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

/** The state an error leads to when there is no earlier figure to keep: for some causes it is called as they are. */
export function loadStateOf({ code }: DataError): LoadState {
  if (code === 'selection') return 'empty';
  return loadStates.find((state) => state === code) ?? 'failed';
}
