import type { Finding } from '../finding.js';
import { dimensionWithRole } from './cells.js';
import { firstFindings, type Check } from './check.js';

/** Every region of the manifest has observations, and none lacks a period that other regions have while it exists. */
export const regionsPresent: Check = {
  rule: 'regions-present',
  async run(data) {
    const { file, lineOf } = data.source;
    const geo = dimensionWithRole(data, 'geo');
    const time = dimensionWithRole(data, 'time');
    if (geo < 0) return [];
    const all = data.codes[time]?.length ?? 0;
    const rows = await data.query(
      `WITH present AS (SELECT DISTINCT d${geo} AS position, d${time} AS period FROM observation
           WHERE d${geo} IS NOT NULL AND d${time} IS NOT NULL),
         alive AS (SELECT position, count(*) AS periods FROM present AS p
           WHERE NOT EXISTS (FROM absent AS a WHERE a.position = p.position AND a.period = p.period) GROUP BY position),
         gone AS (SELECT position, count(*) AS periods FROM absent GROUP BY position)
       SELECT k.position, coalesce(alive.periods, 0), ${all} - coalesce(gone.periods, 0) AS needed
       FROM category AS k LEFT JOIN alive USING (position) LEFT JOIN gone USING (position)
       WHERE k.dimension = ${geo} AND coalesce(alive.periods, 0) < needed ORDER BY 1`,
    );
    const findings = rows.map(([place, periods, needed]): Finding => {
      const position = Number(place);
      const code = data.codes[geo]?.[position] ?? '';
      const path = ['dimensions', geo, 'codes', position, 'code'];
      const none = Number(periods) === 0;
      return {
        rule: this.rule,
        severity: none ? 'error' : 'warning',
        location: { file, line: lineOf(path), field: path.join('.') },
        message: none
          ? `Region ${code} has no observations`
          : `Region ${code} has observations in ${Number(periods)} of ${Number(needed)} periods`,
        remedy: none
          ? `Add its rows (empty with status O where a figure is not available), or remove the region, or say from when until when it exists`
          : 'Add the missing rows with a status that says why there is no figure',
      };
    });
    const withSeverity = (severity: Finding['severity']): readonly Finding[] =>
      firstFindings(findings.filter((each) => each.severity === severity));
    return [...withSeverity('error'), ...withSeverity('warning')];
  },
};
