import type { Finding } from '../finding.js';
import type { Check } from './check.js';

/** Every region of the manifest has observations, and none lacks a period that other regions have. */
export const regionsPresent: Check = {
  rule: 'regions-present',
  async run(data) {
    const { manifest, file, lineOf } = data.source;
    const index = manifest.dimensions.findIndex((dimension) => dimension.role === 'geo');
    const time = manifest.dimensions.findIndex((dimension) => dimension.role === 'time');
    if (index < 0) return [];
    const rows = await data.query(
      `SELECT k.position, count(DISTINCT o.d${time}) FROM category AS k LEFT JOIN observation AS o ON o.d${index} = k.position
       WHERE k.dimension = ${index} GROUP BY k.position
       HAVING count(DISTINCT o.d${time}) < (SELECT count(*) FROM category WHERE dimension = ${time}) ORDER BY 1`,
    );
    const all = data.codes[time]?.length ?? 0;
    return rows.map(([place, periods]): Finding => {
      const position = Number(place);
      const code = data.codes[index]?.[position] ?? '';
      const path = ['dimensions', index, 'codes', position, 'code'];
      const none = Number(periods) === 0;
      return {
        rule: this.rule,
        severity: none ? 'error' : 'warning',
        location: { file, line: lineOf(path), field: path.join('.') },
        message: none
          ? `Region ${code} has no observations`
          : `Region ${code} has observations in ${Number(periods)} of ${all} periods`,
        remedy: none
          ? 'Add its rows (empty with status O where a figure is not available), or remove the region'
          : 'Add the missing rows with a status that says why there is no figure',
      };
    });
  },
};
