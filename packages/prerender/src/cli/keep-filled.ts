import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds in which writing a site is taken to be one change. */
const settling = 100;

export interface Watched {
  readonly from: string;
  readonly isFolder: boolean;
  /** Seconds for which figures are as good as new. */
  readonly fresh: number;
  readonly signal: AbortSignal;
}

/**
 * Fills at once, and again whenever a page or file of `from` changes and whenever the figures are old, until it is told to stop.
 * @throws what `fill` throws
 */
export async function keepFilled({ from, isFolder, fresh, signal }: Watched, fill: () => Promise<void>): Promise<void> {
  let woken = new AbortController();
  // Editors put another file in the place of a file: only its folder hears that.
  const watcher = watch(isFolder ? from : dirname(from), { recursive: isFolder }, (_event, name) => {
    if (isFolder || name === basename(from)) woken.abort();
  });
  try {
    while (!signal.aborted) {
      woken = new AbortController();
      await fill();
      await pause(fresh * 1000, AbortSignal.any([signal, woken.signal]));
      await pause(settling, signal);
    }
  } finally {
    watcher.close();
  }
}

/** Ends early, and well, by the signal. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
