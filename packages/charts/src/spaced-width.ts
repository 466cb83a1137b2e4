/**
 * How much wider a reader's own text spacing makes a text. ECharts measures by font alone, so the font carries the spacing:
 * its last family is `spaced-192-256` for 1.92 px between letters and 2.56 px more between words.
 *
 * @param font a font or its families
 * @returns CSS pixels to add to the width of the text as the font has it; 0 where there is no such family
 */
export function spacedBy(text: string, font: string): number {
  const [, letters, words] = /spaced-(-?\d+)-(-?\d+)/.exec(font) ?? [];
  if (letters === undefined) return 0;
  return (Number(letters) * text.length + Number(words) * (text.match(/[ \u00A0]/g)?.length ?? 0)) / 100;
}
