import type { DrawnOption } from '../drawn-option.js';
import type { Size } from '../trend-input.js';
import { drawNodes } from './draw-nodes.js';
import { layersOf } from './layers-of.js';
import { isRigid } from './path-points.js';
import { node, type PictureNode } from './picture-node.js';
import { stretchOf, type Stretch } from './stretch.js';
import { evenWays, waysOf, type Ways } from './ways.js';

/** By how much another drawing differs in size, CSS pixels: little, so that both have the same labels. */
const steps = [160, 60, 24, 8, -8, 2];

/**
 * A drawing as SVG that suits any box: the plot takes what the box leaves, lines keep their width, and texts their size.
 * So a picture that was made beforehand has the geometry of the drawing that takes its place. Its classes are those of the
 * style sheet of pictures; colours are the variables of the element around it.
 */
export function pictureOf(make: (size: Size) => DrawnOption, size: Size): readonly PictureNode[] {
  const nodes = drawNodes(make(size), size);
  const ways = [waysAlong(make, size, nodes, 0), waysAlong(make, size, nodes, 1)] as const;
  const [across, down] = [growthOf(nodes, ways[0]), growthOf(nodes, ways[1])];
  const axes = [
    { ways: ways[0], stretch: across, length: size.width },
    { ways: ways[1], stretch: down, length: size.height },
  ] as const;
  return inFrame(layersOf(nodes, axes), size, across, down);
}

function waysAlong(make: (size: Size) => DrawnOption, size: Size, nodes: readonly PictureNode[], axis: 0 | 1): Ways {
  const length = axis === 0 ? size.width : size.height;
  for (const step of steps) {
    const other = axis === 0 ? { ...size, width: length + step } : { ...size, height: length + step };
    const ways = waysOf(nodes, drawNodes(make(other), other), [length, length + step], axis);
    if (ways) return ways;
  }
  return evenWays(nodes, length, axis);
}

/** Texts and marks go each their own way; what is drawn between them tells which part grows. */
function growthOf(nodes: readonly PictureNode[], ways: Ways): Stretch {
  return stretchOf(ways.filter((_, place) => !isRigid(nodes[place] ?? node('g', {}))).flat());
}

/** Three columns and rows, of which the middle ones grow; all is drawn in the very middle, and sticks out of it. */
function inFrame(
  layers: readonly PictureNode[],
  { width, height }: Size,
  across: Stretch,
  down: Stretch,
): readonly PictureNode[] {
  const edge = (name: 'width' | 'height', length: number): PictureNode =>
    node('svg', { class: 'edge', [name]: Math.round(length * 100) / 100 });
  const fixed = { ...(across.isFixed && { width }), ...(down.isFixed && { height }) };
  const plot = node('svg', { class: 'plot', ...fixed }, ...layers);
  return [
    edge('width', across.before),
    node('div', { class: 'column' }, edge('height', down.before), plot, edge('height', down.after)),
    edge('width', across.after),
  ];
}
