import type { PictureNode } from '@peilglas/charts/picture';

/** A picture as markup; what stands in it is written as text. */
export function writePicture(nodes: readonly (PictureNode | string)[]): string {
  return nodes.map((each) => (typeof each === 'string' ? escaped(each) : writeNode(each))).join('');
}

function writeNode({ tag, attributes, children }: PictureNode): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${named.join('')}>${writePicture(children)}</${tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
