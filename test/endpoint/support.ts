import { createEndpoint, DuckDbStore, publishTables, type EndpointOptions, type TableReport } from '@peilglas/endpoint';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { unlimited } from '../support/unlimited.ts';

const fixtures = new URL('fixtures/', import.meta.url);

const folders: string[] = [];
// On Windows only what nobody has open any more can be removed.
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed when the file's tests are done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-endpoint-'));
  folders.push(folder);
  return folder;
}

export interface Edits {
  readonly manifest?: (text: string) => string;
  readonly data?: (text: string) => string;
}

/** Writes the table `werk` into a folder, with changes. Returns the path of the manifest. */
export async function writeTable(folder: string, { manifest, data }: Edits = {}, name = 'werk'): Promise<string> {
  const read = (file: string): Promise<string> => readFile(new URL(file, fixtures), 'utf8');
  const [yaml, csv] = [await read('werk.yaml'), await read('werk.csv')];
  const path = join(folder, `${name}.yaml`);
  await writeFile(path, manifest?.(yaml) ?? yaml);
  await writeFile(join(folder, 'werk.csv'), data?.(csv) ?? csv);
  return path;
}

/** Checks the table `werk` with changes, without publishing it. */
export async function checkTable(edits: Edits): Promise<TableReport> {
  const [report] = await publishTables({ paths: [await writeTable(await temporaryFolder(), edits)], store: null });
  if (!report) throw new Error('No report');
  return report;
}

/** Publishes `werk` into a new store. Returns the folder of the store. */
export async function publishedStore(edits: Edits = {}): Promise<string> {
  const folder = await temporaryFolder();
  const store = new DuckDbStore(join(folder, 'store'));
  const [report] = await publishTables({ paths: [await writeTable(folder, edits)], store });
  await store.close();
  if (report?.outcome !== 'published') throw new Error(JSON.stringify(report));
  return join(folder, 'store');
}

export type Endpoint = ReturnType<typeof createEndpoint>;

/** An endpoint over a new store with `werk`, closed when the file's tests are done. */
export async function startEndpoint(options: Partial<EndpointOptions> = {}, edits: Edits = {}): Promise<Endpoint> {
  const app = createEndpoint({ ...unlimited, store: await publishedStore(edits), ...options });
  after(() => app.close());
  return app;
}

/** The parts of answers that tests look at. */
export interface Dataset {
  readonly label: string;
  readonly source: string;
  readonly updated: string;
  readonly note: readonly string[];
  readonly role: Readonly<Record<string, readonly string[]>>;
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly value: readonly (number | null)[] | null;
  readonly status?: Readonly<Record<string, string>>;
  readonly dimension: Readonly<Record<string, DatasetDimension>>;
  readonly extension: {
    readonly noteMandatory: unknown;
    readonly px: Readonly<Record<string, unknown>>;
    readonly contact: readonly { readonly mail: string }[];
    readonly peilglas: {
      readonly version: number;
      readonly audience: string;
      readonly licence: string;
      readonly validation: { readonly by: string; readonly on: string; readonly checks: readonly string[] };
      readonly definition: Readonly<Record<string, unknown>>;
      readonly breaks: readonly { readonly note: string }[];
    };
  };
}

interface DatasetDimension {
  readonly category: {
    readonly index: Readonly<Record<string, number>>;
    readonly label: unknown;
    readonly unit?: unknown;
    readonly note?: Readonly<Record<string, readonly string[]>>;
    readonly child?: unknown;
  };
  readonly extension: Readonly<Record<string, unknown>>;
}

export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

interface Link {
  readonly rel: string;
  readonly href: string;
}

export interface TableList {
  readonly tables: readonly { readonly id: string; readonly subjectCode: string; readonly links: readonly Link[] }[];
  readonly page: {
    readonly pageNumber: number;
    readonly pageSize: number;
    readonly totalElements: number;
    readonly totalPages: number;
    readonly links: readonly Link[];
  };
}

/** One dimension of a dataset, which must be there. */
export function dimensionOf(dataset: Dataset, id: string): DatasetDimension {
  const dimension = dataset.dimension[id];
  if (!dimension) throw new Error(`No dimension ${id}`);
  return dimension;
}

/** Asks for data of `werk` by GET. */
export async function getData(app: Endpoint, query: Readonly<Record<string, string>>): Promise<Dataset> {
  const answer = await app.inject({ url: '/api/v2/tables/werk/data', query });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Dataset>();
}

/** Codes of one dimension in the order of the answer. */
export function codesOf(dataset: Dataset, dimension: string): readonly string[] {
  const index = Object.entries(dimensionOf(dataset, dimension).category.index);
  return index.sort(([, a], [, b]) => a - b).map(([code]) => code);
}
