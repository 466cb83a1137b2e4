import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Finding } from './finding.js';

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly file: string;
  readonly content: Uint8Array;
  /** Plain values; undefined for what cannot become any, such as an alias that expands without end. */
  readonly value: unknown;
  /** Line of a field, or of the nearest field around it that exists. */
  readonly lineOf: (path: Path) => number;
}

/** Reads YAML and keeps the place of every field. Never throws for what is in the file. */
export async function readYamlFile(file: string): Promise<YamlFile | Finding> {
  const content = await readFile(file).catch(() => null);
  if (!content) return unreadable({ file }, 'The file cannot be read', 'Check the name and the permissions');
  const lines = new LineCounter();
  const document = parseDocument(content.toString('utf8'), {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [syntax] = document.errors;
  if (syntax) {
    const location = { file, line: lines.linePos(syntax.pos[0]).line };
    return unreadable(location, syntax.message, 'Correct the YAML at this line');
  }
  const lineOf = (path: Path): number => lines.linePos(offsetOf(document, path)).line;
  return { file, content, value: toJs(document), lineOf };
}

function unreadable(location: Finding['location'], message: string, remedy: string): Finding {
  return { rule: 'manifest-readable', severity: 'error', location, message, remedy };
}

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
