/** Every kind of bad manifest or data is refused with its rule, place and remedy, and changes nothing that is served. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { dataFaults } from './faults-of-data.ts';
import { manifestFaults } from './faults-of-manifests.ts';
import { warnings, withoutFindings } from './faults-that-warn.ts';
import { temporaryFolder } from './support.ts';
import { figure, writeZorg, type ZorgEdits } from './zorg-table.ts';
import { unlimited } from '../support/unlimited.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));

/** A hash of everything that is in a folder: names and bytes. */
async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const path of entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash
      .update(path)
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  return hash.digest('hex');
}

describe('over a good version', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'store');
  const store = new DuckDbStore(path);
  const good = join(folder, 'good');
  await mkdir(good);
  const [published] = await publishTables({ paths: [(await writeZorg(good)).path], store });
  assert.equal(published?.outcome, 'published', JSON.stringify(published?.findings));
  assert.deepEqual(published.findings, []);
  const app = createEndpoint({ ...unlimited, store: path });
  after(async () => {
    await app.close();
    await store.close();
  });
  const url =
    '/api/v2/tables/zorg/data?valueCodes[RegioS]=*&valueCodes[Geslacht]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';
  const served = async () => {
    const answer = await app.inject(url);
    return [answer.statusCode, answer.headers.etag, answer.body, await hashOf(path)];
  };
  const before = await served();
  assert.equal(before[0], 200);

  async function attempt(edits: ZorgEdits, removed: readonly string[] = []) {
    const tables = join(folder, 'attempt');
    await rm(tables, { recursive: true, force: true });
    await mkdir(tables);
    const { path: manifest, texts } = await writeZorg(tables, edits);
    for (const name of removed) await rm(join(tables, name));
    const [report] = await publishTables({ paths: [manifest], store });
    assert.ok(report);
    return { report, texts, tables };
  }

  const faults = [...manifestFaults, ...dataFaults];
  it(`there are at least 45 kinds of faults, each with a name of its own`, () => {
    assert.ok(faults.length >= 45);
    assert.equal(new Set(faults.map(({ name }) => name)).size, faults.length);
  });

  for (const { name, rule, field, file = 'zorg.yaml', at, message, secret, removed, ...edits } of faults) {
    it(`refuses ${name}`, async () => {
      const { report, texts, tables } = await attempt(edits, removed);
      assert.equal(report.outcome, 'refused', name);
      const found = JSON.stringify(report.findings, null, 1);
      const line = at === undefined ? undefined : texts[file].slice(0, texts[file].indexOf(at)).split('\n').length;
      const finding = report.findings.find(
        ({ location, ...each }) =>
          each.rule === rule &&
          (location.field ?? '') === field &&
          (line === undefined || location.line === line) &&
          (message?.test(each.message) ?? true),
      );
      assert.ok(finding, `${field} at ${line}: ${found}`);
      assert.equal(finding.severity, 'error');
      assert.equal(finding.location.file, join(tables, file));
      assert.ok(finding.location.line !== undefined, found);
      for (const each of report.findings) assert.ok(each.remedy !== '' && each.message !== '', found);
      assert.deepEqual(
        report.rules.filter(({ outcome }) => outcome === 'refused').map((each) => each.rule),
        [...new Set(report.findings.filter(({ severity }) => severity === 'error').map((each) => each.rule))],
      );
      if (secret !== undefined) assert.ok(!found.includes(secret), found);
      assert.deepEqual(await served(), before);
    });
  }

  it('refuses a second manifest with the same id', async () => {
    const tables = join(folder, 'two');
    await mkdir(tables);
    const { path: first, texts } = await writeZorg(tables);
    await writeFile(join(tables, 'zweite.yaml'), texts['zorg.yaml']);
    const reports = await publishTables({ paths: [first, join(tables, 'zweite.yaml')], store, checkOnly: true });
    assert.equal(reports[1]?.findings[0]?.rule, 'manifest-references');
    assert.deepEqual(await served(), before);
  });

  for (const { name, rule, message, ...edits } of warnings) {
    it(`warns of ${name}`, async () => {
      const tables = join(folder, 'warned');
      await mkdir(tables, { recursive: true });
      const { path: manifest } = await writeZorg(tables, edits);
      const [report] = await publishTables({ paths: [manifest], store, checkOnly: true });
      assert.equal(report?.outcome, 'accepted', JSON.stringify(report?.findings));
      assert.deepEqual([...new Set(report.findings.map((each) => each.rule))], [rule], JSON.stringify(report.findings));
      assert.match(report.findings[0]?.message ?? '', message);
      assert.ok(report.findings.every(({ severity, remedy }) => severity === 'warning' && remedy !== ''));
      assert.deepEqual(
        report.rules.filter(({ outcome }) => outcome !== 'passed'),
        [{ rule, outcome: 'warned' }],
      );
      assert.deepEqual(await served(), before);
    });
  }

  for (const { name, ...edits } of withoutFindings) {
    it(`has nothing to say about ${name}`, async () => {
      const tables = join(folder, 'right');
      await mkdir(tables, { recursive: true });
      const { path: manifest } = await writeZorg(tables, edits);
      const [report] = await publishTables({ paths: [manifest], store, checkOnly: true });
      assert.deepEqual([report?.outcome, report?.findings], ['accepted', []]);
    });
  }

  it('makes another version when only a codelist changes', async () => {
    const other = join(await temporaryFolder(), 'store');
    const versions = new DuckDbStore(other);
    after(() => versions.close());
    const tables = join(folder, 'codelist');
    await mkdir(tables);
    const run = async (edits: ZorgEdits) =>
      (await publishTables({ paths: [(await writeZorg(tables, edits)).path], store: versions }))[0]?.outcome;
    const changed = { 'groepen.yaml': (text: string) => text.replace('nl: Steden', 'nl: Grote steden') };
    assert.deepEqual([await run({}), await run({}), await run(changed)], ['published', 'unchanged', 'published']);
    const lists = (await versions.current('zorg'))?.table.dimensions.map(({ codelists }) =>
      codelists?.map(({ id }) => id),
    );
    assert.deepEqual(lists, [['groepen'], ['alleen-mannen'], undefined, undefined]);
  });

  for (const [name, edits] of [
    ['a manifest', { 'zorg.yaml': (text: string) => text.replace('decimals: 1', 'decimals: one') }],
    ['data', { 'zorg.csv': figure('GM0153,T,2020,clienten', '9999') }],
    ['a codelist', { 'groepen.yaml': (text: string) => text.replace('GM0153', 'GM9999') }],
  ] as const) {
    it(`ends with 1 at the command line for a fault in ${name}`, async () => {
      const tables = join(folder, 'command');
      await mkdir(tables, { recursive: true });
      const { path: manifest } = await writeZorg(tables, edits);
      const { status, stdout } = spawnSync(process.execPath, [cli, 'publish', manifest, '--store', path, '--json']);
      assert.equal(status, 1);
      assert.match(stdout.toString(), /"outcome": "refused"/);
      assert.deepEqual(await served(), before);
    });
  }
});
