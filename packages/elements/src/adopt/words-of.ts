/** All that can be read in a tree, without its style sheets. */
export function wordsOf(tree: ParentNode): string {
  const parts = [...tree.children].filter((child) => child.localName !== 'style');
  return parts
    .map(({ textContent }) => textContent)
    .join('')
    .replaceAll(/\s+/g, '');
}
