/** A member of parsed JSON, or undefined where there is none. */
export function memberOf(input: unknown, ...names: readonly (string | number)[]): unknown {
  return names.reduce<unknown>(
    (node, name) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, name)
        ? (Reflect.get(node, name) as unknown)
        : undefined,
    input,
  );
}

/** A text that is there and not empty, or null. */
export function textOf(input: unknown, ...names: readonly (string | number)[]): string | null {
  const member = memberOf(input, ...names);
  return typeof member === 'string' && member.trim() !== '' ? member : null;
}
