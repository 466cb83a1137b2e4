import { setImmediate } from 'node:timers/promises';
import { ContextProvider } from '@lit/context';
import type { TokenProvider } from '@peilglas/client';
import { dataContext, emptyContext } from '@peilglas/elements/server';
import { LitElement } from 'lit';
import type { FoundElement } from './find-elements.js';
import { isBusy, type ServerElement } from './server-element.js';
import { tags } from './tags.js';

export interface RunSettings {
  /** The endpoint that may be asked; elements that name another stay as they are. */
  readonly endpoint: URL;
  /** What an address in the page is relative to. */
  readonly page: URL;
  readonly tokenProvider: TokenProvider;
}

/** Which attributes of a context say something about figures; a sign-in belongs to who reads the page. */
const ofContext = new Set(['endpoint', 'region', 'period', 'filter']);

/** How many turns in a row nobody must have anything to do: what is fetched on demand begins a turn later. */
const quietTurns = 3;

/** Elements that run, and those within them. */
export interface Running {
  readonly elements: ReadonlyMap<FoundElement, ServerElement>;
  /** Of each book, its figures by what stands for them in it. */
  readonly within: ReadonlyMap<ServerElement, ReadonlyMap<string, ServerElement>>;
}

/** Lets the elements of a page ask their figures, each in its context, and waits until all have an answer. */
export async function runElements(found: readonly FoundElement[], settings: RunSettings): Promise<Running> {
  const root = new LitElement();
  new ContextProvider(root, {
    context: dataContext,
    initialValue: { ...emptyContext, tokenProvider: settings.tokenProvider },
  });
  const running = new Map<FoundElement, ServerElement>();
  for (const each of found) {
    const around = each.context && running.get(each.context);
    const { tag, lang, notes } = each;
    running.set(each, start({ tag, lang, notes, attributes: attributesOf(each, settings) }, around ?? root, settings));
  }
  await settled([...running.values()]);
  const within = new Map([...running].map(([{ lang }, book]) => [book, startFigures(book, lang, settings)] as const));
  await settled([...within.values()].flatMap((figures) => [...figures.values()]));
  return { elements: running, within };
}

/** What a book has in it asks in turn, with the book as its context. */
function startFigures(book: ServerElement, lang: string, settings: RunSettings): ReadonlyMap<string, ServerElement> {
  return new Map(
    [...(book.written ?? [])].map(([place, { tag, attributes }]) => {
      const said = Object.entries(attributes).filter((each): each is [string, string] => each[1] !== null);
      return [place, start({ tag, lang, notes: [], attributes: said }, book, settings)] as const;
    }),
  );
}

interface Start extends Pick<FoundElement, 'tag' | 'lang' | 'notes'> {
  readonly attributes: Iterable<[string, string]>;
}

function start({ tag, lang, notes, attributes }: Start, around: LitElement, { page }: RunSettings): ServerElement {
  const element = new tags[tag]();
  // The way up that events take where there is no document.
  Object.assign(element, { __eventTargetParent: around, lang, popover: null, page: page.href, givenNotes: notes });
  for (const [name, value] of attributes) element.attributeChangedCallback(name, null, value);
  element.connect();
  return element;
}

function attributesOf({ tag, attributes }: FoundElement, { endpoint, page }: RunSettings): Iterable<[string, string]> {
  return [...attributes].flatMap(([name, value]): readonly [string, string][] => {
    if (tag === 'data-context' && !ofContext.has(name)) return [];
    // A page that only prints the book has it laid out by its script.
    if (tag === 'statistical-yearbook' && name === 'print') return [];
    // Boundaries from elsewhere are not asked for: the map is left to its script.
    if (name === 'shapes' && !isBelow(value, endpoint, page)) return [['endpoint', '']];
    if (name !== 'endpoint') return [[name, value]];
    // An empty address is none, whatever the context says.
    return [[name, isSameAddress(value, endpoint, page) ? endpoint.href : '']];
  });
}

function isBelow(text: string, endpoint: URL, page: URL): boolean {
  const base = `${endpoint.href.replace(/\/$/, '')}/`;
  return URL.canParse(text, page) && new URL(text, page).href.startsWith(base);
}

/** Whether an address in a page is that of the endpoint. */
export function isSameAddress(text: string, endpoint: URL, page: URL): boolean {
  const plain = ({ href }: URL): string => href.replace(/\/$/, '');
  return URL.canParse(text, page) && plain(new URL(text, page)) === plain(endpoint);
}

async function settled(elements: readonly ServerElement[]): Promise<void> {
  for (let quiet = 0; quiet < quietTurns; quiet++) {
    await Promise.all(elements.map((element) => element.updateComplete));
    await setImmediate();
    if (elements.some(isBusy)) quiet = -1;
  }
}
