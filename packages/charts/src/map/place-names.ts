import type { DrawingRoom } from '../trend-input.js';
import { holdsText, type LabelPlace } from './label-place.js';
import type { MapArea } from './map-input.js';
import { measureText } from './measure-text.js';
import type { PixelRing } from './pixel-rings.js';
import type { Pixel } from './project.js';

/** A name on the map, with its figure below it where that is asked and fits. */
export interface AreaName {
  readonly area: number;
  readonly lines: readonly string[];
  readonly x: number;
  /** Middle of the first line. */
  readonly y: number;
  readonly line: number;
  /** Outside its area, on whatever is there. */
  readonly isBeside: boolean;
}

export interface LaidArea {
  readonly rings: readonly PixelRing[];
  readonly place: LabelPlace;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Between a name and the borders of its area, CSS pixels, left and right together. */
const clear = 6;

/**
 * Names that fit in their area and touch no other name: the own one first, then those with most room. The own name stands
 * above its area when it does not fit.
 */
export function placeNames(
  areas: readonly MapArea[],
  laid: readonly LaidArea[],
  { size, font }: Pick<DrawingRoom, 'size' | 'font'>,
): readonly AreaName[] {
  const line = Math.ceil(font.size * 1.2);
  const rankOf = (index: number): number => (areas[index]?.own ? Infinity : (laid[index]?.place.width ?? 0));
  const order = [...areas.keys()].sort((a, b) => rankOf(b) - rankOf(a));
  const taken: Box[] = [];
  return order.flatMap((index): readonly AreaName[] => {
    const [area, shape] = [areas[index], laid[index]];
    if (!area || !shape || area.fill === 'outside') return [];
    const { place, rings } = shape;
    const boxOf = (lines: readonly string[], { x, y }: Pixel): Box => {
      const half = Math.max(...lines.map((text) => measureText(text, font, area.own))) / 2;
      const high = (lines.length * line) / 2;
      return { left: x - half, right: x + half, top: y - high, bottom: y + high };
    };
    const write = (lines: readonly string[], box: Box, isBeside: boolean): readonly AreaName[] => {
      taken.push(box);
      return [{ area: index, lines, x: (box.left + box.right) / 2, y: box.top + line / 2, line, isBeside }];
    };
    for (const lines of waysToWrite(area)) {
      for (const spot of place.spots) {
        const box = boxOf(lines, spot);
        // The own area has a wider outline; letters are lower than their line.
        const wide = box.right - box.left + (area.own ? 2 * clear : clear);
        const fits = holdsText(rings, spot, wide, (lines.length - 0.5) * line);
        if (fits && !taken.some((other) => overlap(box, other))) return write(lines, box, false);
      }
    }
    if (!area.own) return [];
    const half = measureText(area.label, font, true) / 2;
    const x = Math.min(Math.max(place.x, half), Math.max(half, size.width - half));
    const above = place.y - place.above - line / 2 - 3;
    const y = above < line / 2 ? place.y + place.below + line / 2 + 3 : above;
    return write([area.label], boxOf([area.label], { x, y }), true);
  });
}

/** In one line or by its words, with the figure or without it: the first that fits. */
function waysToWrite({ label, figure }: MapArea): readonly (readonly string[])[] {
  const words = label.split(/(?<=-)|\s+/).filter(Boolean);
  const names = [[label], ...(words.length > 1 ? [words] : [])];
  return figure ? [...names.map((name) => [...name, figure]), ...names] : names;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
