import { cellsOf, type Cube } from '@peilglas/model';
import { formatObservation } from '@peilglas/text';

/**
 * A cube as CSV (RFC 4180), one row per observation: label and code per dimension, value with a decimal point, status
 * and its meaning in words. Opens with a byte order mark, since spreadsheets take UTF-8 for something else without.
 */
export function toCsv(cube: Cube, lang: string): string {
  const head = cube.dimensions.flatMap(({ id, label }) => [label, id]);
  const metric = cube.dimensions.findIndex(({ role }) => role === 'metric');
  const rows = [...cellsOf(cube)].map(({ codes, observation }) => {
    const labels = cube.dimensions.flatMap((dimension, axis) => {
      const code = codes[axis] ?? '';
      return [dimension.labelOf(code), code];
    });
    const indicator = cube.indicator(codes[metric]);
    const note = formatObservation(observation, indicator, lang).note ?? '';
    return [...labels, observation.value ?? '', observation.status, note, indicator.unit];
  });
  const source = cube.source === null ? [] : [[cube.source]];
  return `\uFEFF${[[...head, 'value', 'status', 'note', 'unit'], ...rows, ...source].map(line).join('')}`;
}

function line(fields: readonly (string | number)[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(content: string | number): string {
  if (typeof content === 'number') return String(content);
  // A spreadsheet runs a text that starts like a formula; an apostrophe keeps it text.
  const safe = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
