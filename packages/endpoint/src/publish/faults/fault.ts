import type { Path } from '../yaml-file.js';

/** A fault between the fields of a manifest. */
export interface Fault {
  readonly path: Path;
  /** Default: error. */
  readonly severity?: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

/** Places of names that came before, whatever their case: on the wire case does not count. */
export function repeated(names: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}

export function twice(path: Path): Fault {
  return { path, message: 'Is given twice', remedy: 'Remove one, or give it another name; case does not count' };
}
