import { existsSync, readFileSync, statSync } from 'node:fs';

/** Where Stryker keeps the results of a room. */
const keptFile = (room) => `.peilglas/mutation/${room}-incremental.json`;

/** When a room was measured last; null when it never was. */
export function measuredOn(room) {
  return existsSync(keptFile(room)) ? statSync(keptFile(room)).mtime : null;
}

/**
 * Each mutation of a room that could be tried: its file and location (lines and columns from 1), what was put in place,
 * and whether it survived.
 */
export function keptResults(room) {
  if (!existsSync(keptFile(room))) return [];
  const { files } = JSON.parse(readFileSync(keptFile(room), 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status))
      .map(({ location, mutatorName, replacement, status }) => {
        return { file, location, mutatorName, replacement, survived: status === 'Survived' || status === 'NoCoverage' };
      }),
  );
}
