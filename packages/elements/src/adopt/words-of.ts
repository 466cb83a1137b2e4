/** What says nothing of its own: looks, drawings, and buttons, which a page that came filled may have in another form. */
const wordless = 'style, .canvas, #keys, details, [part="table-button"]';

/** All that can be read in a tree, but for what is there for another width only. */
export function wordsOf(tree: Node): string {
  return readable(tree).replaceAll(/\s+/g, '');
}

function readable(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element) {
    if (node.matches(wordless)) return '';
    if (node.matches('[class^="for-"]') && getComputedStyle(node).display === 'none') return '';
  }
  return [...node.childNodes].map(readable).join('');
}
