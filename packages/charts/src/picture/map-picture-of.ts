import type { MapDrawing } from '../map/draw-map.js';
import { hatch } from '../map/map-colours.js';
import { hatchPattern, mapElements, type Make } from '../map/map-elements.js';
import type { Size } from '../trend-input.js';
import { cornersOf } from './path-points.js';
import { node, type PictureNode } from './picture-node.js';

/** Room for outlines, CSS pixels; as much as the drawing has before it. */
const edge = 4;

/**
 * A map as SVG: as large as its box allows, since a map keeps its shape.
 * @param name tells its pattern from those of other pictures in the same element
 */
export function mapPictureOf(drawing: MapDrawing, { height }: Size, name: string): readonly PictureNode[] {
  const make: Make<PictureNode> = (tag, attributes, ...children) => {
    const { 'font-family': _, ...others } = attributes;
    const named = Object.entries(others).map(([key, value]) => [key, nameIn(value, name)]);
    return node(tag, Object.fromEntries(named) as PictureNode['attributes'], ...children);
  };
  // No wider than what is drawn: the text around says at which side that stands.
  const width = widthOf(drawing);
  const { elements } = mapElements(drawing, make('g', {}), '', make);
  const box = { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'xMinYMin meet', color: 'var(--_surface)' };
  return [node('svg', { class: 'whole', ...box }, hatchPattern(make), ...elements)];
}

/** From the left edge of the drawing, CSS pixels. */
function widthOf({ areas }: MapDrawing): number {
  const across = areas.flatMap(({ path }) => cornersOf(node('path', { d: path })).map(([x]) => x));
  return Math.ceil(across.reduce((right, x) => Math.max(right, x), 0)) + edge;
}

function nameIn(value: string | number, name: string): string | number {
  const id = hatch.slice(5, -1);
  if (value === hatch) return `url(#${id}-${name})`;
  return value === id ? `${id}-${name}` : value;
}
