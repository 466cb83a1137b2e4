import type { Finding } from '../finding.js';
import { cellName, cellOf, cellStrides, dimensionWithRole } from './cells.js';
import { firstFindings, type Check } from './check.js';
import { comparison } from './comparison.js';
import { ownIndicators, told } from './told.js';

/**
 * Every figure of the version that is served now is in the data, or a row says why it is not (warning). What is gone from
 * the manifest was taken out on purpose; what is gone as a whole is told by `codes-present` and `regions-present`.
 */
export const figuresKept: Check = {
  rule: 'figures-kept',
  async run(data, previous) {
    if (!previous) return [];
    const { isPossible, findings } = await comparison(this.rule, data, previous);
    if (!isPossible) return findings;
    const { dimensions, data: columns } = data.source.manifest;
    const { version, table } = previous.version;
    const finding = (message: string, field: string): Finding => ({
      rule: this.rule,
      severity: 'warning',
      location: { file: data.locate(1, field).file, field },
      message,
      remedy:
        'Add the missing rows, empty with a status where there is no figure; if they are meant to go, publish it: this refuses nothing',
    });
    const [geo, time, metric] = [
      dimensionWithRole(data, 'geo'),
      dimensionWithRole(data, 'time'),
      dimensionWithRole(data, 'metric'),
    ];
    const served = table.dimensions.find(({ role }) => role === 'time')?.codes ?? [];
    const periods = served.filter(({ code }) => data.codes[time]?.includes(code) !== true);
    const strides = cellStrides(data);
    const place = (index: number): string =>
      `(p.cell // ${strides[index] ?? 1}) % ${Math.max(1, data.codes[index]?.length ?? 0)}`;
    const elsewhere = dimensions.flatMap(({ role }, index) =>
      role === 'geo' || role === 'time'
        ? []
        : [`AND ${place(index)} IN (SELECT d${index} FROM observation WHERE ${told})`],
    );
    const regions =
      geo < 0
        ? ''
        : `AND (${place(geo)}, ${place(time)}) IN (SELECT (d${geo}, d${time}) FROM observation WHERE d${geo} IS NOT NULL AND d${time} IS NOT NULL)`;
    const rows = await data.query(
      `SELECT ${place(metric)} AS metric, count(*), min(p.cell) FROM previous AS p
       WHERE NOT EXISTS (FROM observation AS o WHERE ${cellOf(data, 'o')} = p.cell AND ${told})
         AND metric IN (${ownIndicators(data)}) ${elsewhere.join(' ')} ${regions} GROUP BY 1 ORDER BY 1`,
    );
    return [
      ...firstFindings(
        periods.map(({ code }) =>
          finding(`Period ${code} of version ${version} is not in the data`, dimensions[time]?.column ?? ''),
        ),
      ),
      ...rows.map(([position, count, first]) => {
        const code = data.codes[metric]?.[Number(position)] ?? '';
        const [many, are] = Number(count) === 1 ? ['figure', 'is'] : ['figures', 'are'];
        return finding(
          `Indicator ${code}: ${Number(count)} ${many} of version ${version} ${are} not in the data, the first ${cellName(data, first, [metric])}`,
          columns.value,
        );
      }),
    ];
  },
};
