import type { LoadState } from '@peilglas/model';
import { fingerprintOf, type Embedded } from '@peilglas/elements/server';
import { ownAttribute } from './find-children.js';
import { filledAttribute, findElements, type FoundElement, type FoundPage } from './find-elements.js';
import { recordAnswers } from './record-answers.js';
import { renderElement } from './render-element.js';
import { renderFigures } from './render-figures.js';
import { isSameAddress, runElements } from './run-elements.js';
import type { ServerElement } from './server-element.js';
import { isFreeToAll } from './free-to-all.js';
import { describePage } from './structured-data/describe-page.js';
import { headOf } from './structured-data/head-of.js';
import { version } from './version.js';

export interface PrerenderOptions {
  /** Address of the endpoint: `https://cijfers.example.org/api/v2`. Elements that name another are left alone. */
  readonly endpoint: string;
  /** Shows who asks, for figures that are not public. It never gets into the page; the figures do. */
  readonly token?: string;
  /** Where the page will stand, for addresses relative to it; the endpoint's origin when absent. */
  readonly page?: string;
  /** For how many seconds a browser need not ask the figures again; 300 when absent. */
  readonly fresh?: number;
  /** Page on which visitors sign in: where figures are not for everyone, a link leads to it. May be relative to the page. */
  readonly signIn?: string;
  /** Asked instead of the network, for instance by an endpoint that asks itself. */
  readonly fetch?: typeof fetch;
}

export interface Prerendered {
  readonly html: string;
  /** `Content-Security-Policy` hashes of the style sheets in it, each with its quotes: `'sha256-…'`. */
  readonly styleHashes: readonly string[];
  /** What was filled, in the order of the page. */
  readonly elements: readonly FilledElement[];
  /** What was left alone, in the order of the page. */
  readonly left: readonly LeftElement[];
}

export interface FilledElement {
  readonly tag: string;
  /** In the text that was given, from 1. */
  readonly line: number;
  readonly state: LoadState;
}

export interface LeftElement extends Omit<FilledElement, 'state'> {
  /** Whether it is written where browsers make no element of it, or move it; else it asks nothing, or another endpoint. */
  readonly isMisplaced: boolean;
}

/** Text that goes into the page at a place in it. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Fills the elements of a page with what they would show, so that it is there without scripts. All else stays as it is, to
 * the letter; a page that was filled before is filled anew. An element whose figures cannot be had says why.
 * @throws TypeError when the address of the endpoint, page or sign-in is none
 */
export async function prerender(html: string, options: PrerenderOptions): Promise<Prerendered> {
  const endpoint = new URL(options.endpoint);
  const page = new URL(options.page ?? '/', endpoint);
  const { token } = options;
  const signIn = options.signIn === undefined ? null : addressOfPage(options.signIn, page);
  const time = new Date().toISOString();
  // A byte order mark is no text of the page: taken for that, it would end the head before it begins.
  const mark = html.startsWith('\uFEFF') ? '\uFEFF' : '';
  const bare = withoutLeftovers(html.slice(mark.length));
  const found = findElements(bare);
  // A provider of its own has a memory of its own: what one caller may see stays out of other callers' pages.
  const tokenProvider = { getToken: async () => token ?? null };
  const {
    result: { elements, within },
    answers,
  } = await recordAnswers(endpoint, options.fetch ?? null, () =>
    runElements(
      found.elements.filter(({ isMisplaced }) => !isMisplaced),
      { endpoint, page, tokenProvider },
    ),
  );
  const filled = [...elements].filter(([, element]) => stateOf(element) !== 'idle');
  const fillings = await Promise.all(
    filled.map(async ([place, element]) => {
      const figures = await renderFigures(element, within.get(element) ?? new Map(), signIn);
      return { place, figures, filling: await renderElement(element, signIn, figures.markup) };
    }),
  );
  const embedded: Embedded = {
    version,
    time,
    fresh: options.fresh ?? 300,
    endpoints: namesOf(found.elements, endpoint, page),
    // Boundaries are large, and not needed before a map is used.
    answers: answers.filter(
      ({ path, json }) => !path.startsWith('shapes/') && (token === undefined || isFreeToAll(json)),
    ),
  };
  const insertions = fillings.flatMap(({ place, filling }): readonly Insertion[] => [
    { at: place.startTag, text: ` ${filledAttribute}="${time} ${fingerprintOf(place.attributes, place.lang)}"` },
    { at: place.inside, text: filling.markup + (place.isInParagraph ? '' : filling.table) },
  ]);
  if (filled.length > 0) insertions.push({ at: found.end, text: scriptOf(embedded) });
  const shown = filled.flatMap(([, element]) => [element, ...(within.get(element)?.values() ?? [])]);
  const description = describePage(shown, { endpoint, answers, isForOne: token !== undefined });
  if (description) {
    insertions.push({ at: found.end, text: dataBlock('ld+json', '', description.data) });
    if (found.headEnd !== null) insertions.push({ at: found.headEnd, text: headOf(description.tables) });
  }
  return {
    html: mark + insert(bare, insertions),
    styleHashes: [
      ...new Set(fillings.flatMap(({ filling, figures }) => [...filling.styleHashes, ...figures.styleHashes])),
    ],
    elements: filled.flatMap(([{ tag, line }, element]) => {
      const state = stateOf(element);
      return state ? [{ tag, line, state }] : [];
    }),
    left: found.elements.flatMap((each) => {
      const { tag, line, isMisplaced } = each;
      const element = elements.get(each);
      return !element || stateOf(element) === 'idle' ? [{ tag, line, isMisplaced }] : [];
    }),
  };
}

/** @throws TypeError when it is no address, or one that is no page */
function addressOfPage(text: string, page: URL): URL {
  const address = new URL(text, page);
  if (!/^https?:$/.test(address.protocol)) throw new TypeError(`${address.protocol} is no address of a page`);
  return address;
}

/** Null for an element that shows no figures itself. */
function stateOf(element: ServerElement): LoadState | null {
  return 'loadState' in element ? element.loadState : null;
}

function namesOf(found: readonly FoundElement[], endpoint: URL, page: URL): readonly string[] {
  const names = found.flatMap(({ attributes }) => attributes.get('endpoint') ?? []);
  return [...new Set(names.filter((name) => isSameAddress(name, endpoint, page)))];
}

function scriptOf(embedded: Embedded): string {
  return dataBlock('json', `="${embedded.version} ${embedded.time} ${embedded.fresh}"`, embedded);
}

/** Data is no script: no policy forbids it. In a script element only `<` could end it, or begin a comment. */
function dataBlock(type: string, mark: string, data: unknown): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script type="application/${type}" ${ownAttribute}${mark}>${json}</script>`;
}

/** One within another is left out with it: what stands after them is the page's own. */
function withoutLeftovers(html: string): string {
  const { leftovers }: FoundPage = findElements(html);
  let [text, done] = ['', 0];
  for (const [from, to] of leftovers.toSorted(([a], [b]) => a - b)) {
    text += html.slice(done, Math.max(done, from));
    done = Math.max(done, to);
  }
  return text + html.slice(done);
}

function insert(html: string, insertions: readonly Insertion[]): string {
  let [text, done] = ['', 0];
  for (const { at, text: added } of insertions.toSorted((a, b) => a.at - b.at)) {
    text += html.slice(done, at) + added;
    done = at;
  }
  return text + html.slice(done);
}
