import type * as v from 'valibot';
import type { Finding } from './finding.js';
import type { Path, YamlFile } from './yaml-file.js';

type Issue = v.BaseIssue<unknown>;

/** What is wrong with the fields of a file by themselves: missing, unknown, or of another kind. */
export function shapeFindings(source: YamlFile, issues: readonly Issue[]): readonly Finding[] {
  return issues.flatMap(innermost).map(({ path, issue }) => shapeFinding(source, path, issue));
}

interface Placed {
  readonly path: Path;
  readonly issue: Issue;
}

/** A field that may be a word or an object: what is wrong within the object says more than that it is neither. */
function innermost(issue: Issue): readonly Placed[] {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const within = issue.type === 'union' ? (issue.issues ?? []).filter((inner) => inner.path !== undefined) : [];
  if (within.length === 0) return [{ path, issue }];
  return within.flatMap(innermost).map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
}

function shapeFinding({ file, lineOf }: YamlFile, path: Path, issue: Issue): Finding {
  if (path.length === 0 && issue.received === 'null') {
    const remedy = 'Write its fields in it, or take the file away';
    return { rule: 'required-metadata', severity: 'error', location: { file }, message: 'The file is empty', remedy };
  }
  const location = { file, line: lineOf(path), field: path.join('.') };
  if (issue.expected === 'never') {
    const remedy = 'Remove the field, or correct its name';
    return { rule: 'manifest-shape', severity: 'error', location, message: 'Unknown field', remedy };
  }
  // An empty field is how `import` leaves what only a person knows.
  if (issue.received === 'undefined' || issue.received === 'null') {
    const message = issue.received === 'null' ? 'Is not filled in' : 'Is missing';
    return { rule: 'required-metadata', severity: 'error', location, message, remedy: remedyFor(path) };
  }
  const remedy = 'Correct the value of this field';
  return { rule: 'manifest-shape', severity: 'error', location, message: issue.message, remedy };
}

const remedies: Readonly<Record<string, string>> = {
  definition: 'Say in plain words what the indicator counts, at least in Dutch: definition: { nl: … }',
  unit: 'Give the unit of the figures: unit: { nl: … }',
  source: 'Name where the figures come from: source: { nl: … }',
  validation: 'Say who checked the figures and when: validation: { by: …, on: 2026-01-31 }',
  file: 'Name the file with the data, or give a query and a connection',
  connection: 'Name the environment variable that holds the connection string',
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
