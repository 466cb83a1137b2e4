import { parsePeriod, periodsBetween, stepPeriod, type Period } from '@peilglas/model';
import { dimensionWithRole } from './cells.js';
import { dataFindings, type Check } from './check.js';

/** Every period can be read (error), and no period is skipped between the first and the last (warning). */
export const periods: Check = {
  rule: 'periods',
  async run(data) {
    const index = dimensionWithRole(data, 'time');
    const field = data.source.manifest.dimensions[index]?.column ?? '';
    const unreadable = await data.query(
      `SELECT min(line), d${index} FROM observation_text WHERE d${index} IS NOT NULL
         AND line IN (SELECT line FROM observation WHERE d${index} IS NULL) GROUP BY 2 ORDER BY 1`,
    );
    const gaps = findGaps(data.codes[index] ?? []);
    const first = new Map(
      await data
        .query(`SELECT d${index}, min(line) FROM observation GROUP BY 1`)
        .then((rows) => rows.map(([position, line]) => [Number(position), line] as const)),
    );
    return [
      ...dataFindings(
        data,
        this.rule,
        { severity: 'error', field, remedy: 'Write periods as 2023, 2020-H1, 2015-Q1 or 2012-01' },
        unreadable.map(([line, code]) => ({ line, message: `${String(code).slice(0, 40)} is not a period` })),
      ),
      ...dataFindings(
        data,
        this.rule,
        { severity: 'warning', field, remedy: 'Add the missing periods; empty with a status where there is no figure' },
        gaps.map(({ after, missing }) => ({
          line: first.get(data.codes[index]?.indexOf(after) ?? -1),
          message: `${missing} ${missing === 1 ? 'period is' : 'periods are'} missing after ${after}`,
        })),
      ),
    ];
  },
};

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
