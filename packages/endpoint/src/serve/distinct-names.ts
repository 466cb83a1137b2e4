/** Names that tell what they name apart: a text that more than one has gets its code behind it. */
export function distinctNames(
  items: readonly { readonly code: string; readonly text: string }[],
  join = (text: string, code: string): string => `${text} (${code})`,
): readonly string[] {
  const times = new Map<string, number>();
  for (const { text } of items) times.set(text, (times.get(text) ?? 0) + 1);
  return items.map(({ code, text }) => (times.get(text) === 1 ? text : join(text, code)));
}
