/** Reads a PX file as the format of 2013 describes it: https://www.pxtools.net/px-file-format/px-2013 */

export interface PxFile {
  /** Values by keyword with its subkeys: `VALUES("Regio's")`; a keyword may come more than once. */
  readonly keywords: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Figures as text, symbols between quotes without them. */
  readonly data: readonly string[];
  readonly lines: readonly string[];
}

export function readPx(bytes: Buffer): PxFile {
  const text = bytes.toString('utf8');
  const keywords = new Map<string, string[][]>();
  let data: readonly string[] = [];
  for (const statement of statementsOf(text)) {
    const [, key = '', value = ''] = /^([A-Z0-9-]+(?:\([^]*?\))?)=([^]*)$/.exec(statement) ?? [];
    if (key === '') throw new Error(`Cannot read ${statement}`);
    if (key === 'DATA') data = value.trim().split(/\s+/).map(unquote);
    else keywords.set(key, [...(keywords.get(key) ?? []), valuesOf(value)]);
  }
  return { keywords, data, lines: text.split('\r\n') };
}

/** Statements end with a semicolon outside quotes. */
function statementsOf(text: string): readonly string[] {
  const statements: string[] = [];
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') quoted = !quoted;
    if (text[index] !== ';' || quoted) continue;
    statements.push(text.slice(start, index).trim());
    start = index + 1;
  }
  if (quoted || text.slice(start).trim() !== '') throw new Error('The file does not end with a whole statement');
  return statements;
}

/** Values between commas; texts on lines of their own are one text. */
function valuesOf(text: string): string[] {
  if (!text.includes('"')) return [text.trim()];
  const values: string[] = [];
  const list = /\s*(?:(TLIST\([A-Z]\d\))|((?:"[^"]*"\s*)+)),?/gy;
  for (let match = list.exec(text); match && match[0] !== ''; match = list.exec(text)) {
    values.push(match[1] ?? [...(match[2] ?? '').matchAll(/"([^"]*)"/g)].map(([, part]) => part).join(''));
  }
  return values;
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

/** The only values of a keyword. */
export function only({ keywords }: PxFile, key: string): readonly string[] {
  const [values, ...others] = keywords.get(key) ?? [];
  if (!values || others.length > 0) throw new Error(`Expected ${key} once`);
  return values;
}
