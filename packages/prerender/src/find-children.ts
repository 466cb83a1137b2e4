import { defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';
import type { GivenNote } from '@peilglas/elements/server';

type Element = DefaultTreeAdapterTypes.Element;

/** Marks what was put in for a filled page. */
export const ownAttribute = 'data-peil-embedded';

/** Whether the page itself gives an element its figures: those are there without scripts already. */
export function hasOwnFigures(element: Element): boolean {
  return childrenOf(element).some((child) => {
    const attributes = new Map(child.attrs.map(({ name, value }) => [name, value]));
    if (child.tagName === 'table') return !attributes.has('slot');
    // Without its end tag an element holds the rest of the page, with what a filling put there.
    if (attributes.has(ownAttribute)) return false;
    return child.tagName === 'script' && attributes.get('type') === 'application/json';
  });
}

export function notesIn(element: Element): readonly GivenNote[] {
  return childrenOf(element).flatMap((child): readonly GivenNote[] => {
    const text = child.tagName === 'chart-note' ? textOf(child).replaceAll(/\s+/g, ' ').trim() : '';
    const period = child.attrs.find(({ name }) => name === 'period')?.value.trim() ?? '';
    return text ? [{ period, text }] : [];
  });
}

function childrenOf({ childNodes }: Element): readonly Element[] {
  return childNodes.filter((child) => defaultTreeAdapter.isElementNode(child));
}

function textOf(node: Element): string {
  return node.childNodes
    .map((child) => {
      if (defaultTreeAdapter.isTextNode(child)) return child.value;
      return defaultTreeAdapter.isElementNode(child) ? textOf(child) : '';
    })
    .join('');
}
