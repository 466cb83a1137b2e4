import { shorten } from '../selection/value-expression.js';
import { languages, type Language } from '../table.js';
import { badRequest } from './problem.js';

/**
 * The query part of an address as PxWebApi 2 uses it: plain parameters and `valueCodes[Dim]=a,b`. Names of parameters
 * are read in any case; names in brackets are kept as sent, in a Map, so that no name can reach a prototype.
 */
export interface Query {
  /** A plain parameter, or undefined. */
  readonly plain: ReadonlyMap<string, string>;
  /** Parameters in brackets: name → key → texts, one for each time it was given. */
  readonly keyed: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** A list for which the specification names no form: by that of OpenAPI it comes once for each of its values. */
const listed = 'outputformatparams';

/**
 * @param allowed Names in lower case; `name[]` for one in brackets.
 * @throws Problem 400 for a parameter that is not known here, or a plain one that is given twice and is no list.
 */
export function parseQuery(url: string, allowed: readonly string[]): Query {
  const plain = new Map<string, string>();
  const keyed = new Map<string, Map<string, string[]>>();
  const start = url.indexOf('?');
  for (const [full, value] of new URLSearchParams(start < 0 ? '' : url.slice(start + 1))) {
    const [, name = '', key] = /^([^[\]]*)(?:\[([^[\]]*)\])?$/.exec(full) ?? [];
    const lower = name.toLowerCase();
    if (!allowed.includes(key === undefined ? lower : `${lower}[]`))
      throw badRequest(`Unknown parameter ${shorten(full)}`);
    if (key !== undefined) {
      const texts = keyed.get(lower) ?? new Map<string, string[]>();
      keyed.set(lower, texts.set(key, [...(texts.get(key) ?? []), value]));
    } else {
      const before = plain.get(lower);
      if (before !== undefined && lower !== listed) throw badRequest(`Parameter ${lower} is given more than once`);
      plain.set(lower, before === undefined ? value : `${before},${value}`);
    }
  }
  return { plain, keyed };
}

/** Splits at commas, except those inside brackets: `GM0153,TOP(5,2)` is two. */
export function splitList(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^,()]|\([^()]*\)?|\))+/g)].map(([part]) => part.trim()).filter((part) => part !== '');
}

/** @throws Problem 400 when it is not a whole number from 1. */
export function positiveInteger(query: Query, name: string): number | undefined {
  const text = query.plain.get(name.toLowerCase());
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw badRequest(`Parameter ${name} must be a whole number from 1`);
  return Number(text);
}

/** @throws Problem 400 when it is neither true nor false. */
export function flag(query: Query, name: string): boolean {
  const text = query.plain.get(name.toLowerCase())?.toLowerCase() ?? 'false';
  if (text !== 'true' && text !== 'false') throw badRequest(`Parameter ${name} must be true or false`);
  return text === 'true';
}

/**
 * @param otherwise The language when none is asked for.
 * @throws Problem 400 for a language the endpoint does not speak.
 */
export function languageOf(query: Query, otherwise = 'nl'): Language {
  return readLanguage(query.plain.get('lang') ?? otherwise);
}

/** @throws Problem 400 for a language the endpoint does not speak. */
export function readLanguage(asked: string): Language {
  const language = languages.find((each) => each === asked.toLowerCase());
  if (!language) throw badRequest(`Unsupported language ${shorten(asked)}; use ${languages.join(' or ')}`);
  return language;
}

/** The language of an address of which nothing was checked yet: Dutch when it asks for none that the endpoint speaks. */
export function languageIn(url: string): Language {
  const [, query = ''] = url.split('?', 2);
  return languages.find((each) => each === new URLSearchParams(query).get('lang')?.toLowerCase()) ?? 'nl';
}
