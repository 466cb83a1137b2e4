import { UnreadableVersionError } from './store-errors.js';
import type { Inventory, PublishedVersion } from './store.js';

/** The version that is being read, or why it cannot be; other failures stay failures. */
export async function orUnreadable<T>(reading: Promise<T>): Promise<T | UnreadableVersionError> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableVersionError) return error;
    throw error;
  }
}

export function toInventory(found: readonly (PublishedVersion | UnreadableVersionError | null)[]): Inventory {
  const unreadable = found.filter((each) => each instanceof UnreadableVersionError);
  return {
    tables: found.flatMap((each) => (each && !(each instanceof UnreadableVersionError) ? [each] : [])),
    unreadable,
  };
}

/** @throws UnreadableVersionError when one cannot be read. */
export function allReadable(
  history: readonly (PublishedVersion | UnreadableVersionError)[],
): readonly PublishedVersion[] {
  return history.map((each) => {
    if (each instanceof UnreadableVersionError) throw each;
    return each;
  });
}
