import { memberOf } from './member-of.js';

/** Whether an answer says of itself that anybody may see it. One that does not say so is not taken to be public. */
export function isFreeToAll(answer: unknown): boolean {
  return memberOf(answer, 'extension', 'peilglas', 'audience') === 'public';
}
