import { parsePeriod, samePeriod, stepPeriod } from '@peilglas/model';
import type { Data } from '../read-data.js';
import type { Finding } from '../finding.js';
import { cellName, cellOf, cellStrides, dimensionWithRole, indicatorList, withFigures } from './cells.js';
import { rowFindings, type Check } from './check.js';
import { changeInWords, jumped, jumpRemedy, type Jump } from './jump.js';

/**
 * Figures that differ more from the period before than the bureau expects (warning). The period before is the one of the
 * same kind: a quarter is compared with a quarter. Across a break in the series nothing is compared.
 */
export const jumpsPeriod: Check = {
  rule: 'jumps-period',
  async run(data) {
    const findings: Finding[] = [];
    const steps = previousPeriods(data);
    if (steps.length === 0) return [];
    for (const jump of data.source.manifest.expectations?.jumps ?? []) {
      if (jump.period === undefined) continue;
      findings.push(
        ...(await rowFindings(data, this.rule, jumps(data, jump, jump.period, steps), {
          severity: 'warning',
          field: data.source.manifest.data.value,
          message: ([cell, now, before]) =>
            `${cellName(data, cell)} jumps from the period before${withFigures(data, `: ${changeInWords(now, before)}`, '')}`,
          remedy: jumpRemedy,
        })),
      );
    }
    return findings;
  },
};

function jumps(data: Data, jump: Jump, percent: number, steps: readonly Step[]): string {
  const time = dimensionWithRole(data, 'time');
  const metric = dimensionWithRole(data, 'metric');
  const stride = cellStrides(data)[time] ?? 1;
  const chosen = indicatorList(data, ({ code }) => jump.indicators?.includes(code) ?? true);
  const breaks = breakConditions(data).map((condition) => ` AND NOT (${condition})`);
  return `WITH figure AS (SELECT line, ${cellOf(data, 'o')} AS cell, d${time} AS period, value
      FROM observation AS o WHERE value IS NOT NULL AND d${metric} IN (${chosen})),
    later AS (SELECT line, ${cellOf(data, 'o')} AS cell, cell - step.back * ${stride} AS earlier, value
      FROM observation AS o JOIN (VALUES ${steps.map(({ period, back }) => `(${period}, ${back})`).join(', ')})
        AS step(period, back) ON step.period = o.d${time}
      WHERE value IS NOT NULL AND d${metric} IN (${chosen}) AND status IS DISTINCT FROM 'B'${breaks.join('')})
    SELECT later.line, later.cell, later.value, figure.value FROM later JOIN figure ON figure.cell = later.earlier
    WHERE ${jumped('later.value', 'figure.value', percent, jump)}`;
}

interface Step {
  /** Position of a period. */
  readonly period: number;
  /** How many positions before it the previous period of its kind stands. */
  readonly back: number;
}

function previousPeriods(data: Data): readonly Step[] {
  const periods = (data.codes[dimensionWithRole(data, 'time')] ?? []).map(parsePeriod);
  const key = (kind: string, start: number, end: number): string => `${kind} ${start} ${end}`;
  const places = new Map(
    periods.map((period, place) => [period ? key(period.kind, period.start, period.end) : '', place]),
  );
  return periods.flatMap((period, place) => {
    if (!period) return [];
    const { kind, start, end } = stepPeriod(period, -1);
    const before = places.get(key(kind, start, end));
    return before === undefined ? [] : [{ period: place, back: place - before }];
  });
}

/** SQL for observations in which a break of the manifest falls. */
function breakConditions(data: Data): readonly string[] {
  const [time, metric] = [dimensionWithRole(data, 'time'), dimensionWithRole(data, 'metric')];
  const periods = (data.codes[time] ?? []).map(parsePeriod);
  return (data.source.manifest.breaks ?? []).flatMap(({ period, indicators }) => {
    const broken = parsePeriod(period);
    const place = periods.findIndex((each) => each && broken && samePeriod(each, broken));
    if (place < 0) return [];
    const among = indicatorList(data, ({ code }) => indicators?.includes(code) ?? true);
    return [`d${time} = ${place} AND d${metric} IN (${among})`];
  });
}
