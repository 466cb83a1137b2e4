import { missingReasonOf, statusCodes } from '@peilglas/model';
import { hasDecimalComma } from '../manifest.js';
import type { Data } from '../read-data.js';
import { unread } from '../translate.js';
import { mayShowFigures } from './cells.js';
import { dataFindings, rowFindings, type Check } from './check.js';

const hiding = statusCodes.filter((code) => missingReasonOf(code) !== null);
const hidden = hiding.map((code) => `'${code}'`).join(', ');

/** Every value is a decimal number that is kept as it is or empty, every status a known code, and the two agree. */
export const columnsAndTypes: Check = {
  rule: 'columns-and-types',
  async run(data) {
    const { value: field, status = 'status' } = data.source.manifest.data;
    const [[rows] = []] = await data.query('SELECT count(*) FROM observation');
    if (Number(rows) === 0) {
      const wording = { severity: 'error', field, remedy: 'Give one row per observation' } as const;
      return dataFindings(data, this.rule, wording, [{ line: 1, message: 'The data has no rows' }]);
    }
    return [
      ...(await rowFindings(data, this.rule, unreadTexts('value'), {
        severity: 'error',
        field,
        message: ([text]) => `${quotedFigure(data, text)} is not a number`,
        remedy: `${forms(data)}, or leave the value empty and give a status`,
      })),
      ...(await rowFindings(data, this.rule, longNumbers, {
        severity: 'error',
        field,
        message: ([text]) => `${quotedFigure(data, text)} has more digits than can be kept`,
        remedy: 'Give at most 15 digits: round at the source, or give the figure in thousands or millions',
      })),
      ...(await rowFindings(data, this.rule, shownNumbers, {
        severity: 'error',
        field,
        message: ([text]) =>
          `${quotedFigure(data, text)} is what a spreadsheet shows of a number: its last digits are lost`,
        remedy: 'Give the column a number format without an exponent before saving it as CSV',
      })),
      ...(await rowFindings(data, this.rule, unreadTexts('status'), {
        severity: 'error',
        field: status,
        message: ([text]) => `${quoted(data, text)} is not a status code`,
        remedy: `Use one of ${statusCodes.join(', ')}, or leave the status empty for a final figure`,
      })),
      ...(await rowFindings(data, this.rule, contradictions, {
        severity: 'error',
        field: status,
        message: ([text]) =>
          hiding.some((code) => code === text)
            ? `Status ${String(text)} stands beside a figure`
            : `Status ${String(text)} stands beside an empty value`,
        remedy: `Leave the value empty with ${hiding.join(', ')}; give a value with the other codes`,
      })),
    ];
  },
};

/** Rows whose text could not be translated, with that text. */
function unreadTexts(column: keyof typeof unread): string {
  const lines = `SELECT line FROM observation WHERE unread & ${unread[column]} <> 0`;
  return `SELECT line, ${column} FROM observation_text WHERE line IN (${lines})`;
}

/** SQL: the digits of a number as text that say how large it is, without the zeros around them. */
const digits = (number: string): string =>
  `trim(regexp_replace(regexp_replace(${number}, '[eE].*', ''), '[^0-9]', '', 'g'), '0')`;

/**
 * Numbers that would be published as another one. A double keeps 15 digits: behind the point there are more only where a
 * program divided, and nobody shows them, but before it they count.
 */
const longNumbers = `SELECT line, value FROM observation_text
  WHERE length(value) > 15 AND abs(TRY_CAST(value AS DOUBLE)) >= 1e15
    AND ${digits('value')} <> ${digits('TRY_CAST(value AS DOUBLE)::VARCHAR')}`;

/** A number of twelve digits or more as a spreadsheet shows and saves it: six of them. */
const shownNumbers = `SELECT line, value FROM observation_text
  WHERE contains(value, 'E+') AND regexp_full_match(value, '-?[0-9][.][0-9]{5}E[+][0-9]{2}')`;

/** A final figure needs no status, so status A beside an empty value says nothing and contradicts nothing. */
const contradictions = `SELECT line, status FROM observation
  WHERE status IN (${hidden}) AND value IS NOT NULL
    OR status NOT IN (${hidden}, 'A') AND value IS NULL AND unread & ${unread.value} = 0`;

/** How numbers are to be written. */
function forms({ source: { manifest } }: Data): string {
  if (hasDecimalComma(manifest)) return `Write numbers with a comma and without points, as decimal: ',' says`;
  const plain = 'Write numbers with a point and without thousands separators';
  return 'file' in manifest.data ? `${plain}; or say decimal: ',' under data, where all have a comma` : plain;
}

/** The text of a figure as the source has it. */
function quotedFigure(data: Data, text: unknown): string {
  if (!hasDecimalComma(data.source.manifest)) return quoted(data, text);
  const given = String(text).replaceAll(/[.,]/g, (sign) => (sign === ',' ? '.' : ','));
  return quoted(data, given);
}

function quoted(data: Data, text: unknown): string {
  return mayShowFigures(data) ? String(text).slice(0, 40) : 'The value';
}
