// The plainest CSV there is: a header, commas, no quotes. The source files hold codes and numbers only;
// a quote would mean that something else has come in, so it is refused rather than guessed at.

/**
 * @param {string} text a whole CSV file
 * @returns {Record<string, string>[]} one record per line, every value as text
 * @throws {Error} on a quote, or on a line with another number of fields than the header
 */
export function parseCsv(text) {
  if (text.includes('"')) throw new Error('quoted fields are not expected here');
  const [header, ...lines] = text.replace(/\r/g, '').trimEnd().split('\n');
  const columns = header.replace(/^\uFEFF/, '').split(',');
  return lines.map((line, index) => {
    const fields = line.split(',');
    if (fields.length !== columns.length) throw new Error(`line ${index + 2}: ${fields.length} fields`);
    return Object.fromEntries(columns.map((column, i) => [column, fields[i]]));
  });
}

/**
 * @param {string[]} columns
 * @param {Record<string, string>[]} rows
 * @returns {string} the whole CSV file
 */
export function formatCsv(columns, rows) {
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
