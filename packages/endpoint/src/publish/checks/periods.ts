import { parsePeriod, periodsBetween, samePeriod, stepPeriod, type Period } from '@peilglas/model';
import { isCode } from '../../table.js';
import { dimensionWithRole, foundCode } from './cells.js';
import { dataFindings, type Check } from './check.js';

/**
 * Every period can be read and asked for, and each is written in one way (errors); no period is skipped between the first
 * and the last (warning).
 */
export const periods: Check = {
  rule: 'periods',
  async run(data) {
    const index = dimensionWithRole(data, 'time');
    const field = data.source.manifest.dimensions[index]?.column ?? '';
    const unreadable = await data.query(
      `SELECT min(line), d${index} FROM observation_text WHERE d${index} IS NOT NULL
         AND line IN (SELECT line FROM observation WHERE d${index} IS NULL) GROUP BY 2 ORDER BY 1`,
    );
    const codes = data.codes[index] ?? [];
    const gaps = findGaps(codes);
    const first = new Map(
      await data
        .query(`SELECT d${index}, min(line) FROM observation GROUP BY 1`)
        .then((rows) => rows.map(([position, line]) => [Number(position), line] as const)),
    );
    return [
      ...dataFindings(
        data,
        this.rule,
        {
          severity: 'error',
          field,
          remedy:
            'Write periods as 2023, 2020-H1, 2015-Q1, 2012-01, 2023-W05, 2023-01-31 or 2021-2023; a school year as 2022/23',
        },
        unreadable.map(([line, code]) => ({ line, message: `${foundCode(data, String(code))} is not a period` })),
      ),
      ...dataFindings(
        data,
        this.rule,
        {
          severity: 'error',
          field,
          remedy: 'Write each period in one way, without spaces: 2023, 2023-Q1 or 2021-2023',
        },
        [
          ...codes.flatMap((code, position) =>
            isCode(code)
              ? []
              : [{ line: first.get(position), message: `"${code}" has a character that no code may have` }],
          ),
          ...twice(codes).map(({ code, before }) => ({
            line: first.get(codes.indexOf(code)),
            message: `"${code}" is the same period as "${before}"`,
          })),
        ],
      ),
      ...dataFindings(
        data,
        this.rule,
        { severity: 'warning', field, remedy: 'Add the missing periods; empty with a status where there is no figure' },
        gaps.map(({ after, missing }) => ({
          line: first.get(codes.indexOf(after)),
          message: `${missing} ${missing === 1 ? 'period is' : 'periods are'} missing after ${after}`,
        })),
      ),
    ];
  },
};

/** Codes of a period that another code stands for too; the same period would have two figures. They come in order of time. */
function twice(codes: readonly string[]): readonly { readonly code: string; readonly before: string }[] {
  return codes.flatMap((code, position) => {
    const before = codes[position - 1] ?? '';
    const [one, other] = [parsePeriod(before), parsePeriod(code)];
    return one && other && samePeriod(one, other) ? [{ code, before }] : [];
  });
}

/** Skipped periods between neighbours of the same kind. Kinds are compared among themselves: years and quarters may mix. */
function findGaps(codes: readonly string[]): readonly { readonly after: string; readonly missing: number }[] {
  const last = new Map<string, { readonly code: string; readonly period: Period }>();
  const gaps: { after: string; missing: number }[] = [];
  for (const code of codes) {
    const period = parsePeriod(code);
    if (!period) continue;
    const previous = last.get(period.kind);
    const steps = previous ? periodsBetween(previous.period, period) : 1;
    // Spans that overlap ("2019-2022", "2020-2023") advance by less than their own length; that is no gap.
    const adjacent = previous !== undefined && stepPeriod(previous.period, 1).start >= period.start;
    if (previous && !adjacent && steps !== null && steps > 1) gaps.push({ after: previous.code, missing: steps - 1 });
    last.set(period.kind, { code, period });
  }
  return gaps;
}
