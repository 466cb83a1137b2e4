import { cellsOf, csvField, roundTo, type Cube } from '@peilglas/model';
import { chartWordsFor, describeStatus } from '@peilglas/text';
import { headingOfPeriods } from './heading-of-periods.js';

/**
 * `international` is RFC 4180: commas, and points for decimals. `dutch` is what a spreadsheet in Dutch opens by a press:
 * semicolons, and commas for decimals.
 */
export type CsvDialect = 'international' | 'dutch';

const dialects = {
  international: { separator: ',', decimal: '.' },
  dutch: { separator: ';', decimal: ',' },
} as const;

/**
 * A cube as CSV, one row per observation: label and code per dimension, value, status and its meaning in words. Below
 * the rows stand source, period, definitions and licence. Figures have the decimals that the screen shows, and what has
 * no figure there has none here. Opens with a byte order mark, since spreadsheets take UTF-8 for something else without.
 */
export function toCsv(cube: Cube, lang: string, dialect: CsvDialect = 'international'): string {
  const { separator, decimal } = dialects[dialect];
  // No two columns of one name: programs that read them would make up another.
  const head = cube.dimensions.flatMap(({ id, label }) => [label, id === label ? `${id}_code` : id]);
  const columns = [...head, 'value', 'status', 'note', 'unit'];
  const metric = cube.dimensions.findIndex(({ role }) => role === 'metric');
  const lines: string[] = [];
  const add = (fields: readonly string[]): void => {
    lines.push(fields.join(separator));
  };
  add(columns.map(csvField));
  for (const { codes, observation } of cellsOf(cube)) {
    const labels = cube.dimensions.flatMap((dimension, axis) => {
      const code = codes[axis] ?? '';
      return [csvField(dimension.labelOf(code)), csvField(code)];
    });
    const { unit, decimals } = cube.indicator(codes[metric]);
    const { value, status } = observation;
    const shown = value === null || decimals === null ? value : roundTo(value, decimals);
    const figure = shown === null ? '' : String(shown).replace('.', decimal);
    add([...labels, figure, status, csvField(describeStatus(observation, lang) ?? ''), csvField(unit)]);
  }
  for (const fact of factsOf(cube, lang)) {
    // As wide as the rows above: else many a program takes the whole file for one column.
    add([...fact.map(csvField), ...Array.from({ length: columns.length - fact.length }, () => '')]);
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** What must travel with the figures, as pairs of what it is and what it says. */
function factsOf(cube: Cube, lang: string): readonly (readonly [string, string])[] {
  const words = chartWordsFor(lang);
  const { licence, version, mandatoryNotes } = cube.publication;
  const definitions = cube.indicators.flatMap(({ label, definition, explanation }) => {
    const said = definition ?? explanation;
    return said === null ? [] : [[words.definition, `${label}: ${said}`] as const];
  });
  const facts: readonly (readonly [string, string | null])[] = [
    [words.source, cube.source],
    // A file has no lines to keep words together on.
    [words.period, headingOfPeriods(cube, lang).replaceAll('\u00a0', ' ')],
    ...definitions,
    ...mandatoryNotes.map((note) => ['', note] as const),
    [words.licence, licence],
    [words.version, version],
  ];
  return facts.flatMap(([what, said]) => (said ? [[what, said] as const] : []));
}
