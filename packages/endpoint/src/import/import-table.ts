import * as v from 'valibot';
import { tableIdSchema } from '../table.js';
import type { Answers } from './answers.js';
import { writeRows } from './csv-rows.js';
import type { Draft, Observation, TableSource } from './draft.js';
import { earlierManifest } from './earlier-manifest.js';
import { ImportError } from './import-error.js';
import { manifestText } from './manifest-text.js';
import { NewFiles } from './new-files.js';
import { ownCodes, ownId } from './own-codes.js';
import { asPublished, Usage } from './usage.js';
import { wantedCodes, type ImportSelection } from './selection.js';
import { readFigure } from './source-status.js';
import { join } from 'node:path';

export interface ImportOptions {
  /** Where the files go; default: the working folder. */
  readonly folder?: string;
  /** Id of our table and name of its files; default: the source's name for it. */
  readonly id?: string;
  /** Replace files that are there, keeping what a person filled in. */
  readonly force?: boolean;
  readonly selection?: ImportSelection;
  /** What the source cannot know. */
  readonly answers?: Answers;
  /** Told after each batch; `expected` is null where the source does not say. */
  readonly onProgress?: (observations: number, expected: number | null) => void;
}

export interface Imported {
  readonly id: string;
  /** Paths of the two files. */
  readonly manifest: string;
  readonly data: string;
  readonly observationCount: number;
  /** What a person should look at before publishing. */
  readonly warnings: readonly string[];
}

/**
 * Writes the manifest and the data of a table from elsewhere. The manifest cannot be published as it is: who checked
 * the figures, and what else only a person knows, is left to fill in.
 * @throws ImportError with a remedy; then no file has been written or changed.
 */
export async function importTable(source: TableSource, options: ImportOptions = {}): Promise<Imported> {
  const { folder = '.', force = false, selection = {}, answers = {}, onProgress } = options;
  const id = readId(options.id ?? source.table.toLowerCase());
  const [manifestName, dataName] = [`${id}.yaml`, `${id}.csv`];
  const files = new NewFiles(folder, force);
  await files.refuseExisting([manifestName, dataName]);
  const earlier = await earlierManifest(join(folder, manifestName));
  const draft = withOwnIds(await source.describe(selection.period?.[0]));
  const usage = new Usage(draft);
  const own = draft.dimensions.map(ownCodes);
  const wanted = wantedCodes(draft, own, selection);
  try {
    const data = await files.create(dataName);
    await writeRows(data, [[...draft.dimensions.map((dimension) => dimension.id), 'value', 'status']]);
    let expected: number | null = null;
    for await (const batch of source.observations(wanted, (count) => (expected = count))) {
      await writeRows(
        data,
        batch.map((observation) => row(observation, own, usage)),
      );
      onProgress?.(usage.observationCount, expected);
    }
    if (usage.observationCount === 0)
      throw new ImportError('The source gives no figures', 'Choose more with --region, --period or --indicator');
    const manifest = await files.create(manifestName);
    const published = asPublished(draft, own, usage);
    await manifest.appendFile(manifestText({ id, draft: published, answers, earlier, dataFile: dataName }));
    await files.refuseExisting([manifestName, dataName]);
    const [dataPath = '', manifestPath = ''] = await files.keep();
    const { observationCount, warnings } = usage;
    return { id, manifest: manifestPath, data: dataPath, observationCount, warnings };
  } finally {
    await files.discard();
  }
}

function row(
  observation: Observation,
  own: readonly ReadonlyMap<string, string>[],
  usage: Usage,
): (string | number | null)[] {
  const figure = readFigure(observation);
  usage.note(observation.codes, figure);
  const codes = observation.codes.map((code, index) => own[index]?.get(code) ?? unlisted(code));
  return [...codes, figure.value, figure.status];
}

function unlisted(code: string): never {
  throw new ImportError(
    `A figure has the code ${code.slice(0, 40)}, which the source does not list`,
    'The source may be in the middle of a change: try again later',
  );
}

function withOwnIds(draft: Draft): Draft {
  // The names of the two other columns of the data.
  const taken = new Set(['value', 'status']);
  return { ...draft, dimensions: draft.dimensions.map((each) => ({ ...each, id: ownId(each.id, taken) })) };
}

function readId(id: string): string {
  const read = v.safeParse(tableIdSchema, id);
  if (read.success) return read.output;
  throw new ImportError(`${id} cannot be the id of a table`, 'Give one with --id: a-z, 0-9 and hyphens');
}
