import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Finding } from './finding.js';
import { manifestFaults, type Path } from './manifest-faults.js';
import { manifestSchema, type Manifest } from './manifest.js';

/** A manifest that was read and is complete in itself; the data has not been looked at. */
export interface ManifestFile {
  readonly file: string;
  readonly content: Uint8Array;
  readonly manifest: Manifest;
  /** Line of a field, or of the nearest field around it that exists. */
  readonly lineOf: (path: Path) => number;
}

export type ManifestReading = ManifestFile | { readonly findings: readonly Finding[] };

/** Reads and checks a manifest; findings name file, line, field and remedy. Never throws for what is in the file. */
export async function readManifest(file: string): Promise<ManifestReading> {
  const content = await readFile(file).catch(() => null);
  if (!content)
    return { findings: [unreadable(file, 'The file cannot be read', 'Check the name and the permissions')] };
  const lines = new LineCounter();
  const document = parseDocument(content.toString('utf8'), { lineCounter: lines, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax)
    return {
      findings: [
        {
          ...unreadable(file, syntax.message, 'Correct the YAML at this line'),
          location: { file, line: lines.linePos(syntax.pos[0]).line },
        },
      ],
    };
  const lineOf = (path: Path): number => lines.linePos(offsetOf(document, path)).line;
  const parsed = v.safeParse(manifestSchema, toJs(document));
  if (!parsed.success) return { findings: parsed.issues.map((issue) => shapeFinding(file, issue, lineOf)) };
  const findings = manifestFaults(parsed.output).map(({ path, message, remedy }): Finding => {
    return {
      rule: 'manifest-references',
      severity: 'error',
      location: { file, line: lineOf(path), field: path.join('.') },
      message,
      remedy,
    };
  });
  return findings.length > 0 ? { findings } : { file, content, manifest: parsed.output, lineOf };
}

/** Undefined for what cannot become plain values, such as an alias that expands without end. */
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

function shapeFinding(file: string, issue: v.BaseIssue<unknown>, lineOf: (path: Path) => number): Finding {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  // An empty field is how `import` leaves what only a person knows.
  const missing = issue.received === 'undefined' || issue.received === 'null';
  const unknown = issue.expected === 'never';
  const location = { file, line: lineOf(path), field: path.join('.') || 'manifest' };
  if (unknown) {
    const remedy = 'Remove the field, or correct its name';
    return { rule: 'manifest-shape', severity: 'error', location, message: 'Unknown field', remedy };
  }
  const rule = missing ? 'required-metadata' : 'manifest-shape';
  const message = issue.received === 'null' ? 'Is not filled in' : missing ? 'Is missing' : issue.message;
  return {
    rule,
    severity: 'error',
    location,
    message,
    remedy: missing ? remedyFor(path) : 'Correct the value of this field',
  };
}

const remedies: Readonly<Record<string, string>> = {
  definition: 'Say in plain words what the indicator counts, at least in Dutch: definition: { nl: … }',
  unit: 'Give the unit of the figures: unit: { nl: … }',
  source: 'Name where the figures come from: source: { nl: … }',
  validation: 'Say who checked the figures and when: validation: { by: …, on: 2026-01-31 }',
  nl: 'Give the Dutch text; English is optional',
  by: 'Say who checked these figures',
  on: 'Give the day of this check, as 2026-01-31',
  owner: 'Say who answers for the figures: owner: { nl: … }',
  retention: 'Say how long each version is kept',
  personal: 'Say what the data holds about persons: none, aggregated or special-category',
};

function remedyFor(path: Path): string {
  const field = [...path].reverse().find((part) => typeof part === 'string');
  return (field !== undefined && remedies[field]) || 'Fill in this field';
}

function unreadable(file: string, message: string, remedy: string): Finding {
  return { rule: 'manifest-readable', severity: 'error', location: { file }, message, remedy };
}
