import { anchorOf, cornersOf, isRigid } from './path-points.js';
import { node, type PictureNode } from './picture-node.js';
import { unseen, type Stretch } from './stretch.js';
import type { Way, Ways } from './ways.js';

/** One direction of a drawing. */
export interface Axis {
  readonly ways: Ways;
  readonly stretch: Stretch;
  /** CSS pixels that were drawn. */
  readonly length: number;
}

type Axes = readonly [Axis, Axis];

/** A place in the part that grows: a share of it, and CSS pixels from there. */
interface Place {
  readonly share: number;
  readonly rest: number;
}

/** What is drawn as layers in the part that grows, in the order in which it is painted. */
export function layersOf(nodes: readonly PictureNode[], axes: Axes): readonly PictureNode[] {
  const layers: PictureNode[] = [];
  let stretched: PictureNode[] = [];
  const close = (): void => {
    if (stretched.length > 0) layers.push(stretchedLayer(stretched, axes));
    stretched = [];
  };
  for (const [index, each] of nodes.entries()) {
    const places = axes.map((axis) => (axis.ways[index] ?? []).map((way) => placeOf(way, axis)));
    const layer = rigid(each, places) ?? straightLine(each, places);
    if (!layer) {
      stretched.push(each);
      continue;
    }
    close();
    layers.push(layer);
  }
  close();
  return layers;
}

function placeOf({ share, fixed }: Way, { stretch: { before, after } }: Axis): Place {
  return { share, rest: fixed + share * (before + after) - before };
}

function stretchedLayer(paths: readonly PictureNode[], axes: Axes): PictureNode {
  const starts = axes.map(({ stretch }) => round(stretch.before));
  const inner = axes.map(({ stretch: { before, after }, length }) => round(Math.max(1, length - before - after)));
  return node(
    'svg',
    { class: 'stretched', viewBox: [...starts, ...inner].join(' '), preserveAspectRatio: 'none' },
    ...paths,
  );
}

/** A text, a mark, or a path of which all corners go one way: it keeps its size wherever it stands. */
function rigid(each: PictureNode, places: readonly (readonly Place[])[]): PictureNode | null {
  const [across, down] = places.map(([first, ...others]) =>
    first && others.every(({ share }) => Math.abs(share - first.share) < unseen) ? first : null,
  );
  if (!across || !down) return null;
  const at = { class: 'at', x: percent(across.share), y: percent(down.share) };
  const [x = 0, y = 0] = isRigid(each) ? anchorOf(each) : (cornersOf(each)[0] ?? []);
  return node('svg', at, moved(each, across.rest - x, down.rest - y));
}

function moved(each: PictureNode, by: number, down: number): PictureNode {
  const { transform, ...others } = each.attributes;
  if (transform === undefined && each.tag === 'text') {
    const { x = 0, y = 0 } = others;
    return { ...each, attributes: { ...others, x: round(Number(x) + by), y: round(Number(y) + down) } };
  }
  const [x, y] = transform === undefined ? [0, 0] : anchorOf(each);
  const to = `${round(x + by)} ${round(y + down)})`;
  const text =
    transform === undefined ? `translate(${to}` : String(transform).replace(/-?[\d.e-]+[ ,]+-?[\d.e-]+\)$/, to);
  return { ...each, attributes: { ...others, transform: text } };
}

/** A line along one axis, as thin and sharp at any size. Null where an end is neither a share nor a number of pixels. */
function straightLine(each: PictureNode, places: readonly (readonly Place[])[]): PictureNode | null {
  const [start, end, ...more] = cornersOf(each);
  if (!start || !end || more.length > 0 || (start[0] !== end[0] && start[1] !== end[1])) return null;
  const { d: _, ...style } = each.attributes;
  const [[x1, x2] = [], [y1, y2] = []] = places.map((ends) => ends.map(lengthOf));
  if (x1 == null || x2 == null || y1 == null || y2 == null) return null;
  return node('line', { ...style, x1, x2, y1, y2 });
}

/** Half a pixel is what makes a line sharp at one size, and another does at another. */
function lengthOf({ share, rest }: Place): string | number | null {
  if (share < unseen) return round(rest);
  return Math.abs(rest) < 1.5 ? percent(share) : null;
}

function percent(share: number): string {
  return `${round(share * 100)}%`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
