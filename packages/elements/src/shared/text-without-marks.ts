/**
 * What a cell or header says, on one line and without marks of footnotes: `161.235<sup>1</sup>` is `161.235`. The power of a
 * measure is no mark: `per km<sup>2</sup>`.
 */
export function textWithoutMarks(element: Element | null | undefined): string {
  return element ? textOf(element).replaceAll(/\s+/g, ' ').trim() : '';
}

function textOf(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node instanceof Element)
      text += node.localName === 'sup' && !/(?:^|\P{L})[kcm]?m$/u.test(text) ? '' : textOf(node);
    else if (node instanceof Text) text += node.data;
  }
  return text;
}
