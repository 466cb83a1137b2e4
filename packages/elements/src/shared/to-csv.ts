import { cellsOf, csvField, parsePeriod, roundTo, type Cube, type Dimension } from '@peilglas/model';
import { chartWordsFor, describeStatus, formatPoint } from '@peilglas/text';
import { headingOfPeriods } from './heading-of-periods.js';

/**
 * `international` is RFC 4180, for programs: commas, points for decimals, and columns of which the names do not change.
 * `dutch` is for readers, and what a spreadsheet in Dutch opens by a press: semicolons, commas for decimals, and the names
 * of columns and periods that stand on the screen.
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
  const [figures, notes, units] = dialect === 'dutch' ? chartWordsFor(lang).csvColumns : ['value', 'note', 'unit'];
  const columns = [...head, figures, 'status', notes, units];
  const names = cube.dimensions.map((dimension) => namesOf(dimension, lang, dialect));
  const metric = cube.dimensions.findIndex(({ role }) => role === 'metric');
  const lines: string[] = [];
  const add = (fields: readonly string[]): void => {
    lines.push(fields.join(separator));
  };
  add(columns.map(csvField));
  for (const { codes, observation } of cellsOf(cube)) {
    const labels = codes.flatMap((code, axis) => [names[axis]?.get(code) ?? '', csvField(code)]);
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

/** What its codes are called, as fields. */
function namesOf(dimension: Dimension, lang: string, dialect: CsvDialect): ReadonlyMap<string, string> {
  const isPeriod = dialect === 'dutch' && dimension.role === 'time';
  return new Map(
    dimension.codes.map((code) => {
      const label = dimension.labelOf(code);
      const name = isPeriod ? inFile(formatPoint({ code, label, period: parsePeriod(code) }, lang)) : label;
      return [code, csvField(name)];
    }),
  );
}

/** A file has no lines to keep words together on. */
const inFile = (text: string): string => text.replaceAll('\u00a0', ' ');

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
    [words.period, inFile(headingOfPeriods(cube, lang))],
    ...definitions,
    ...mandatoryNotes.map((note) => ['', note] as const),
    [words.licence, licence],
    [words.version, version],
  ];
  return facts.flatMap(([what, said]) => (said ? [[what, said] as const] : []));
}
