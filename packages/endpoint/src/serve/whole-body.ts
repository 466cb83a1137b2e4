/** Null when there is no body. An answer lies whole in memory before it is compressed, so this asks little more. */
export async function wholeBody(payload: unknown): Promise<Buffer | null> {
  if (payload === null || payload === undefined) return null;
  if (typeof payload === 'string') return Buffer.from(payload);
  if (Buffer.isBuffer(payload)) return payload;
  if (!isStream(payload)) throw new TypeError('An answer is a text, bytes or a stream');
  const parts: Buffer[] = [];
  for await (const part of payload) parts.push(Buffer.isBuffer(part) ? part : Buffer.from(String(part)));
  return Buffer.concat(parts);
}

/** The compression plugin makes streams that are not of Node's own class. */
function isStream(payload: unknown): payload is AsyncIterable<unknown> {
  return typeof payload === 'object' && payload !== null && Symbol.asyncIterator in payload;
}
