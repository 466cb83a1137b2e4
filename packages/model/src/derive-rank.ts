import type { Observation } from './observation.js';

export interface Rank {
  /** 1 for the first; equal figures share a rank and the next one is skipped (1, 2, 2, 4). */
  readonly rank: number;
  /** How many have a figure and so take part. */
  readonly of: number;
  /** Whether another has the same figure. */
  readonly tied: boolean;
}

/**
 * Ranks observations by figure, highest first. Without a figure there is no rank: null in that place, and it does not
 * count for the others.
 */
export function deriveRanks(observations: readonly Observation[]): readonly (Rank | null)[] {
  const figures = observations.flatMap(({ value }) => (value === null ? [] : [value]));
  figures.sort((a, b) => b - a);
  const first = new Map<number, number>();
  const count = new Map<number, number>();
  for (const [index, figure] of figures.entries()) {
    if (!first.has(figure)) first.set(figure, index + 1);
    count.set(figure, (count.get(figure) ?? 0) + 1);
  }
  return observations.map(({ value }) => {
    if (value === null) return null;
    return { rank: first.get(value) ?? 0, of: figures.length, tied: (count.get(value) ?? 0) > 1 };
  });
}
