/** How keywords are written in a PX file: https://www.pxtools.net/px-file-format/px-2013 */

import { distinctNames } from './distinct-names.js';

const lineLength = 256;

/** PX has no way to escape a quotation mark, so it becomes an apostrophe; `#` is how it writes a new line. */
function clean(text: string): string {
  return text.replaceAll('"', "'").replace(/\r?\n/g, '#');
}

/** A name or code: one line of at most 256 characters. */
export function pxName(text: string): string {
  return clean(text).slice(0, lineLength);
}

/** Names that PX refers to things by, so each is made unlike the others with its code. */
export function pxNames(items: readonly { readonly code: string; readonly text: string }[]): readonly string[] {
  return distinctNames(
    items.map(({ code, text }) => ({ code: pxName(code), text: pxName(text) })),
    (name, code) => `${name.slice(0, lineLength / 2)} (${code})`,
  );
}

type Value = string | number | boolean | readonly string[];

/** One keyword with its value: text in quotes, numbers and YES or NO without. */
export function keyword(name: string, value: Value, subkeys: readonly string[] = []): string {
  const key = subkeys.length > 0 ? `${name}(${subkeys.map(quoted).join(',')})` : name;
  if (typeof value === 'number') return `${key}=${value};`;
  if (typeof value === 'boolean') return `${key}=${value ? 'YES' : 'NO'};`;
  return typeof value === 'string' ? `${key}=${longText(key, value)};` : `${key}=${pxList(key, value)};`;
}

function quoted(text: string): string {
  return `"${pxName(text)}"`;
}

/** A text that does not fit on the line of its keyword is cut into quoted lines. */
function longText(key: string, text: string): string {
  const whole = clean(text);
  if (key.length + whole.length + 4 <= lineLength) return `"${whole}"`;
  const pieces = whole.match(new RegExp(`[^]{1,${lineLength - 3}}`, 'gu')) ?? [];
  return ['', ...pieces.map((piece) => `"${piece}"`)].join('\r\n');
}

/** A list is broken after a comma, never within a value. */
export function pxList(before: string, values: readonly string[]): string {
  let length = before.length + 1;
  const parts = values.map((value, index) => {
    const part = `${quoted(value)}${index < values.length - 1 ? ',' : ''}`;
    const breaks = index > 0 && length + part.length + 1 > lineLength;
    length = (breaks ? 0 : length) + part.length;
    return breaks ? `\r\n${part}` : part;
  });
  return parts.join('');
}
