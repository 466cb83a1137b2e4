import { hasDecimalComma } from '../manifest.js';
import { dimensionWithRole } from './cells.js';
import { dataFindings, type Check } from './check.js';

/** No figure has more decimals than its indicator declares: readers would see it rounded without knowing. */
export const decimals: Check = {
  rule: 'decimals',
  async run(data) {
    const { indicators, data: columns } = data.source.manifest;
    const metric = dimensionWithRole(data, 'metric');
    const rows = await data.query(
      `SELECT d${metric}, max(decimals), arg_max(line, decimals) FROM observation
       WHERE d${metric} IS NOT NULL AND value IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const faults = rows.flatMap(([position, found, line]) => {
      const indicator = indicators[Number(position)];
      if (!indicator || Number(found) <= indicator.decimals) return [];
      const message = `${indicator.code} has a figure with ${Number(found)} decimals; ${indicator.decimals} are declared`;
      return [{ line, message }];
    });
    const sign = hasDecimalComma(data.source.manifest) ? 'comma' : 'point';
    const remedy = `Set decimals of the indicator to what the source gives, or round at the source; a ${sign} is no thousands separator`;
    return dataFindings(data, this.rule, { severity: 'error', field: columns.value, remedy }, faults);
  },
};
