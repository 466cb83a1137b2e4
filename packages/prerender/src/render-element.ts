import { createHash } from 'node:crypto';
import { ElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { ReactiveElement } from 'lit';
import { ownAttribute } from './find-elements.js';
import type { ServerElement } from './server-element.js';

/** What an element shows, as markup to put in its start. */
export interface Filling {
  readonly markup: string;
  /** Of its style sheet, as a policy has it: `sha256-…`. */
  readonly styleHash: string;
}

/** Tells Lit that it writes what is in a shadow root, where slots may be. */
class Inside extends ElementRenderer {}

/** Buttons do nothing without scripts; what is there keeps its room. */
const withoutScripts = '@media (scripting: none) { button, summary { visibility: hidden; } }';

/**
 * The declarative shadow root of an element as it is now.
 * @param signIn where visitors sign in; null leaves the button, which the element gives a meaning
 */
export async function renderElement(element: ServerElement, signIn: URL | null): Promise<Filling> {
  const style = styleOf(element);
  const content = await collectResult(render(element.rendered, { customElementHostStack: [new Inside('')] }));
  // The marks by which Lit would find its way; elements draw anew instead. Comments of templates, never texts: those are escaped.
  const plain = content
    .replaceAll(/<!--.*?-->|<\?>/gs, '')
    .replaceAll(/\s+/g, ' ')
    // Nothing is announced by a page that is only opened; which of its elements would be depends on the moment.
    .replaceAll(/ (role="status")?>/g, '>')
    .replaceAll(retry, (button, label: string) => {
      const address = addressFor(element, signIn);
      return address === null ? button : `<a href="${address}" part="retry">${label}</a>`;
    });
  return {
    markup: `<template shadowrootmode="open" ${ownAttribute}><style>${style}</style>${plain}</template>`,
    styleHash: `sha256-${createHash('sha256').update(style).digest('base64')}`,
  };
}

const retry = /<button type="button" part="retry" ?>(.*?)<\/button>/g;

/** Where the button of a message leads without scripts, as an attribute has it; null for nowhere. */
function addressFor(element: ServerElement, signIn: URL | null): string | null {
  const isSignedOut = 'loadState' in element && element.loadState === 'signed-out';
  // A page asks anew by being opened anew; nobody becomes somebody else by it.
  if (!isSignedOut) return '';
  return signIn?.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;') ?? null;
}

function styleOf({ constructor }: ServerElement): string {
  if (!(constructor.prototype instanceof ReactiveElement)) return '';
  const { elementStyles } = constructor as typeof ReactiveElement;
  const texts = elementStyles.map((style) => ('cssText' in style ? style.cssText : ''));
  return [...texts, withoutScripts].join('').replaceAll(/\s+/g, ' ').trim();
}
