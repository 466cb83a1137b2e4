import type { DataContextValue } from '../shared/data-context-value.js';
import { fingerprintOf } from './fingerprint.js';

/** What decides what an element shows, as attributes of the contexts around it say it. */
const said = ['region', 'period', 'filter'] as const;

/**
 * Tells when an element, or the context around it, is no longer what it was filled for: by other attributes, by a session, by an address that has a
 * selection, or by what the page or a reader does with a context once that is there.
 */
export function contextChanges(element: Element, tell: () => void): void {
  const contexts = contextsOf(element);
  if ([element, ...contexts].some((each) => isOther(each) || each.matches('[issuer],[credentials]'))) return tell();
  if (contexts.some((context) => context.hasAttribute('sync-url'))) {
    if (location.search) return tell();
    addEventListener('popstate', tell, { once: true });
  }
  if (contexts.length > 0) void customElements.whenDefined('data-context').then(() => ask(element, contexts, tell));
}

/** Asks as an element does that is there, by the protocol of contexts. */
function ask(element: Element, contexts: readonly Element[], tell: () => void): void {
  const callback = (value: DataContextValue): void => {
    // A context that has just come about says nothing yet.
    if (Object.values(value).every((each) => each === null)) return;
    const isAnother = said.some((name) => value[name] !== attributeOf(contexts, name));
    if (isAnother || value.tokenProvider !== null) tell();
  };
  const event = new Event('context-request', { bubbles: true, composed: true });
  const request = { context: 'peilglas/data-context/1', contextTarget: element, callback, subscribe: true };
  element.dispatchEvent(Object.assign(event, request));
}

/** Innermost first. */
function contextsOf(element: Element): readonly Element[] {
  const context = element.parentElement?.closest('data-context');
  return context ? [context, ...contextsOf(context)] : [];
}

function attributeOf(contexts: readonly Element[], name: string): string | null {
  return contexts.find((context) => context.hasAttribute(name))?.getAttribute(name) ?? null;
}

function isOther(element: Element): boolean {
  const [, filledFor] = element.getAttribute('data-peil-prerendered')?.split(' ') ?? [];
  const attributes = Array.from(element.attributes, ({ name, value }) => [name, value] as const);
  const lang = element.closest('[lang]')?.getAttribute('lang');
  return filledFor !== fingerprintOf(attributes, lang || 'nl');
}
