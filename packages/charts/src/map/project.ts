import type { Shape } from '@peilglas/model';
import type { Size } from '../trend-input.js';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Pixels of a position, given as [longitude, latitude] or [x, y]. */
export type Project = (position: readonly number[]) => Pixel;

/** Room for outlines at the edges, CSS pixels. */
const margin = 4;

/**
 * A projection in which all shapes fit: Mercator for degrees, which keeps angles and over a country the size of the
 * Netherlands nearly sizes; metres of a national grid as they are. North is up.
 */
export function fitProjection(shapes: readonly Shape[], size: Size, isRightToLeft: boolean): Project {
  const positions = shapes.flatMap(({ polygons }) => polygons.flatMap(([outside = []]) => outside));
  const isGrid = positions.some(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 90);
  const raw = isGrid ? fromGrid : fromDegrees;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positions) {
    const { x, y } = raw(position);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const room = { width: Math.max(1, size.width - 2 * margin), height: Math.max(1, size.height - 2 * margin) };
  const wide = Math.max(right - left, Number.EPSILON);
  const high = Math.max(bottom - top, Number.EPSILON);
  const scale = Math.min(room.width / wide, room.height / high);
  const startX = isRightToLeft ? size.width - margin - scale * wide : margin;
  return (position) => {
    const { x, y } = raw(position);
    return { x: startX + scale * (x - left), y: margin + scale * (y - top) };
  };
}

function fromGrid([x = 0, y = 0]: readonly number[]): Pixel {
  return { x, y: -y };
}

/** Mercator (EPSG:3395 on a sphere), with the poles cut off. */
function fromDegrees([longitude = 0, latitude = 0]: readonly number[]): Pixel {
  const angle = (Math.min(Math.max(latitude, -85), 85) * Math.PI) / 180;
  return { x: (longitude * Math.PI) / 180, y: -Math.log(Math.tan(Math.PI / 4 + angle / 2)) };
}
