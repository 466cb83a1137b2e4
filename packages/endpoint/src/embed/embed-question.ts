import { badRequest, notFound } from '../serve/problem.js';
import { parseQuery } from '../serve/query.js';
import { shorten } from '../selection/value-expression.js';

export type ColorScheme = 'light' | 'dark' | 'auto';

/** An element with its attributes, and as what it is given. */
export interface EmbedQuestion {
  readonly element: string;
  /** Without `lang` and `endpoint`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** A part of a page, or a page of its own. */
  readonly as: 'fragment' | 'page';
  /** BCP 47 tag. */
  readonly lang: string;
  /** Name of a style sheet, for a page; null for the elements' own look. */
  readonly theme: string | null;
  readonly scheme: ColorScheme;
}

/** Attributes by tag, of the elements that can be given. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** Longest value of an attribute, in characters: a list of a hundred regions fits. */
const longest = 1000;
/** Longest language tag that has a meaning, more or less (RFC 5646, section 4.4.1). */
const language = /^(?=.{2,35}$)[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const schemes: ReadonlySet<string> = new Set(['light', 'dark', 'auto'] satisfies ColorScheme[]);
/** What is of the page and not of the element. */
const ofPage = ['theme', 'scheme'] as const;

/**
 * Reads an address below `/embed/`.
 * @param themes style sheets that a page may name
 * @throws Problem 404 for an element that is not known, 400 that names the parameter which is wrong
 */
export function readEmbedQuestion(
  element: string,
  url: string,
  known: Known,
  themes: readonly string[],
): EmbedQuestion {
  const attributes = known.get(element);
  if (!attributes)
    throw notFound(
      `There is no element ${shorten(element)} to embed; there are ${[...known.keys()].sort().join(', ')}`,
    );
  const { plain } = parseQuery(url, [...attributes, 'lang', 'as', ...ofPage]);
  if (plain.has('endpoint'))
    throw badRequest('Parameter endpoint cannot be given: figures come from this endpoint only');
  for (const [name, value] of plain)
    if (value.length > longest) throw badRequest(`Parameter ${name} has more than ${longest} characters`);
  if (attributes.has('table') && !plain.get('table')) throw badRequest('Parameter table is missing');
  const as = plain.get('as') ?? 'fragment';
  if (as !== 'fragment' && as !== 'page') throw badRequest('Parameter as must be fragment or page');
  const wrong = as === 'fragment' && ofPage.find((name) => plain.has(name));
  if (wrong) throw badRequest(`Parameter ${wrong} is for as=page: a fragment looks as the page around it`);
  const lang = plain.get('lang') ?? 'nl';
  if (!language.test(lang)) throw badRequest('Parameter lang must be a language tag, such as nl or en');
  const { theme, scheme } = { theme: themeOf(plain.get('theme'), themes), scheme: schemeOf(plain.get('scheme')) };
  return { element, attributes: new Map([...plain].filter(([name]) => attributes.has(name))), as, lang, theme, scheme };
}

function themeOf(theme: string | undefined, themes: readonly string[]): string | null {
  if (theme === undefined || themes.includes(theme)) return theme ?? null;
  const remedy = themes.length === 0 ? 'this endpoint has none' : `there are ${themes.join(', ')}`;
  throw badRequest(`There is no theme ${shorten(theme)}; ${remedy}`);
}

function schemeOf(scheme = 'auto'): ColorScheme {
  if (schemes.has(scheme)) return scheme as ColorScheme;
  throw badRequest('Parameter scheme must be light, dark or auto');
}
