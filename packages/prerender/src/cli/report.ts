import type { FilledFile } from './fill-files.js';
import { policyOf } from './policy.js';
import { remedyFor } from './remedies.js';

/** Where what is said goes: results to the one, what is wrong to the other. */
export interface Output {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

const needed = 'It needs a table and this endpoint, its own or that of a <data-context> around it, to be filled';
const elsewhere = 'Put it into a cell (<td>) of the table that it is written in, or out of the drawing';

/** Tells what was filled, and file, line, element and remedy where there are no figures. Whether all have them. */
export function reportFiles(files: readonly FilledFile[], endpoint: string, { say, complain }: Output): boolean {
  let isWhole = true;
  for (const { file, source, elements, left } of files) {
    say(`${file}: ${elements.length} filled`);
    for (const { tag, line, isMisplaced } of left)
      complain(`${source}:${line}: <${tag}> is left alone\n  → ${isMisplaced ? elsewhere : needed}`);
    for (const { tag, line, state } of elements) {
      const remedy = remedyFor(state, endpoint);
      if (remedy === null) continue;
      complain(`${source}:${line}: <${tag}> is ${state}\n  → ${remedy}`);
      isWhole = false;
    }
  }
  return isWhole;
}

/** The header that suits all these pages, as a server sends it. */
export function policyHeader(files: readonly FilledFile[], endpoint: string): string {
  const hashes = files.flatMap(({ styleHashes }) => styleHashes).toSorted();
  return `Content-Security-Policy: ${policyOf(hashes, [new URL(endpoint).origin])}`;
}
