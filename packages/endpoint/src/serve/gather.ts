import { Pace } from '../pace.js';

/** Texts that are put together before they become bytes: some tens of kilobytes. */
const portion = 1024;

/** Many texts as one, in UTF-8, made at a pace that others can live with. */
export async function gather(first: string, texts: Iterable<string>): Promise<Buffer> {
  const pace = new Pace();
  const parts: Buffer[] = [];
  let waiting = [first];
  for (const text of texts) {
    if (waiting.push(text) < portion) continue;
    parts.push(Buffer.from(waiting.join('')));
    waiting = [];
    await pace.pause();
  }
  parts.push(Buffer.from(waiting.join('')));
  return Buffer.concat(parts);
}
