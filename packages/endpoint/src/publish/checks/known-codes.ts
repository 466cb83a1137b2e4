import type { Finding } from '../finding.js';
import { foundCode } from './cells.js';
import { dataFindings, type Check } from './check.js';

/** Every region, class and indicator in the data is one that the manifest lists. */
export const knownCodes: Check = {
  rule: 'known-codes',
  async run(data) {
    const findings: Finding[] = [];
    for (const [index, dimension] of data.source.manifest.dimensions.entries()) {
      // A code that is no period is reported by the check on periods.
      const unknown = dimension.role === 'time' ? `AND d${index} IS NULL` : '';
      const rows = await data.query(
        `SELECT min(line), d${index}, count(*) FROM observation_text
         WHERE line IN (SELECT line FROM observation WHERE d${index} IS NULL) ${unknown} GROUP BY 2 ORDER BY 1`,
      );
      const place = dimension.role === 'metric' ? 'indicators' : `dimension ${dimension.id}`;
      const remedy = `Add the code to ${place} in the manifest, or correct the data; a row without codes is to be removed`;
      const like = likeCode(rows.length > 0 ? (data.codes[index] ?? []) : []);
      const faults = rows.map(([line, code, count]) => {
        const shown = typeof code === 'string' ? foundCode(data, code) : undefined;
        const name = shown === undefined ? 'No code' : `Unknown code ${shown}`;
        // Not where the code is kept back: this would tell it.
        const meant = shown !== undefined && code === shown ? like(code) : undefined;
        const hint = meant === undefined ? '' : `; ${meant} is in the manifest, and every character counts`;
        return { line, message: `${name} on ${Number(count) === 1 ? '1 row' : `${Number(count)} rows`}${hint}` };
      });
      findings.push(...dataFindings(data, this.rule, { severity: 'error', field: dimension.column, remedy }, faults));
    }
    return findings;
  },
};

/** Finds the one code that differs in case, spaces, what cannot be seen, or the letters and zeros that a spreadsheet took away. */
function likeCode(listed: readonly string[]): (code: string) => string | undefined {
  const [bare, short] = [byForm(listed, bareCode), byForm(listed, shortCode)];
  return (code) => {
    const alike = bare.get(bareCode(code)) ?? short.get(shortCode(code)) ?? [];
    return alike.length === 1 ? alike[0] : undefined;
  };
}

function byForm(listed: readonly string[], form: (code: string) => string): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const code of listed) {
    const key = form(code);
    if (key !== '') forms.set(key, [...(forms.get(key) ?? []), code]);
  }
  return forms;
}

function bareCode(code: string): string {
  return code.replace(/[^\p{L}\p{N}_.-]/gu, '').toUpperCase();
}

/** The number of a code as `GM0153`: 153; empty for a code of another form. */
function shortCode(code: string): string {
  return /^(?:[A-Z]{2})?0*([1-9]\d*)$/.exec(bareCode(code))?.[1] ?? '';
}
