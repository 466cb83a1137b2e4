import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Finding } from './finding.js';

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  /** Fields with plain values; null when the file has nothing in it. */
  readonly value: object | null;
  /** Line of a field, or of the nearest field around it that exists. */
  readonly lineOf: (path: Path) => number;
}

/** Reads YAML and keeps the place of every field. Never throws for what is in the file. */
export async function readYamlFile(file: string): Promise<YamlFile | Finding> {
  const content = await readFile(file).catch(() => null);
  if (!content) return unreadable({ file }, 'The file cannot be read', 'Check the name and the permissions');
  // Other bytes would be published as �.
  if (!isUtf8(content)) {
    const remedy = 'Save the file in UTF-8';
    return unreadable({ file, line: lineOfOtherBytes(content) }, 'This line is not UTF-8', remedy);
  }
  const lines = new LineCounter();
  const document = parseDocument(content.toString('utf8'), {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [syntax] = document.errors;
  if (syntax) {
    const location = { file, line: lines.linePos(syntax.pos[0]).line };
    const [message, remedy] =
      syntax.code === 'MULTIPLE_DOCS'
        ? ['A second document begins here', 'Give it a file of its own, or take out the line ---']
        : [syntax.message, 'Correct the YAML at this line; put a text with a colon, # or quotes in it between quotes'];
    return unreadable(location, message, remedy);
  }
  const lineOf = (path: Path): number => lines.linePos(offsetOf(document, path)).line;
  const value = toJs(document);
  if (value === undefined)
    return unreadable({ file }, 'An alias (*) names nothing, or too much', 'Write in full what it stands for');
  if (typeof value === 'object' && !Array.isArray(value)) return { file, value, lineOf };
  const what = Array.isArray(value) ? 'a list' : 'a single value';
  return unreadable({ file, line: lineOf([]) }, `Holds ${what} instead of fields`, 'Write fields, each as name: value');
}

/** The first line that is not UTF-8, counted from 1. No letter of more bytes has that of a line's end in it. */
function lineOfOtherBytes(content: Buffer): number {
  let line = 1;
  for (let start = 0; start < content.length; line++) {
    const end = content.indexOf('\n', start);
    const next = end === -1 ? content.length : end + 1;
    if (!isUtf8(content.subarray(start, next))) return line;
    start = next;
  }
  return line;
}

function unreadable(location: Finding['location'], message: string, remedy: string): Finding {
  return { rule: 'manifest-readable', severity: 'error', location, message, remedy };
}

/** Undefined for what cannot become plain values. */
function toJs(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
