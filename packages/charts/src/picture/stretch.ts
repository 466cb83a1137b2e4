import type { Way } from './ways.js';

/** The part of a length that grows with it, CSS pixels: what lies before and after keeps its distance from the edges. */
export interface Stretch {
  readonly before: number;
  readonly after: number;
  /** Nothing grows: all of the drawing keeps its distance from the start. */
  readonly isFixed: boolean;
}

/** Less than this share of what a drawing grows is not seen. */
export const unseen = 0.01;

/**
 * Which part of a drawing grows with it. A corner at the share b of that part lies at before + b (length - before - after),
 * so that all of them lie on one line; the least squares tell which. Those that stay where they are say nothing about it.
 */
export function stretchOf(ways: readonly Way[]): Stretch {
  const growing = ways.filter(({ share }) => share > unseen);
  if (growing.length === 0) return { before: 0, after: 0, isFixed: true };
  // Where bars and lines begin does not grow either, and is where what grows begins.
  const [mean, middle] = [average(growing.map(({ share }) => share)), average(growing.map(({ fixed }) => fixed))];
  const spread = average(growing.map(({ share }) => (share - mean) ** 2));
  if (spread < 1e-6) return { before: 0, after: 0, isFixed: false };
  const slope = average(growing.map(({ share, fixed }) => (share - mean) * (fixed - middle))) / spread;
  const before = Math.max(0, middle - slope * mean);
  return { before, after: Math.max(0, -slope - before), isFixed: false };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}
