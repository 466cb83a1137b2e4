import type { PictureNode } from '@peilglas/charts/picture';
import { escapeMarkup } from '@peilglas/model';

/** A picture as markup; what stands in it is written as text. */
export function writePicture(nodes: readonly (PictureNode | string)[]): string {
  return nodes.map((each) => (typeof each === 'string' ? escapeMarkup(each) : writeNode(each))).join('');
}

function writeNode({ tag, attributes, children }: PictureNode): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`);
  return `<${tag}${named.join('')}>${writePicture(children)}</${tag}>`;
}
