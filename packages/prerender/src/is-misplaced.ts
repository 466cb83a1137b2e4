import { defaultTreeAdapter, html, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * Whether browsers make something else of what is written as an element: within a drawing or a formula a shape that nobody
 * knows, and directly in a table, outside its cells, an element before that table, which a table in it would end.
 */
export function isMisplaced(element: Element): boolean {
  return element.namespaceURI !== html.NS.HTML || isWrittenInTable(element);
}

/** Whether it is written in a table that it, or what it is in, stands beside. */
function isWrittenInTable(element: Element): boolean {
  const start = element.sourceCodeLocation?.startOffset ?? 0;
  let node: DefaultTreeAdapterTypes.Node = element;
  while ('parentNode' in node && node.parentNode) {
    const inside = node;
    const isBeside = node.parentNode.childNodes.some((other) => {
      if (other === inside || !defaultTreeAdapter.isElementNode(other) || other.tagName !== 'table') return false;
      const place = other.sourceCodeLocation;
      return place && place.startOffset < start && start < place.endOffset;
    });
    if (isBeside) return true;
    node = node.parentNode;
  }
  return false;
}
