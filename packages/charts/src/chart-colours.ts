/**
 * The colours of every drawing, as CSS variables that the element around it defines. The SVG follows the host's
 * tokens, dark mode and forced colours without being drawn again.
 */
export const chartColours = {
  own: 'var(--_accent)',
  neutral: 'var(--_neutral)',
  /** Told from the neutral beside it by its lightness; only its edge, in the neutral, need be seen against the ground. */
  lightNeutral: 'color-mix(in lab, var(--_neutral) 36%, var(--_surface))',
  /** Only where categories are the message; in order, those that are furthest apart first. */
  other: [
    'var(--_series-2)',
    'var(--_series-3)',
    'var(--_series-4)',
    'var(--_series-5)',
    'var(--_series-6)',
    'var(--_series-7)',
    'var(--_series-8)',
  ],
  text: 'var(--_text)',
  muted: 'var(--_muted)',
  /** Lines to read a scale by. Not the lines of the house: some are as loud as text, and lie behind every mark. */
  line: 'var(--_guide)',
  surface: 'var(--_surface)',
  /** Of the whole drawing: what lies behind it shows through, unless words could not be read on that. */
  ground: 'var(--_ground, transparent)',
  /** Between parts that touch; in forced colours, where some parts are as light as the ground, a line around each. */
  seam: 'var(--_part-edge, var(--_surface))',
} as const;

/**
 * The colour of words on a colour: white or black, whichever stands out at 4.5:1 or more; at a CIE lightness of 49.2 both
 * do. So words stay readable on any colour that a host chooses.
 */
export function wordsOn(colour: string): string {
  return `lch(from ${colour} calc((49.2 - l) * 1e9) 0 0)`;
}
