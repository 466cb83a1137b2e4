import type { Shape } from '@peilglas/model';
import type { Pixel, Project } from './project.js';

export type PixelRing = readonly Pixel[];

/** Pixels are rounded to these, so that neighbours round their common border alike and no gap opens between them. */
const grid = 0.5;

/** The rings of a shape on a grid of half pixels, without the positions that make no difference there. */
export function pixelRings({ polygons }: Shape, project: Project): readonly PixelRing[] {
  const rings = polygons.flatMap((polygon) => polygon.map((ring) => roundRing(ring, project)));
  const visible = rings.filter((ring) => ring.length > 2);
  if (visible.length > 0) return visible;
  // Too small to have an area: a dot, so that it is there to point at.
  const first = rings[0]?.[0];
  if (!first) return [];
  const { x, y } = first;
  return [[first, { x: x + 1, y }, { x: x + 1, y: y + 1 }, { x, y: y + 1 }]];
}

function roundRing(ring: Shape['polygons'][number][number], project: Project): PixelRing {
  const rounded: Pixel[] = [];
  for (const position of ring) {
    const pixel = project(position);
    const x = Math.round(pixel.x / grid) * grid;
    const y = Math.round(pixel.y / grid) * grid;
    const last = rounded.at(-1);
    if (last?.x !== x || last.y !== y) rounded.push({ x, y });
  }
  const [first, last] = [rounded[0], rounded.at(-1)];
  if (rounded.length > 1 && first?.x === last?.x && first?.y === last?.y) rounded.pop();
  return rounded;
}

/** Rings as the `d` of an SVG path, to be filled by the even-odd rule. */
export function pathOf(rings: readonly PixelRing[]): string {
  return rings.map((ring) => `M${ring.map(({ x, y }) => `${x} ${y}`).join('L')}Z`).join('');
}
