import type { MapDrawing } from '../map/draw-map.js';
import { hatch } from '../map/map-colours.js';
import { hatchPattern, mapElements, type Make } from '../map/map-elements.js';
import type { Size } from '../trend-input.js';
import { node, type PictureNode } from './picture-node.js';

/**
 * A map as SVG: as large as its box allows, since a map keeps its shape.
 * @param name tells its pattern from those of other pictures in the same element
 */
export function mapPictureOf(drawing: MapDrawing, { width, height }: Size, name: string): readonly PictureNode[] {
  const make: Make<PictureNode> = (tag, attributes, ...children) => {
    const { 'font-family': _, ...others } = attributes;
    const named = Object.entries(others).map(([key, value]) => [key, nameIn(value, name)]);
    return node(tag, Object.fromEntries(named) as PictureNode['attributes'], ...children);
  };
  const { elements } = mapElements(drawing, make('g', {}), '', make);
  const box = { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'xMinYMin meet', color: 'var(--_surface)' };
  return [node('svg', { class: 'whole', ...box }, hatchPattern(make), ...elements)];
}

function nameIn(value: string | number, name: string): string | number {
  const id = hatch.slice(5, -1);
  if (value === hatch) return `url(#${id}-${name})`;
  return value === id ? `${id}-${name}` : value;
}
