/**
 * The encoding that a `<meta>` says its page is in, by its name in the Encoding Standard, in small letters; null when it says
 * none, or one that browsers do not know and pass over.
 */
export function declaredEncoding(meta: ReadonlyMap<string, string>): string | null {
  const label =
    meta.get('charset') ??
    (meta.get('http-equiv')?.toLowerCase() === 'content-type'
      ? /charset\s*=\s*["']?\s*([^\s"';]+)/i.exec(meta.get('content') ?? '')?.[1]
      : undefined);
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // What can be read as letters so far is not in the one that it names: browsers take it for UTF-8.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}
