import { parseJsonStat } from '@peilglas/client/json-stat';
import type { Cube } from '@peilglas/model';
import { readTable } from './read-table.js';

// One file for all that reads plain JSON-stat: modules that two files share would end up in what every page loads.
export { sharedJsonStatSource } from '@peilglas/client/json-stat';

/**
 * A cube from what a page gives: parsed JSON-stat, a script element with it, or a table element. Text that is not JSON is
 * read as JSON-stat all the same, which says what is wrong with it.
 * @throws MalformedDatasetError with what was expected, and where
 */
export function readGiven(data: unknown): Cube {
  if (data instanceof HTMLTableElement) return parseJsonStat(readTable(data));
  return parseJsonStat(data instanceof HTMLScriptElement ? parseJson(data.textContent) : data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
