import { anchorOf, cornersOf, isRigid } from './path-points.js';
import type { PictureNode } from './picture-node.js';

/** Where a corner lies at any length of the drawing: `fixed + share * length`, CSS pixels. */
export interface Way {
  readonly share: number;
  readonly fixed: number;
}

/** Of each corner of each node, along one axis. */
export type Ways = readonly (readonly Way[])[];

/**
 * How the corners of a drawing go when it grows, found by drawing it at two lengths.
 * @param axis 0 across, 1 down
 * @returns null when the two differ in more than their size
 */
export function waysOf(
  nodes: readonly PictureNode[],
  larger: readonly PictureNode[],
  lengths: readonly [number, number],
  axis: 0 | 1,
): Ways | null {
  const [length, other] = lengths;
  if (nodes.length !== larger.length) return null;
  const pairs = nodes.map((node, place) => [pointsOf(node, axis), pointsOf(larger[place] ?? node, axis)] as const);
  if (pairs.some(([now, then]) => now.length !== then.length)) return null;
  const ways = pairs.map(([now, then]) =>
    now.map((at, corner): Way => {
      const share = ((then[corner] ?? at) - at) / (other - length);
      return { share, fixed: at - share * length };
    }),
  );
  return ways.flat().some(({ share }) => share < -0.2 || share > 1.2) ? null : ways;
}

/** As if all of a drawing grew alike. */
export function evenWays(nodes: readonly PictureNode[], length: number, axis: 0 | 1): Ways {
  return nodes.map((node) => pointsOf(node, axis).map((at) => ({ share: at / length, fixed: 0 })));
}

function pointsOf(node: PictureNode, axis: 0 | 1): readonly number[] {
  return (isRigid(node) ? [anchorOf(node)] : cornersOf(node)).map((point) => point[axis]);
}
