import { dataFindings, type Check } from './check.js';

/** No figure has more decimals than its indicator declares: readers would see it rounded without knowing. */
export const decimals: Check = {
  rule: 'decimals',
  async run(data) {
    const { dimensions, indicators } = data.source.manifest;
    const metric = dimensions.findIndex((dimension) => dimension.role === 'metric');
    const rows = await data.query(
      `SELECT o.d${metric}, max(length(regexp_extract(t.value, '[.]([0-9]*)$', 1))), arg_max(t.line, length(regexp_extract(t.value, '[.]([0-9]*)$', 1)))
       FROM observation_text AS t JOIN observation AS o USING (line)
       WHERE o.d${metric} IS NOT NULL AND t.value IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const faults = rows.flatMap(([position, found, line]) => {
      const indicator = indicators[Number(position)];
      if (!indicator || Number(found) <= indicator.decimals) return [];
      const message = `${indicator.code} has a figure with ${Number(found)} decimals; ${indicator.decimals} are declared`;
      return [{ line, field: data.source.manifest.data.value, message }];
    });
    return dataFindings(
      data,
      this.rule,
      'error',
      faults,
      'Set decimals of the indicator to what the source gives, or round at the source',
    );
  },
};
