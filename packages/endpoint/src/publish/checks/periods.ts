import { parsePeriod, periodsBetween, stepPeriod, type Period } from '@peilglas/model';
import { dataFindings, type Check } from './check.js';

/** Every period can be read (error), and no period is skipped between the first and the last (warning). */
export const periods: Check = {
  rule: 'periods',
  async run(data) {
    const index = data.source.manifest.dimensions.findIndex((dimension) => dimension.role === 'time');
    const field = data.source.manifest.dimensions[index]?.column ?? '';
    const rows = await data.query(
      `SELECT d${index}, min(line) FROM observation_text WHERE d${index} IS NOT NULL GROUP BY 1 ORDER BY 2`,
    );
    const read = rows.map(([code, line]) => ({ code: String(code), line, period: parsePeriod(String(code)) }));
    const unreadable = read.filter(({ period }) => period === null);
    const gaps = findGaps(data.codes[index] ?? []);
    const lineOf = new Map(read.map(({ code, line }) => [code, line]));
    return [
      ...dataFindings(
        data,
        this.rule,
        'error',
        unreadable.map(({ code, line }) => ({ line, field, message: `${code.slice(0, 40)} is not a period` })),
        'Write periods as 2023, 2020-H1, 2015-Q1 or 2012-01',
      ),
      ...dataFindings(
        data,
        this.rule,
        'warning',
        gaps.map(({ after, missing }) => ({
          line: lineOf.get(after),
          field,
          message: `${missing} ${missing === 1 ? 'period is' : 'periods are'} missing after ${after}`,
        })),
        'Add the missing periods; empty with a status where there is no figure',
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
