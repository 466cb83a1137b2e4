import { AsyncLocalStorage } from 'node:async_hooks';
import type { Asker } from './asker.js';

/** For whom the endpoint asks itself. Never told by a request: nobody else can pass for one of these. */
const askers = new AsyncLocalStorage<Asker>();

/** Asks on behalf of someone who was judged and counted already: questions within the work are neither again. */
export function askFor<T>(asker: Asker, work: () => T): T {
  return askers.run(asker, work);
}

/** For whom the endpoint asks itself now; null for a request from outside. */
export function askedFor(): Asker | null {
  return askers.getStore() ?? null;
}
