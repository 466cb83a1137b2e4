import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dutchDay } from '../dutch-day.js';
import { PublishedMeanwhileError, StoreError } from '../store/store-errors.js';
import type { Store } from '../store/store.js';
import type { Disclosure, Table, Text } from '../table.js';
import { checks, manifestRules } from './checks/index.js';
import { codelistsElsewhere } from './codelists-elsewhere.js';
import { confidentialCount } from './confidential-count.js';
import { describeTable } from './describe-table.js';
import { refuses, type Finding } from './finding.js';
import { previousVersion } from './previous-version.js';
import { protect } from './protect.js';
import { isCodelistFile } from './read-codelists.js';
import { readData, type Data } from './read-data.js';
import { readId, readManifest, type ManifestFile } from './read-manifest.js';
import { ruleOutcomes, type RuleOutcome } from './rule-outcome.js';

/** What became of one manifest. `accepted` is what a check alone says of a table that could be published. */
export interface TableReport {
  readonly manifest: string;
  /** Null when the manifest does not say which table it is. */
  readonly id: string | null;
  /** What the manifest says about the table; null, like the next four, when it cannot be read. */
  readonly title: Table['title'] | null;
  readonly validation: Table['validation'] | null;
  readonly personal: Table['personal'] | null;
  readonly audience: Table['audience'] | null;
  /** The disclosure rule of each indicator; null for one without. */
  readonly disclosure: readonly { readonly indicator: Text; readonly rule: Disclosure | null }[] | null;
  readonly outcome: 'published' | 'unchanged' | 'accepted' | 'refused';
  /** The version that is served afterwards, when this run knows it. */
  readonly version: number | null;
  readonly observationCount: number | null;
  /** Observations that are confidential, for whatever reason: which rule hid them is not told apart. */
  readonly confidentialCount: number | null;
  /** Every rule that the table was held against, in the order of the work; rules after a refusal are not in it. */
  readonly rules: readonly RuleOutcome[];
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

export interface PublishOptions {
  /** Manifests, or folders of them. */
  readonly paths: readonly string[];
  /** Where to publish, and where the versions before are; null to check a table by itself. */
  readonly store: Store | null;
  /** Write nothing: only say what would be refused. */
  readonly checkOnly?: boolean;
  /** Told what is being done: the reading of a manifest (no rule), or one of the rules. */
  readonly onStep?: (manifest: string, rule: string | null) => void;
  /** Told of what no rule foresees, when it ended the work on one table. */
  readonly onFault?: (manifest: string, fault: Error) => void;
  /** Told after each table. */
  readonly onReport?: (report: TableReport, done: number, total: number) => void;
}

const checkedRules: readonly string[] = [...manifestRules, ...checks.map(({ rule }) => rule)];
/** Names of every rule a published table was held against. */
const allRules: readonly string[] = [...checkedRules, 'disclosure'];

/**
 * Checks and publishes tables one after another. A refused table changes nothing and does not stop the others.
 * @throws when a path does not exist, or a folder has no manifests.
 */
export async function publishTables(options: PublishOptions): Promise<readonly TableReport[]> {
  const { paths, onReport } = options;
  const manifests = (await Promise.all(paths.map(findManifests))).flat();
  // A file that was named twice is one.
  const files = [...new Map(manifests.map((file) => [resolve(file), file])).values()];
  const filesOf = new Map<string | null, string[]>();
  for (const file of files) {
    const id = await readId(file);
    filesOf.set(id, [...(filesOf.get(id) ?? []), file]);
  }
  const reports: TableReport[] = [];
  const coming = new Set(filesOf.keys());
  for (const manifest of files) {
    const started = performance.now();
    options.onStep?.(manifest, null);
    const result = await publishTable(manifest, options, { filesOf, coming });
    // A check leaves the store as it was: tables that are only checked go on coming.
    if (options.checkOnly !== true) coming.delete(result.id);
    const report = { manifest, ...result, milliseconds: Math.round(performance.now() - started) };
    reports.push(report);
    onReport?.(report, reports.length, files.length);
  }
  return reports;
}

async function findManifests(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null);
  if (!found)
    throw new Error(`${path} is not there, or cannot be read\n  → Name a manifest, or a folder with manifests`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/i.test(name));
  // A disk that is away leaves an empty folder: who publishes every night must hear of it.
  if (names.length === 0) throw new Error(`${path} has no manifests (.yaml)\n  → Name the folder that they are in`);
  const files = names.sort().map((name) => join(path, name));
  // Codelists that tables share lie beside their manifests.
  const areCodelists = await Promise.all(files.map(isCodelistFile));
  return files.filter((_, index) => !areCodelists[index]);
}

type Result = Omit<TableReport, 'manifest' | 'milliseconds'>;
/** What the work on a manifest that could be read adds to what the manifest says. */
type Outcome = Omit<Result, 'id' | 'title' | 'validation' | 'personal' | 'audience' | 'disclosure'>;

/** What else is published with a table. */
interface Beside {
  /** Manifests by the id that they give. */
  readonly filesOf: ReadonlyMap<string | null, readonly string[]>;
  /** Ids of tables that are still to be published. */
  readonly coming: ReadonlySet<string | null>;
}

async function publishTable(path: string, options: PublishOptions, beside: Beside): Promise<Result> {
  const source = await readManifest(path);
  if ('findings' in source) {
    const unknown = { id: null, title: null, validation: null, personal: null, audience: null, disclosure: null };
    return { ...unknown, ...refused([], source.findings) };
  }
  const { id, title, validation, personal, audience, indicators } = source.manifest;
  const disclosure = indicators.map(({ label, disclosure: rule = null }) => ({ indicator: label, rule }));
  const said = { id, title, validation, personal, audience, disclosure };
  return { ...said, ...(await publishManifest(source, options, beside)) };
}

async function publishManifest(source: ManifestFile, options: PublishOptions, beside: Beside): Promise<Outcome> {
  const { id } = source.manifest;
  // Which of them is the copy that somebody forgot, nobody but they can know.
  const other = beside.filesOf.get(id)?.find((file) => file !== source.file);
  if (other !== undefined) {
    const location = { file: source.file, line: source.lineOf(['id']), field: 'id' };
    const message = `Table ${id} is also described by ${other}`;
    const remedy = 'Give each table its own id, or remove the file that is a copy';
    return refused(manifestRules, [{ rule: 'manifest-references', severity: 'error', location, message, remedy }]);
  }
  try {
    const data = await readData(source);
    if ('findings' in data) return refused(manifestRules, data.findings);
    return await checkAndStore(data, options, beside).finally(() => data.close());
  } catch (error) {
    // What earlier versions told is not known, so nothing may be published after them.
    if (error instanceof StoreError)
      return refused([...checkedRules, storeRule], [...source.warnings, notStored(source, error)]);
    if (!(error instanceof Error)) throw error;
    options.onFault?.(source.file, error);
    return refused(manifestRules, [...source.warnings, unfinished(source)]);
  }
}

async function checkAndStore(
  data: Data,
  { store, checkOnly = false, onStep }: PublishOptions,
  { coming }: Beside,
): Promise<Outcome> {
  const { id } = data.source.manifest;
  const findings: Finding[] = [...data.source.warnings];
  if (!checkOnly) await store?.prepare();
  const previous = await previousVersion(store, id);
  for (const check of checks) {
    onStep?.(data.source.file, check.rule);
    findings.push(...(await check.run(data, previous)));
  }
  if (refuses(findings)) return refused(checkedRules, findings);
  const table = describeTable(data);
  onStep?.(data.source.file, 'disclosure');
  const protection = await protect(data, table, store);
  findings.push(...protection.findings);
  if (!protection.result) return refused(allRules, findings);
  const { observations, hash, protectedBeside } = protection.result;
  const contentHash = hashOf(table, hash);
  findings.push(...(await codelistsElsewhere(data.source, table, store, coming)));
  findings.push(...(await retractedBefore(data.source, contentHash, store)));
  const counts = {
    observationCount: observations.count,
    confidentialCount: await confidentialCount(data, observations),
  };
  const done = { ...counts, rules: ruleOutcomes(allRules, findings), findings };
  if (!store || checkOnly) return { outcome: 'accepted', version: null, ...done };
  try {
    const current = await store.current(id);
    if (current?.contentHash === contentHash) return { outcome: 'unchanged', version: current.version, ...done };
    onStep?.(data.source.file, storeRule);
    const { version } = await store.publish({ table, observations, contentHash, checks: allRules, protectedBeside });
    return { outcome: 'published', version, ...done };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return refused([...allRules, storeRule], [...findings, notStored(data.source, error)]);
  }
}

/**
 * A warning where a version is about to come back as it was retracted: it may have been too early, but on a schedule a
 * fault that is still in it would come back by itself.
 */
async function retractedBefore(
  source: ManifestFile,
  contentHash: string,
  store: Store | null,
): Promise<readonly Finding[]> {
  const versions = (await store?.versions(source.manifest.id)) ?? [];
  const same = versions.findLast((each) => each.contentHash === contentHash);
  const served = versions.findLast((each) => !each.retracted);
  if (!same?.retracted || served?.contentHash === contentHash) return [];
  const { on, why } = same.retracted;
  const message = `The same was version ${same.version}, which was retracted on ${dutchDay(on)}: ${why}`;
  const remedy = 'Where that still holds, retract it again, and correct data or manifest before the next publication';
  return [{ rule: 'retracted', severity: 'warning', location: { file: source.file }, message, remedy }];
}

const storeRule = 'store';

function notStored({ file }: ManifestFile, error: StoreError): Finding {
  const { message } = error;
  const remedy =
    error instanceof PublishedMeanwhileError
      ? 'Publish this table again'
      : 'See to the disk or the database of the store, then publish this table again';
  return { rule: storeRule, severity: 'error', location: { file }, message, remedy };
}

/** Its words are left out: they may have figures in them. */
function unfinished({ file }: ManifestFile): Finding {
  return {
    rule: 'finished',
    severity: 'error',
    location: { file },
    message: 'The work on this table ended half-way, by a fault that no rule foresees',
    remedy: 'Tell who maintains the endpoint, with this manifest and what publish wrote on standard error',
  };
}

/** Raised when the same tables must be stored anew, in another form. */
const storedForm = '2';

/** Of what a version says, not of the files that say it: a comment or other line ends make no new version. */
function hashOf(table: Table, observations: string): string {
  return createHash('sha256')
    .update(JSON.stringify([storedForm, table, observations]))
    .digest('hex');
}

function refused(rules: readonly string[], findings: readonly Finding[]): Outcome {
  return {
    outcome: 'refused',
    version: null,
    observationCount: null,
    confidentialCount: null,
    rules: ruleOutcomes(rules, findings),
    findings,
  };
}
