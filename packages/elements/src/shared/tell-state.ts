import type { LoadState } from '@peilglas/model';

/**
 * Makes `:state(ready)` and its like match, for style sheets of the page. In browsers of before the summer of 2024 it never does:
 * they have no custom states, or only such as begin with two dashes.
 */
export function tellState({ states }: ElementInternals, state: LoadState, before: LoadState | null): void {
  try {
    if (before !== null) states.delete(before);
    states.add(state);
  } catch {
    // The event `peil-state` tells it too.
  }
}
