import type { Pixel } from './project.js';

const directions = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
type Direction = (typeof directions)[number];

const unit: Readonly<Record<Direction, Pixel>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Per area where each arrow leads; null at the edge of the map. */
export type AreaLinks = readonly Readonly<Record<Direction, number | null>>[];

/**
 * Which area lies beside which: per direction the nearest one, less to the side than ahead. That leaves some that no
 * arrow leads to; each is put between its nearest neighbour and what came after that, so that from the first area every
 * other is in reach.
 */
export function linkAreas(places: readonly Pixel[]): AreaLinks {
  const links = places.map((from) => {
    const to = (direction: Direction): number | null => nearestAhead(places, from, direction);
    return {
      ArrowLeft: to('ArrowLeft'),
      ArrowRight: to('ArrowRight'),
      ArrowUp: to('ArrowUp'),
      ArrowDown: to('ArrowDown'),
    };
  });
  const reached = new Set<number>();
  if (places.length > 0) follow(links, 0, reached);
  while (reached.size < places.length) {
    const { from, to } = nearestUnreached(places, reached);
    const direction = directionOf(places[from], places[to]);
    const [before, between] = [links[from], links[to]];
    if (!before || !between) break;
    // What the arrow led to stays in reach: one step further.
    if (before[direction] !== null) between[direction] = before[direction];
    before[direction] = to;
    follow(links, to, reached);
  }
  return links;
}

/** Where a key leads: an arrow to a neighbour, Home and End to the first and last area; null for any other key. */
export function walkAreas(links: AreaLinks, key: string, from: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return links.length - 1;
  const direction = directions.find((each) => each === key);
  return direction ? (links[from]?.[direction] ?? from) : null;
}

function nearestAhead(places: readonly Pixel[], from: Pixel, direction: Direction): number | null {
  const ahead = unit[direction];
  let best: number | null = null;
  let least = Infinity;
  for (const [index, place] of places.entries()) {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const along = dx * ahead.x + dy * ahead.y;
    const aside = Math.abs(dx * ahead.y) + Math.abs(dy * ahead.x);
    const far = along + 2 * aside;
    if (along <= 0 || aside > along || far >= least) continue;
    [best, least] = [index, far];
  }
  return best;
}

function nearestUnreached(places: readonly Pixel[], reached: ReadonlySet<number>) {
  let best = { from: 0, to: 0, far: Infinity };
  for (const [to, place] of places.entries()) {
    if (reached.has(to)) continue;
    for (const from of reached) {
      const near = places[from];
      const far = near ? Math.hypot(near.x - place.x, near.y - place.y) : Infinity;
      if (far < best.far) best = { from, to, far };
    }
  }
  return best;
}

function directionOf(from: Pixel = { x: 0, y: 0 }, to: Pixel = { x: 0, y: 0 }): Direction {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? 'ArrowRight' : 'ArrowLeft';
  return dy > 0 ? 'ArrowDown' : 'ArrowUp';
}

/** Adds all that arrows lead to. */
function follow(links: AreaLinks, start: number, reached: Set<number>): void {
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    for (const to of Object.values(links[next] ?? {})) if (to !== null) waiting.push(to);
  }
}
