import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { GivenNote } from '@peilglas/elements/server';
import { declaredEncoding } from './declared-encoding.js';
import { hasOwnFigures, notesIn, ownAttribute } from './find-children.js';
import { isMisplaced } from './is-misplaced.js';
import { tags, type Tag } from './tags.js';

type Node = DefaultTreeAdapterTypes.Node;

/** An element to fill, as the page has it. */
export interface FoundElement {
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, string>;
  /** The nearest element around it that gives a selection. */
  readonly context: FoundElement | null;
  /** BCP 47 tag of where it stands. */
  readonly lang: string;
  /** In the text of the page, from 1. */
  readonly line: number;
  /** Place in the text of the page where its first child begins. */
  readonly inside: number;
  /** Place in its start tag where another attribute can stand. */
  readonly startTag: number;
  /** What its `<chart-note>` children say. */
  readonly notes: readonly GivenNote[];
  /** Whether it stands in a paragraph, which a table in the text of the page would end. */
  readonly isInParagraph: boolean;
  /** Whether it is no element where it is written: it cannot be filled there. */
  readonly isMisplaced: boolean;
}

export interface FoundPage {
  /** Outermost first, in the order of the page. */
  readonly elements: readonly FoundElement[];
  /** Place in the text of the page just before `</body>`, or at its end. */
  readonly end: number;
  /** Place in the text of the page just before `</head>`; null when that is not written. */
  readonly headEnd: number | null;
  /** That the page says it is in, by its name in small letters: `utf-8`; null when it says none. */
  readonly encoding: string | null;
  /** Parts of the text that an earlier filling left, as from and to. */
  readonly leftovers: readonly (readonly [number, number])[];
}

/** Finds the elements in the text of a page. Templates are left alone: nothing in them is on the page yet. */
export function findElements(html: string): FoundPage {
  const elements: FoundElement[] = [];
  const leftovers: (readonly [number, number])[] = [];
  let end = html.length;
  let headEnd: number | null = null;
  let encoding: string | null = null;
  const walk = (node: Node, context: FoundElement | null, lang: string, within: boolean): void => {
    let [around, language, isInParagraph] = [context, lang, within];
    if (defaultTreeAdapter.isElementNode(node)) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const place = node.sourceCodeLocation;
      isInParagraph ||= node.tagName === 'p';
      language = attributes.get('lang') || lang;
      if (node.tagName === 'body' && place?.endTag) end = place.endTag.startOffset;
      if (node.tagName === 'head' && place?.endTag) headEnd = place.endTag.startOffset;
      if (node.tagName === 'meta') encoding ??= declaredEncoding(attributes);
      if (place && isLeftover(node.tagName, attributes)) leftovers.push([place.startOffset, place.endOffset]);
      if (isTag(node.tagName) && place?.startTag && !hasOwnFigures(node)) {
        const { startLine: line, startOffset, endOffset } = place.startTag;
        const nameEnd = startOffset + 1 + node.tagName.length;
        const [tag, notes] = [node.tagName, notesIn(node)];
        const places = { inside: endOffset, startTag: nameEnd, isInParagraph, isMisplaced: isMisplaced(node) };
        const found = { tag, attributes, context, lang: language, line, notes, ...places };
        const mark = place.attrs?.[filledAttribute];
        if (mark) leftovers.push([mark.startOffset - 1, mark.endOffset]);
        elements.push(found);
        if (node.tagName === 'data-context' && !found.isMisplaced) around = found;
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) walk(child, around, language, isInParagraph);
  };
  walk(parse(html, { sourceCodeLocationInfo: true }), null, 'nl', false);
  return { elements, end, headEnd, encoding, leftovers };
}

/** Marks an element that was filled, with the time. */
export const filledAttribute = 'data-peil-prerendered';

/** What a filling puts into a page. */
const put: ReadonlySet<string> = new Set(['template', 'script', 'meta', 'link', 'div']);

function isLeftover(tagName: string, attributes: ReadonlyMap<string, string>): boolean {
  return put.has(tagName) && attributes.has(ownAttribute);
}

function isTag(name: string): name is Tag {
  return Object.hasOwn(tags, name);
}
