import type { Cube, Dimension, Indicator } from '@peilglas/model';
import { wordsFor } from '@peilglas/text';

/**
 * The indicator with a label that says all that was chosen: "Misdrijven (Mishandeling)". Without the category a
 * figure about a part would be taken for the whole. It stands as it was published: "Turkije" and "Nederlands" are categories too.
 */
export function nameIndicator(cube: Cube, lang: string): Indicator {
  const indicators = cube.indicators;
  const [indicator = cube.indicator()] = indicators;
  const categories = cube.dimensions.flatMap((dimension) => narrowedTo(dimension));
  const label = indicators[1] ? listOf(indicators, lang) : indicator.label;
  return {
    ...indicator,
    label: categories[0] ? wordsFor(lang).narrowed(label, categories) : label,
  };
}

/** Made for several only: making a formatter takes longer than all else here. */
function listOf(indicators: readonly Indicator[], lang: string): string {
  const names = indicators.map(({ label }, index) => (index ? lowerFirst(label) : label));
  return new Intl.ListFormat([lang, 'nl']).format(names);
}

/** The label of the one category a classification was narrowed to; nothing for a total or an open dimension. */
function narrowedTo(dimension: Dimension): readonly string[] {
  const [code] = dimension.codes;
  if (dimension.role !== null || dimension.size !== 1 || code === undefined || code === dimension.total) return [];
  return [dimension.labelOf(code)];
}

/** Lower case within a phrase, but for names and abbreviations such as "WW" that keep their second capital. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
