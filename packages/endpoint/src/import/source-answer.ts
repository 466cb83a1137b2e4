import * as v from 'valibot';
import { ImportError } from './import-error.js';

/** More than any page of figures; an answer without end would fill the memory. */
const mostBytes = 256 * 1024 * 1024;

export interface Question<Schema> {
  readonly url: URL;
  /** What should come, and how it is called in messages. */
  readonly schema: Schema;
  readonly what: string;
  /** Asked by POST, as JSON. */
  readonly body?: object;
}

/** Tells `alive` of every part that comes. @throws ImportError for an answer that is too long. */
export async function readText(response: Response, what: string, alive: () => void): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  const body: ReadableStream<Uint8Array> | null = response.body;
  if (body) {
    for await (const chunk of body) {
      alive();
      bytes += chunk.byteLength;
      if (bytes > mostBytes)
        throw new ImportError(`${what}: the answer is too long`, 'Ask for less: --region, --period or --indicator');
      text += decoder.decode(chunk, { stream: true });
    }
  }
  return text + decoder.decode();
}

/** @throws ImportError for an answer that is no JSON, or not of the form that was asked for. */
export function readAnswer<Schema extends v.GenericSchema>(
  { schema, what }: Question<Schema>,
  text: string,
): v.InferOutput<Schema> {
  if (text.trimStart().startsWith('<')) {
    throw new ImportError(
      `${what}: a web page came instead of data`,
      'Check the address; a proxy or a page to sign in may stand in between',
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ImportError(`${what}: the answer is not whole JSON`, 'Try again; when it stays, tell the source');
  }
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ImportError(
    `${what}: not in the form that is expected (${v.getDotPath(issue) ?? 'answer'}: ${issue.message})`,
    'Check the address: is this the kind of source that was named?',
  );
}

/** @throws ImportError when the text is not an http address, or carries a name and password. */
export function readAddress(text: string, option: string): URL {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
    url.search = url.hash = '';
    url.pathname = url.pathname.replace(/\/+$/, '');
    return url;
  }
  throw new ImportError(`${option} is not an address of the web`, 'Write it as https://example.org/path');
}
