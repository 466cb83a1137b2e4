import { missingReasonOf, statusCodes } from '@peilglas/model';
import { decimalPattern } from '../read-data.js';
import { dataFindings, type Check } from './check.js';

const hiding = statusCodes.filter((code) => missingReasonOf(code) !== null);

/** Every value is a decimal number or empty, every status a known code, and the two agree. */
export const columnsAndTypes: Check = {
  rule: 'columns-and-types',
  async run(data) {
    const { value: field, status = 'status' } = data.source.manifest.data;
    const [[rows] = []] = await data.query('SELECT count(*) FROM observation_text');
    if (Number(rows) === 0) {
      return dataFindings(
        data,
        this.rule,
        'error',
        [{ line: 1, field, message: 'The data has no rows' }],
        'Give one row per observation',
      );
    }
    const faults = async (sql: string, values: readonly string[], column: string, message: (text: string) => string) =>
      (await data.query(sql, values)).map(([line, text]) => ({ line, field: column, message: message(String(text)) }));
    const known = statusCodes.join(', ');
    return [
      ...dataFindings(
        data,
        this.rule,
        'error',
        await faults(
          `SELECT line, value FROM observation_text WHERE value IS NOT NULL AND NOT regexp_full_match(value, $1)
             OR value IS NOT NULL AND NOT isfinite(TRY_CAST(value AS DOUBLE)) ORDER BY line`,
          [decimalPattern],
          field,
          (text) => `${text.slice(0, 40)} is not a number`,
        ),
        'Write numbers with a point and without thousands separators, or leave the value empty and give a status',
      ),
      ...dataFindings(
        data,
        this.rule,
        'error',
        await faults(
          `SELECT t.line, t.status FROM observation_text AS t JOIN observation AS o USING (line)
             WHERE t.status IS NOT NULL AND o.status IS NULL ORDER BY t.line`,
          [],
          status,
          (text) => `${text.slice(0, 40)} is not a status code`,
        ),
        `Use one of ${known}, or leave the status empty for a final figure`,
      ),
      ...dataFindings(
        data,
        this.rule,
        'error',
        await faults(
          `SELECT t.line, o.status FROM observation_text AS t JOIN observation AS o USING (line)
             WHERE (t.value IS NULL) <> contains($1, o.status) AND (o.status <> 'A' OR t.value IS NOT NULL) ORDER BY t.line`,
          [hiding.join('')],
          status,
          (text) =>
            hiding.some((code) => code === text)
              ? `Status ${text} stands beside a figure`
              : `Status ${text} stands beside an empty value`,
        ),
        `Leave the value empty with ${hiding.join(', ')}; give a value with the other codes`,
      ),
    ];
  },
};
