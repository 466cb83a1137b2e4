import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds in which writing a site is taken to be one change. */
const settling = 100;

/** Milliseconds after which is looked whether a folder that went away is back. */
const away = 500;

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
  const folder = isFolder ? from : dirname(from);
  let watcher: FSWatcher | null = null;
  let [watched, isThere] = ['', true];
  try {
    while (!signal.aborted) {
      woken = new AbortController();
      const found = identityOf(folder);
      // Who builds a site anew takes its folder away and makes another, of which the watcher of the first hears nothing.
      if (found !== watched) {
        watcher?.close();
        watcher = found === '' ? null : watch(folder, { recursive: isFolder });
        watcher?.on('change', (_event, name) => {
          if (isFolder || name === basename(from)) woken.abort();
        });
        watcher?.on('error', () => woken.abort());
        watched = found;
      }
      if (found !== '' || isThere) await fill();
      isThere = found !== '';
      await pause(isThere ? fresh * 1000 : away, AbortSignal.any([signal, woken.signal]));
      await pause(settling, signal);
    }
  } finally {
    watcher?.close();
  }
}

/** Tells a folder from another that took its place; empty when there is none. */
function identityOf(folder: string): string {
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.birthtimeNs}` : '';
}

/** Ends early, and well, by the signal. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
