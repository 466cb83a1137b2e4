import { cellName, cellOf, dimensionWithRole } from './cells.js';
import { rowFindings, type Check } from './check.js';

/** No region has a figure in a period in which it does not exist: municipalities merge, and codes end. */
export const regionYears: Check = {
  rule: 'region-years',
  async run(data) {
    const [geo, time] = [dimensionWithRole(data, 'geo'), dimensionWithRole(data, 'time')];
    if (geo < 0) return [];
    return rowFindings(
      data,
      this.rule,
      `SELECT o.line, ${cellOf(data, 'o')} AS cell
       FROM observation AS o JOIN absent AS a ON a.position = o.d${geo} AND a.period = o.d${time}
       WHERE o.value IS NOT NULL AND cell IS NOT NULL`,
      {
        severity: 'error',
        field: data.source.manifest.dimensions[geo]?.column ?? '',
        message: ([cell]) => `${cellName(data, cell)}: the region does not exist in this period`,
        remedy: 'Use the code of that time, or correct from and until of the region in the manifest',
      },
    );
  },
};
