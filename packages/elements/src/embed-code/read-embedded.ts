import type { DataContextValue } from '../shared/data-context-value.js';
import type { DataElement } from '../shared/data-element.js';
import { elementClasses } from '../shared/define-element.js';
import { isSecret, publicAddress } from './public-address.js';
import type { Embedded } from './write-snippet.js';

/** Attributes that say which figures, and that a page around the element may say in its place. */
const fromContext = ['region', 'period', 'filter'] as const;

/** A frame that has not been measured yet. */
const usualHeight = 400;

/**
 * An element as it would stand on another page: all it was given and all it takes from the page, in attributes. Only
 * attributes that its class knows go along: what a host wrote there for itself, or what shows who asks, stays.
 */
export function readEmbedded(
  element: DataElement,
  context: DataContextValue | null,
  lang: string,
  base: string,
): Embedded {
  const asked = element.endpoint ?? context?.endpoint;
  const endpoint = asked ? publicAddress(asked) : null;
  const attributes = new Map<string, string>(endpoint === null ? [] : [['endpoint', endpoint]]);
  for (const name of ownAttributes(element)) attributes.set(name, element.getAttribute(name) ?? '');
  for (const name of fromContext) {
    const value = element.getAttribute(name) ?? context?.[name];
    if (value) attributes.set(name, value);
  }
  const height = Math.ceil(element.getBoundingClientRect().height);
  return {
    tag: tagOf(element),
    attributes,
    lang,
    title: element.heading || labelOf(element),
    height: height || usualHeight,
    base,
  };
}

function ownAttributes(element: DataElement): readonly string[] {
  const known = (element.constructor as typeof DataElement).observedAttributes;
  return known.filter((name) => name !== 'endpoint' && !isSecret(name) && element.hasAttribute(name));
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
  const script = document.querySelector<HTMLScriptElement>(
    'script:is([src$="/peilglas.js"], [src$="/peilglas-all.js"], [src$="/embed-code.js"])',
  );
  const address = publicAddress(given ? `${given.replace(/\/*$/, '')}/` : (script?.src ?? '/peilglas/'));
  return new URL('.', address ?? `${location.origin}/peilglas/`).href;
}
