import type { DataElement } from '../shared/data-element.js';

/** Resolves when all elements have an answer, and those that draw have drawn it. */
export async function allDrawn(elements: readonly DataElement[]): Promise<void> {
  await Promise.all(elements.map((element) => element.ready));
  while (elements.some(isWaiting)) await new Promise(requestAnimationFrame);
}

/** A chart waits for the charts' code first, and then for its lines. */
function isWaiting({ shadowRoot, isConnected }: DataElement): boolean {
  return isConnected && shadowRoot?.querySelector('.drawing.waiting, .canvas:empty') != null;
}
