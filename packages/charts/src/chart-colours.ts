/**
 * The colours of every drawing, as CSS variables that the element around it defines. The SVG follows the host's
 * tokens, dark mode and forced colours without being drawn again.
 */
export const chartColours = {
  own: 'var(--_accent)',
  /** The own line's label: text needs more contrast than a line does. */
  ownText: 'var(--_accent-text, var(--_accent))',
  neutral: 'var(--_neutral)',
  /** Told from the neutral beside it by its lightness; only its edge, in the neutral, need be seen against the ground. */
  lightNeutral: 'var(--_neutral-2, color-mix(in lab, var(--_neutral) 36%, var(--_surface)))',
  /** Only where categories are the message; a theme without the later ones gets the neutral. */
  other: [
    'var(--_series-2)',
    'var(--_series-3)',
    'var(--_series-4)',
    'var(--_series-5, var(--_neutral))',
    'var(--_series-6, var(--_neutral))',
    'var(--_series-7, var(--_neutral))',
    'var(--_series-8, var(--_neutral))',
  ],
  text: 'var(--_text)',
  muted: 'var(--_muted)',
  line: 'var(--_hairline)',
  surface: 'var(--_surface)',
} as const;
