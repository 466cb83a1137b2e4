/** The codes of two lists in one order, and where each list's codes stand in it. */
export interface UnionOfCodes {
  readonly codes: readonly string[];
  readonly fromBefore: Int32Array;
  readonly fromAfter: Int32Array;
  /** Whether both lists keep their order in it, so that what is sorted by position stays sorted. */
  readonly ordered: boolean;
}

/** Keeps the order of both lists where they agree on it; else the order of `before`, and then what is new. */
export function unionOfCodes(before: readonly string[], after: readonly string[]): UnionOfCodes {
  const merged = mergeInOrder(before, after);
  const codes = merged ?? [...new Set([...before, ...after])];
  const place = new Map(codes.map((code, index) => [code, index]));
  const places = (list: readonly string[]): Int32Array => Int32Array.from(list, (code) => place.get(code) ?? 0);
  return { codes, fromBefore: places(before), fromAfter: places(after), ordered: merged !== null };
}

/** Null when codes that both have stand in another order. */
function mergeInOrder(before: readonly string[], after: readonly string[]): readonly string[] | null {
  const old = new Set(before);
  const merged: string[] = [];
  let next = 0;
  for (const code of after) {
    if (old.has(code)) {
      const place = before.indexOf(code, next);
      if (place < 0) return null;
      merged.push(...before.slice(next, place));
      next = place + 1;
    }
    merged.push(code);
  }
  return [...merged, ...before.slice(next)];
}
