/** Characters that turn the direction of the text around them: with one in a label, a sentence can show 12 as 21. */
import type { Manifest } from '../manifest.js';
import type { Path } from '../yaml-file.js';
import type { Fault } from './fault.js';

/** Embeddings, overrides and isolates (Unicode Standard Annex 9). Marks of direction, which turn nothing, may stay. */
const turning = /[\u202A-\u202E\u2066-\u2069]/u;

export function textFaults(manifest: Manifest): readonly Fault[] {
  return textsOf(manifest, []).flatMap(([path, text]): readonly Fault[] => {
    const [found] = turning.exec(text) ?? [];
    if (found === undefined) return [];
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase();
    const message = `Has a character that turns the direction of text (U+${code})`;
    return [{ path, message, remedy: 'Remove it: texts that run from right to left are shown so without it' }];
  });
}

function textsOf(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, [...path, isList ? Number(key) : key]));
}
