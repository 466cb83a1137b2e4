import { chartColours, wordsOn } from './chart-colours.js';

/** How a part is told from the others. CSS colours, usually variables. */
export interface PartStyle {
  readonly fill: string;
  /** A light part has an edge that is seen against the ground. */
  readonly edge: string;
  /** Of words on it. */
  readonly text: string;
}

const strong = [chartColours.own, ...chartColours.other.slice(0, 3), chartColours.neutral];

/** Styles in order: four colours and the neutral, then the same in light, then in dark; a sixteenth part is as the first. */
export function partStyle(part: number): PartStyle {
  const colour = strong[part % strong.length] ?? chartColours.neutral;
  const edge = `var(--_part-edge, ${colour})`;
  const mixed = (share: number, other: string): string => `color-mix(in lab, ${colour} ${share}%, ${other})`;
  const tier = Math.floor(part / strong.length) % 3;
  if (tier === 1) return { fill: mixed(30, chartColours.surface), edge, text: chartColours.text };
  const fill = tier === 0 ? colour : mixed(50, chartColours.text);
  return { fill, edge, text: wordsOn(fill) };
}

/** What the parts leave of the whole. */
export const restStyle: PartStyle = {
  fill: chartColours.surface,
  edge: chartColours.neutral,
  text: chartColours.text,
};

/** What has no figure, and so no width: stripes. */
export const missingStyle: PartStyle = {
  fill: chartColours.surface,
  edge: chartColours.muted,
  text: chartColours.text,
};
