import type * as v from 'valibot';
import type { Finding } from './finding.js';
import type { Path, YamlFile } from './yaml-file.js';

type Issue = v.BaseIssue<unknown>;

/** What is wrong with the fields of a file by themselves: missing, unknown, or of another kind. */
export function shapeFindings(source: YamlFile, issues: readonly Issue[]): readonly Finding[] {
  const placed = issues.flatMap(innermost);
  return placed.map(({ path, issue }) => shapeFinding(source, path, issue, placed));
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

function shapeFinding({ file, lineOf }: YamlFile, path: Path, issue: Issue, all: readonly Placed[]): Finding {
  if (path.length === 0 && issue.received === 'null') {
    const remedy = 'Write its fields in it, or take the file away';
    return { rule: 'required-metadata', severity: 'error', location: { file }, message: 'The file is empty', remedy };
  }
  const location = { file, line: lineOf(path), field: path.join('.') };
  if (issue.expected === 'never') {
    const meant = meantBy(path, all);
    const remedy = `Remove the field, or correct its name${meant === undefined ? '' : ` to ${meant}`}`;
    return { rule: 'manifest-shape', severity: 'error', location, message: 'Unknown field', remedy };
  }
  // An empty field is how `import` leaves what only a person knows.
  if (issue.received === 'undefined' || issue.received === 'null') {
    const message = issue.received === 'null' ? 'Is not filled in' : 'Is missing';
    return { rule: 'required-metadata', severity: 'error', location, message, remedy: remedyFor(path) };
  }
  const remedy = 'Correct the value of this field';
  return { rule: 'manifest-shape', severity: 'error', location, message: wordsOf(issue), remedy };
}

/** The field that is missing beside an unknown one and is nearly called the same. */
function meantBy(path: Path, all: readonly Placed[]): string | undefined {
  const [beside, name] = [path.slice(0, -1).join('.'), String(path.at(-1))];
  const missing = all.filter(({ issue }) => issue.received === 'undefined' && issue.expected !== 'never');
  return missing
    .filter(({ path: other }) => other.slice(0, -1).join('.') === beside)
    .map(({ path: other }) => String(other.at(-1)))
    .find((other) => lettersApart(name.toLowerCase(), other.toLowerCase()) <= 2);
}

/** Letters that only one of two words has: none when they are in another order, two when one was taken for another. */
function lettersApart(one: string, other: string): number {
  const rest = Array.from(other);
  const extra = Array.from(one).filter((letter) => {
    const place = rest.indexOf(letter);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
  return extra.length + rest.length;
}

const kinds: Readonly<Record<string, string>> = {
  boolean: 'Expected true or false',
  Array: 'Expected a list, as [ … ]',
  Object: 'Expected fields, as { …: … }',
  number: 'Expected a number',
  string: 'Expected text; put it between quotes',
};

/** What a field should be, where the schema has no words of its own for it. */
function wordsOf({ type, expected, received, message }: Issue): string {
  if (!message.startsWith('Invalid ')) return message;
  if (type === 'picklist')
    return `Expected one of ${expected?.replace(/[()"]/g, '').replaceAll(' |', ',')}, not ${received}`;
  const words = type === 'integer' ? 'Expected a whole number' : kinds[expected ?? ''];
  return words === undefined ? message : `${words}, not ${received}`;
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
