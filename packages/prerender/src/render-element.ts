import { createHash } from 'node:crypto';
import { DataTable } from '@peilglas/elements/data-table';
import { ChartElement, Picker, pictureStyles } from '@peilglas/elements/server';
import { ElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { ReactiveElement } from 'lit';
import { escapeMarkup } from '@peilglas/model';
import { ownAttribute } from './find-children.js';
import { pickerStyles, withChosen } from './picker-markup.js';
import { plainTable } from './plain-table.js';
import type { ServerElement } from './server-element.js';

/** What an element shows, as markup to put in its start. */
export interface Filling {
  readonly markup: string;
  /** What stands in the page itself besides; empty without figures to show as a table. */
  readonly table: string;
  /** Of its style sheets, as a policy has them: `'sha256-…'`. */
  readonly styleHashes: readonly string[];
}

/** Tells Lit that it writes what is in a shadow root, where slots may be. */
class Inside extends ElementRenderer {}

/** Buttons do nothing without scripts; what is there keeps its room. */
const withoutScripts = '@media (scripting: none) { button, select, label, .downloads summary { visibility: hidden; } }';

/**
 * What comes later takes room from what came before: of an element that has not come whole nothing is seen, so that nothing
 * moves. Who has waited long sees what there is. A second style sheet ends it, for engines notice one in time wherever it is.
 */
const untilWhole =
  '@keyframes until-whole { from, to { visibility: hidden; } } :host > * { animation: until-whole 3s; }';
const whenWhole = ':host > * { animation: none; }';

/**
 * The declarative shadow root of an element as it is now.
 * @param signIn where visitors sign in; null leaves the button, which the element gives a meaning
 * @param figures of a book, by what stands for them in it
 */
export async function renderElement(
  element: ServerElement,
  signIn: URL | null,
  figures: ReadonlyMap<string, string> = new Map(),
): Promise<Filling> {
  const style = styleOf(element);
  const end = isBook(element) ? [] : [whenWhole];
  const focus = optionsOf(element)?.delegatesFocus ? ' shadowrootdelegatesfocus' : '';
  const raw = await write(element.rendered);
  const plain = (element instanceof Picker ? withChosen(raw, element.value) : raw).replaceAll(
    retry,
    (button, label: string) => {
      const address = addressFor(element, signIn);
      return address === null ? button : `<a href="${address}" part="retry">${label}</a>`;
    },
  );
  const headed = plain.replaceAll(
    header,
    (button, label: string) => `${button}<span class="for-reading">${label}</span>`,
  );
  const written = [...figures].map(([place, text]) => [place, () => text] as const);
  const content = [...(element.pictures ?? []), ...written].reduce(
    (text, [place, draw]) => text.replace(place, draw),
    headed,
  );
  return {
    markup: `<template shadowrootmode="open"${focus} ${ownAttribute}>${sheet(style)}${content}${end.map(sheet).join('')}</template>`,
    table: await tableOf(element, content),
    styleHashes: [style, ...end].map(hashOf),
  };
}

function sheet(style: string): string {
  return `<style>${style}</style>`;
}

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

const retry = /<button type="button" part="retry" ?>(.*?)<\/button>/g;

/** Headers that are buttons, without the arrow of what they would do. */
const header =
  /<button type="button" class="(?:sort|pick)"[^>]*>\s*(?:<svg class="arrow idle".*?<\/svg> ?)?(.*?)(?:<svg class="arrow idle".*?<\/svg> ?)?<\/button>/g;

/** Where the button of a message leads without scripts, as an attribute has it; null for nowhere. */
function addressFor(element: ServerElement, signIn: URL | null): string | null {
  const isSignedOut = 'loadState' in element && element.loadState === 'signed-out';
  // A page asks anew by being opened anew; nobody becomes somebody else by it.
  if (!isSignedOut) return '';
  return signIn && escapeMarkup(signIn.href);
}

/** In the page itself; the shadow root of a chart has a place for it, others say the same in their own way. */
async function tableOf(element: ServerElement, markup: string): Promise<string> {
  const { figuresTable, loadState, places } = element;
  if (places) return [...places].map((key) => anchor(escapeMarkup(key))).join('');
  const [, message = ''] = /<div class="message" part="message" ?>.*?<p>(.*?)<\/p>/.exec(markup) ?? [];
  const hasFigures = loadState === 'ready' || loadState === 'stale';
  const table = !hasFigures
    ? message && `<p>${message}</p>`
    : figuresTable
      ? await write(figuresTable)
      : element instanceof DataTable
        ? plainTable(markup)
        : '';
  return table && `<div slot="peil-table" ${ownAttribute}>${table}</div>`;
}

/** Where a link leads: an address reaches no shadow root, but what is shown in its place there. */
function anchor(key: string): string {
  return `<div id="${key}" slot="at-${key}" ${ownAttribute}></div>`;
}

async function write(template: unknown): Promise<string> {
  const content = await collectResult(render(template, { customElementHostStack: [new Inside('')] }));
  // The marks by which Lit would find its way; elements draw anew instead. Comments of templates, never texts: those are escaped.
  return (
    content
      .replaceAll(/<!--.*?-->|<\?>/gs, '')
      // Not those that hold a figure and its unit together.
      .replaceAll(/[ \n\r\t]+/g, ' ')
      // Nothing is announced by a page that is only opened; which of its elements would be depends on the moment.
      .replaceAll(/ (role="status"|aria-live="polite")?>/g, '>')
  );
}

function optionsOf({ constructor }: ServerElement): ShadowRootInit | null {
  return 'shadowRootOptions' in constructor ? (constructor as typeof ReactiveElement).shadowRootOptions : null;
}

function moreStyles(element: ServerElement): readonly string[] {
  if (isBook(element)) return [];
  if (element instanceof ChartElement) return [untilWhole, pictureStyles.cssText];
  return element instanceof Picker ? [untilWhole, pickerStyles.cssText] : [untilWhole];
}

/** A book comes figure by figure: it is read while it does. */
function isBook({ places }: ServerElement): boolean {
  return places !== undefined;
}

function styleOf(element: ServerElement): string {
  const { constructor } = element;
  if (!(constructor.prototype instanceof ReactiveElement)) return '';
  const { elementStyles } = constructor as typeof ReactiveElement;
  const texts = elementStyles.map((style) => ('cssText' in style ? style.cssText : ''));
  return [...texts, withoutScripts, ...moreStyles(element)].join('').replaceAll(/\s+/g, ' ').trim();
}
