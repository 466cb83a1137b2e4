import { wordsFor } from '@peilglas/text';
import type { DataContextValue } from '../shared/data-context-value.js';
import type { DataElement } from '../shared/data-element.js';
import { elementClasses } from '../shared/define-element.js';
import { instantiate } from '../shared/instantiate.js';
import { nearestLang } from '../shared/language-controller.js';
import { filterWithin, parseFilter, writeFilter } from '../shared/parse-attributes.js';
import { isSecret, publicAddress } from './public-address.js';
import type { Embedded } from './write-snippet.js';

/** A frame that has not been measured yet. */
const usualHeight = 400;

/** What elements are before anybody gives them anything, by class. */
const untouched = new WeakMap<typeof DataElement, DataElement>();

/**
 * An element as it would stand on another page: all it was given, as attributes or as properties, and all it takes from
 * the page. Only what its class has an attribute for goes along: what a host wrote there for itself, or what shows who
 * asks, stays.
 */
export function readEmbedded(element: DataElement, context: DataContextValue | null, base: string): Embedded {
  const asked = element.endpoint ?? context?.endpoint;
  const endpoint = asked ? publicAddress(asked) : null;
  const attributes = new Map<string, string>(endpoint === null ? [] : [['endpoint', endpoint]]);
  for (const [name, value] of givenTo(element)) {
    const address = name === 'shapes' ? publicAddress(value) : value;
    if (address !== null) attributes.set(name, address);
  }
  for (const [name, value] of takenFrom(context, element)) {
    const own = attributes.get(name) ?? null;
    const both = name === 'filter' ? filterWithin(value, own) : (own ?? value);
    if (value && both !== null) attributes.set(name, both);
  }
  const height = Math.ceil(element.getBoundingClientRect().height);
  return {
    tag: tagOf(element),
    attributes,
    lang: wordsFor(element.lang || (nearestLang(element) ?? 'nl')).language,
    title: element.heading || labelOf(element),
    height: height || usualHeight,
    base,
  };
}

/**
 * What the page around the element says of which figures. Its filter is about all tables of the page, and an own one about one
 * table alone: what this table does not have would be refused.
 */
function takenFrom(
  context: DataContextValue | null,
  { cube }: DataElement,
): readonly (readonly [name: string, value: string | null])[] {
  if (!context) return [];
  const { region, period, filter } = context;
  const known = [...parseFilter(filter)].filter(([id]) =>
    cube ? cube.dimensions.some((each) => each.id === id && each.role === null) : id !== 'indicator',
  );
  const chosen = parseFilter(filter)
    .get('indicator')
    ?.find((code) => cube?.dimensionFor('metric')?.has(code));
  return [
    ['region', region],
    ['period', period],
    ['filter', writeFilter(new Map(known))],
    ['indicator', chosen ?? null],
  ];
}

/** What it was given, by attributes or by properties as React and other frameworks do, in attributes. */
function givenTo(element: DataElement): readonly (readonly [name: string, value: string])[] {
  const ofElement = element.constructor as typeof DataElement & (new () => DataElement);
  const before = untouched.get(ofElement) ?? instantiate(ofElement);
  untouched.set(ofElement, before);
  return [...ofElement.elementProperties].flatMap(([property, { attribute = true }]): [string, string][] => {
    const name = typeof attribute === 'string' ? attribute : String(property).toLowerCase();
    if (attribute === false || name === 'endpoint' || isSecret(name)) return [];
    const written = element.getAttribute(name);
    const valueOf = (of: DataElement): unknown => Reflect.get(of, property);
    const value = valueOf(element);
    if (written === null && value === valueOf(before)) return [];
    if (value === true) return [[name, '']];
    if (value === false || value === null) return [];
    if (typeof value === 'string') return [[name, value]];
    // A level that is no number goes as it was written.
    if (typeof value === 'number' && !Number.isNaN(value)) return [[name, String(value)]];
    return written === null ? [] : [[name, written]];
  });
}

/** The tag that the scripts give it, whatever it is called on this page. */
function tagOf(element: DataElement): string {
  for (const [tag, ofTag] of elementClasses) if (element instanceof ofTag) return tag;
  return element.localName;
}

function labelOf({ cube, indicator, table, localName }: DataElement): string {
  const code = indicator?.split(/\s+/)[0];
  return (
    (cube && (cube.dimensionFor('metric')?.has(code ?? '') ? cube.indicator(code) : cube.indicator()).label) ||
    (table ?? localName)
  );
}

/** Folder of the scripts: as given, else where the page has them from. With a slash at the end. */
export function folderOf(given: string | null): string {
  // Some CMSs write the version of a file behind its name.
  const script = [...document.scripts].find(({ src }) => /\/(?:peilglas(?:-all)?|embed-code)\.js(?:[?#]|$)/.test(src));
  const address = publicAddress(given ? `${given.replace(/\/*$/, '')}/` : (script?.src ?? '/peilglas/'));
  return new URL('.', address ?? `${location.origin}/peilglas/`).href;
}
