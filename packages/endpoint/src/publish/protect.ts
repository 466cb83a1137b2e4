import { createHash } from 'node:crypto';
import type { Observations, PublishedVersion, Store } from '../store/store.js';
import type { Table } from '../table.js';
import { collectColumns, columnObservations, sortColumns } from './column-observations.js';
import type { Columns, EarlierVersion } from './disclosure/columns.js';
import { needsProtection, protectTable } from './disclosure/protect-table.js';
import { isMarginLeft, isWeakened } from './disclosure/weakened-rules.js';
import type { Finding } from './finding.js';
import type { Data } from './read-data.js';
import { stagedObservations } from './staged-observations.js';

/** What may be stored. */
export interface Protected {
  readonly observations: Observations;
  /**
   * Tells these observations from others. Made of the protected figures: a hash of small counts would give them away to
   * whoever tries the few that are possible.
   */
  readonly hash: string;
  /** The newest version, 0 for none, beside which they are protected; null for figures as they were given. */
  readonly protectedBeside: number | null;
}

/** What may be stored; null when the findings refuse it. */
export interface Protection {
  readonly result: Protected | null;
  readonly findings: readonly Finding[];
}

/**
 * The only way from checked figures to the store, and the place of disclosure control: what leaves here is what can be
 * asked for. What was published before, also in a version that was retracted, counts as known to everyone.
 */
export async function protect(data: Data, table: Table, store: Store | null): Promise<Protection> {
  const observations = await stagedObservations(data);
  const versions = store ? await store.versions(table.id) : [];
  const weakened = weakenedRules(data, versions);
  if (weakened.length > 0) return { result: null, findings: weakened };
  if (!needsProtection(table))
    return { result: { observations, hash: await hashOfGiven(data), protectedBeside: null }, findings: [] };
  const columns = await collectColumns(observations.portions());
  const largest = await largestPercent(data, columns);
  const earlier = store ? await figuresOf(store, versions) : [];
  const protection = await protectTable({ table, columns, largest, earlier });
  const findings = protection.findings.map((finding) => atRules(data, finding));
  if (!('columns' in protection)) return { result: null, findings };
  const sorted = sortColumns(protection.columns);
  const protectedBeside = versions.at(-1)?.version ?? 0;
  return {
    result: { observations: columnObservations(sorted), hash: hashOfProtected(sorted), protectedBeside },
    findings,
  };
}

/** Part of the largest contributor in percent of the figure, in the order of the observations. */
async function largestPercent(data: Data, { values }: Columns): Promise<Float64Array | null> {
  const rules = data.source.manifest.indicators.map(({ disclosure }) => disclosure?.suppression?.dominance);
  if (rules.every((rule) => rule === undefined)) return null;
  const percents = new Float64Array(values.length).fill(Number.NaN);
  const names = data.codes.map((_, index) => `d${index}`).join(', ');
  let row = 0;
  for await (const [largest = []] of data.portions(`SELECT largest FROM observation ORDER BY ${names}`)) {
    for (const part of largest) {
      const figure = values[row] ?? Number.NaN;
      if (typeof part === 'number' && figure > 0) percents[row] = (100 * part) / figure;
      row++;
    }
  }
  return percents;
}

async function figuresOf(store: Store, versions: readonly PublishedVersion[]): Promise<readonly EarlierVersion[]> {
  const earlier = [];
  for (const version of versions) {
    earlier.push({ table: version.table, columns: await collectColumns(store.observations(version)) });
  }
  return earlier;
}

/** Indicators whose figures of today would show what earlier versions protect. */
function weakenedRules({ source }: Data, versions: readonly PublishedVersion[]): readonly Finding[] {
  const { indicators } = source.manifest;
  return indicators.flatMap((indicator, index): readonly Finding[] => {
    const before = versions.find(
      ({ table }) => isWeakened(indicator, table) || isMarginLeft(indicator, indicators, table),
    );
    if (!before) return [];
    const path = ['indicators', index, 'disclosure'];
    const location = { file: source.file, line: source.lineOf(path), field: path.join('.') };
    const message = `Indicator ${indicator.code} was protected by another rule in version ${before.version}`;
    const remedy =
      'Keep its disclosure rule, derived and bounds; or give it another code, after consulting the privacy officer';
    return [{ rule: 'disclosure', severity: 'error', location, message, remedy }];
  });
}

/** The same for the same rows in any order, whatever else of a file changes: its kind, its line ends, its other columns. */
async function hashOfGiven(data: Data): Promise<string> {
  const columns = [...data.codes.map((_, index) => `d${index}`), 'value', 'status'];
  const texts = columns.map((column) => `coalesce(${column}, chr(30))`).join(', ');
  const [counted = []] = await data.query(
    `SELECT count(*), bit_xor(md5_number(concat_ws(chr(31), ${texts}))) FROM observation_text`,
  );
  return counted.map(String).join(' ');
}

/** Disclosure control knows tables; a person has the manifest open. */
function atRules({ source }: Data, finding: Finding): Finding {
  const index = source.manifest.indicators.findIndex(({ disclosure }) => disclosure !== undefined);
  const path = ['indicators', index, 'disclosure'];
  return { ...finding, location: { file: source.file, line: source.lineOf(path), field: path.join('.') } };
}

function hashOfProtected({ positions, values, status }: Columns): string {
  const hash = createHash('sha256');
  for (const column of [...positions, values]) hash.update(column);
  return hash.update(status.map((state) => state ?? 'A').join('')).digest('hex');
}
