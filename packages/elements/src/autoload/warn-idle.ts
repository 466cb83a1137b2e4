/** Milliseconds in which a page may still give an element what it shows. */
const patience = 3000;

/** Says in the console of an element that was asked for nothing: on the page it is an empty box. */
export function warnIdle(element: Element): void {
  setTimeout(() => {
    if (!element.isConnected || !('loadState' in element) || element.loadState !== 'idle') return;
    console.warn(`Peilglas: <${element.localName}> is empty, since it has no table or no endpoint.`, element);
  }, patience);
}
