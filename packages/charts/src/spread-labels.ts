/** A label that wants its middle at `at` and needs `height`; CSS pixels from the top. */
export interface WantedPlace {
  readonly at: number;
  readonly height: number;
}

interface Cluster {
  readonly members: readonly number[];
  readonly height: number;
  readonly at: number;
}

/**
 * Middles of labels moved apart so that none touch, each as near to where it wants to be as the others allow, and
 * all between `top` and `bottom` when they fit there. Order is kept; equal wishes keep the order given.
 */
export function spreadLabels(wanted: readonly WantedPlace[], top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a]?.at ?? 0) - (wanted[b]?.at ?? 0));
  const clusters: Cluster[] = [];
  for (const index of order) {
    let { at, height } = wanted[index] ?? { at: 0, height: 0 };
    let members: readonly number[] = [index];
    at = within(at, height, top, bottom);
    // A label that touches the cluster above joins it; the whole then stands around its weighted middle.
    for (let above = clusters.at(-1); above && above.at + above.height / 2 > at - height / 2; above = clusters.at(-1)) {
      clusters.pop();
      const middle = (above.at * above.members.length + at * members.length) / (above.members.length + members.length);
      members = [...above.members, ...members];
      height += above.height;
      at = within(middle, height, top, bottom);
    }
    clusters.push({ members, height, at });
  }
  const places = wanted.map((each) => each.at);
  for (const cluster of clusters) {
    let edge = cluster.at - cluster.height / 2;
    for (const member of cluster.members) {
      const height = wanted[member]?.height ?? 0;
      places[member] = edge + height / 2;
      edge += height;
    }
  }
  return places;
}

function within(at: number, height: number, top: number, bottom: number): number {
  return Math.max(top + height / 2, Math.min(at, bottom - height / 2));
}
