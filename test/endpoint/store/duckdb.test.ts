import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, readlink, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DuckDbStore, publishTables, StoreReadOnlyError, StoreUnavailableError } from '@peilglas/endpoint';
import { temporaryFolder, writeTable } from '../support.ts';
import { candidateOf, cubeTable } from './candidates.ts';
import { describeStore, storeFolder } from './contract.ts';
import { runCli } from './run-cli.ts';

describeStore('the embedded store', async () => {
  const path = await storeFolder();
  return {
    open: () => new DuckDbStore(path),
    rewrite: async (id, version, change) => {
      const file = join(path, id, `${version}.json`);
      await writeFile(file, change(await readFile(file, 'utf8')));
    },
  };
});

const candidate = candidateOf(cubeTable([1, 1]), [[[0, 0], 7, null]]);
const query = {
  tableId: 'kubus',
  version: 1,
  language: 'nl',
  outputFormat: 'csv',
  outputFormatParams: [],
  selection: [],
};

async function newStore() {
  const path = await storeFolder();
  const store = new DuckDbStore(path);
  after(() => store.close());
  const names = async () => (await readdir(join(path, 'kubus'))).sort();
  /** What a publisher of this machine leaves: the number of a process that ended, or lives. */
  const reserve = async (version: number, process: number, host = hostname()) => {
    await mkdir(join(path, 'kubus'), { recursive: true });
    await writeFile(join(path, 'kubus', `${version}.reserved`), JSON.stringify({ host, process }));
    await writeFile(join(path, 'kubus', `${version}.duckdb`), 'half');
    await writeFile(join(path, 'kubus', `${version}.duckdb.wal`), 'half');
  };
  return { path, store, names, reserve };
}

/** A number that no process has. */
const ended = 2 ** 22 + 1;
const published = (version: number): readonly string[] => [`${version}.duckdb`, `${version}.json`];

describe('the embedded store: figures that cannot be read for a moment', () => {
  it('are read again afterwards, and nothing stays open when the store is closed', async () => {
    const path = await storeFolder();
    const store = new DuckDbStore(path);
    const version = await store.publish(candidate);
    const file = join(path, 'kubus', '1.duckdb');
    await rename(file, `${file}.away`);
    const everything = version.table.dimensions.map(() => [0]);
    await assert.rejects(store.cells(version, everything));
    await rename(`${file}.away`, file);
    for (let time = 0; time < 2; time++) assert.deepEqual((await store.cells(version, everything)).values, [7]);
    await store.close();
    assert.deepEqual(await openedIn(path), []);
  });
});

/** Files in a folder that this process has open; none where the system does not tell. */
async function openedIn(folder: string): Promise<readonly string[]> {
  const handles = await readdir('/proc/self/fd').catch(() => []);
  const names = await Promise.all(handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')));
  return names.filter((name) => name.startsWith(folder));
}

describe('the embedded store: what a dead publisher left', () => {
  it('is cleared away by the next one', async () => {
    const { store, names, reserve } = await newStore();
    await store.publish(candidate);
    await reserve(2, ended);
    await reserve(3, process.pid);
    assert.deepEqual((await store.versions('kubus')).length, 1);
    assert.equal((await store.publish(candidate)).version, 4);
    assert.deepEqual(await names(), [...published(1), ...published(4)]);
  });

  it('stays while its publisher may be alive: another process, or a machine that moved lately', async () => {
    const { store, names, reserve } = await newStore();
    await reserve(1, process.ppid);
    await reserve(2, ended, 'another-machine');
    await store.publish(candidate);
    const left = ['1.duckdb', '1.duckdb.wal', '1.reserved', '2.duckdb', '2.duckdb.wal', '2.reserved'];
    assert.deepEqual(await names(), [...left, ...published(3)]);
    assert.deepEqual((await store.current('kubus'))?.version, 3);
  });

  it('goes when another machine did not move for long', async () => {
    const { path, store, names, reserve } = await newStore();
    await reserve(1, ended, 'another-machine');
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(path, 'kubus', '1.reserved'), longAgo, longAgo);
    await store.publish(candidate);
    assert.deepEqual(await names(), published(2));
  });

  it('goes when clearing it away was broken off, and temporary files of long ago go with it', async () => {
    const { path, store, names } = await newStore();
    await store.publish(candidate);
    await writeFile(join(path, 'kubus', '2.abandoned'), '');
    await writeFile(join(path, 'kubus', '2.duckdb'), 'half');
    await writeFile(join(path, 'kubus', 'new.tmp'), '');
    for (const name of [join('kubus', 'old.tmp'), 'old.tmp']) {
      await writeFile(join(path, name), '');
      await utimes(join(path, name), new Date(0), new Date(0));
    }
    await store.publish(candidate);
    assert.deepEqual(await names(), [...published(1), ...published(3), 'new.tmp']);
    assert.deepEqual((await readdir(path)).sort(), ['kubus', 'revision.txt']);
  });

  it('never takes a published version with it', async () => {
    const { path, store, names, reserve } = await newStore();
    await store.publish(candidate);
    // A publisher that took a number in use, and died before it saw so.
    await writeFile(join(path, 'kubus', '1.reserved'), JSON.stringify({ host: hostname(), process: ended }));
    await reserve(2, ended);
    const version = await store.publish(candidate);
    assert.deepEqual(await names(), [...published(1), ...published(3)]);
    const [first] = await store.versions('kubus');
    assert.ok(first);
    assert.deepEqual(await store.cells(first, [[0], [0]]), await store.cells(version, [[0], [0]]));
  });
});

describe('the embedded store: a disk that fails', () => {
  it('refuses the table that cannot be written, and goes on with the others', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'store');
    await mkdir(path);
    // A file where the folder of the table should be.
    await writeFile(join(path, 'werk'), '');
    const paths = [
      await writeTable(folder),
      await writeTable(folder, { manifest: (text) => text.replace('id: werk', 'id: ander') }, 'z'),
    ];
    const store = new DuckDbStore(path);
    after(() => store.close());
    const [first, second] = await publishTables({ paths, store });
    assert.deepEqual([first?.outcome, second?.outcome], ['refused', 'published']);
    const [finding] = first?.findings.filter(({ severity }) => severity === 'error') ?? [];
    assert.equal(finding?.rule, 'store');
    assert.match(finding.message, /^The store cannot be written \(E[A-Z]+\)$/);
    assert.deepEqual(await store.tableIds(), ['ander']);
  });

  it('that is full changes nothing that is served; with room again the next publisher succeeds', async () => {
    const folder = await temporaryFolder();
    const [manifest, path] = [await writeTable(folder), join(folder, 'store')];
    assert.equal((await runCli(['publish', manifest, '--store', path])).code, 0);
    await writeTable(folder, { data: (text) => text.replace('1000111', '1000112') });
    const full = await runCli(['publish', manifest, '--store', path], { limit: 100 });
    assert.equal(full.code, 1, full.output + full.errors);
    assert.match(full.output, /werk: refused, 1 error[\s\S]*\[store\]/);
    assert.deepEqual((await readdir(join(path, 'werk'))).sort(), published(1));
    const again = await runCli(['publish', manifest, '--store', path]);
    assert.match(again.output, /werk: published version \d/);
  });

  it('that can only be read keeps no query, and says so by its own error', async () => {
    // The administrator may write anywhere but in what the kernel keeps for itself.
    const path = process.getuid?.() === 0 ? '/sys/peilglas' : await temporaryFolder();
    if (process.getuid?.() !== 0) await chmod(path, 0o500);
    const store = new DuckDbStore(path);
    await assert.rejects(store.saveQuery(query, 10), StoreReadOnlyError);
    await assert.rejects(store.publish(candidate), StoreReadOnlyError);
    assert.deepEqual(await store.tables(), []);
  });
});

it('a folder that may not be looked into is a store that is away, which may be back later', async () => {
  const path = join(await temporaryFolder(), 'store');
  // As root may look into every folder: a link to itself, which nobody can follow.
  await symlink(path, path);
  const store = new DuckDbStore(path);
  after(() => store.close());
  assert.throws(() => store.revision(), StoreUnavailableError);
});
