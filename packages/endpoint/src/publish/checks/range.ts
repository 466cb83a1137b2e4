import { cellName, cellOf, dimensionWithRole, withFigures } from './cells.js';
import { rowFindings, type Check } from './check.js';

/** Every figure is one that can exist: within the range of its indicator. */
export const range: Check = {
  rule: 'range',
  async run(data) {
    const metric = dimensionWithRole(data, 'metric');
    const outside = data.source.manifest.indicators.flatMap(({ range: ends }, index) => {
      if (!ends) return [];
      const { min, max } = ends;
      const sides = [
        ...(min === undefined ? [] : [`value < ${min}`]),
        ...(max === undefined ? [] : [`value > ${max}`]),
      ];
      return [`d${metric} = ${index} AND (${sides.join(' OR ')})`];
    });
    if (outside.length === 0) return [];
    return rowFindings(
      data,
      this.rule,
      `SELECT line, ${cellOf(data, 'o')}, value FROM observation AS o WHERE ${outside.join(' OR ')}`,
      {
        severity: 'error',
        field: data.source.manifest.data.value,
        message: ([cell, value]) => {
          const name = cell === null ? 'This figure' : cellName(data, cell);
          return withFigures(data, `${name} is ${Number(value)}, outside its range`, `${name} is outside its range`);
        },
        remedy: 'Correct the figure, or the range of its indicator',
      },
    );
  },
};
