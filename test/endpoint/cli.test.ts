import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TableReport } from '@peilglas/endpoint';
import { temporaryFolder, writeTable } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));

function start(parameters: readonly string[]) {
  const child = spawn(process.execPath, [cli, ...parameters]);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, output: () => output, errors: () => errors };
}

async function run(...parameters: string[]) {
  const { ended, output, errors } = start(parameters);
  const code = await ended;
  return { code, output: output(), errors: errors() };
}

async function twoTables() {
  const folder = await temporaryFolder();
  const tables = join(folder, 'tables');
  await mkdir(tables);
  await writeTable(tables);
  await writeTable(
    tables,
    { manifest: (text) => text.replace('id: werk', 'id: stuk').replace('decimals: 0', 'decimals: x') },
    'stuk',
  );
  return { folder, tables, store: join(folder, 'store') };
}

describe('peilglas-endpoint', () => {
  it('publishes what is right, refuses the rest with place and remedy, and ends with 1', async () => {
    const { tables, store } = await twoTables();
    const { code, output } = await run('publish', tables, '--store', store);
    assert.equal(code, 1);
    assert.match(
      output,
      /^\[1\/2\] .*stuk\.yaml: refused, 1 error;.*\n {2}error .*stuk\.yaml:39 indicators\.0\.decimals\n {4}.*\[manifest-shape\]\n {4}→ /,
    );
    assert.match(output, /\[2\/2\] werk: published version 1, 47 observations/);
    assert.match(output, /\n2 tables: 1 published, 1 refused\n$/);
  });

  it('ends with 0 when every table is published or unchanged', async () => {
    const { tables, store } = await twoTables();
    const manifest = join(tables, 'werk.yaml');
    assert.equal((await run('publish', manifest, '--store', store)).code, 0);
    const again = await run('publish', manifest, '--store', store);
    assert.equal(again.code, 0);
    assert.match(again.output, /werk: unchanged, version 1 stays/);
    const versions = await run('versions', 'werk', '--store', store);
    assert.match(versions.output, /^werk@1 {2}\S+Z {2}47 observations {2}[0-9a-f]{12} {2}current\n$/);
  });

  const full = '/dev/full';
  it('says of a report whose disk is full that the tables are published', { skip: !existsSync(full) }, async () => {
    const { tables, store } = await twoTables();
    const { code, output, errors } = await run('publish', join(tables, 'werk.yaml'), '--store', store, '--html', full);
    assert.equal(code, 1);
    assert.match(output, /werk: published version 1/);
    assert.match(errors, /--html \/dev\/full could not be written; the tables are as it says above\n {2}→ /);
  });

  it('checks without writing anything', async () => {
    const { folder, tables } = await twoTables();
    const { code, output } = await run('check', tables, '--store', join(folder, 'store'));
    assert.equal(code, 1);
    assert.match(output, /werk: can be published/);
    assert.deepEqual(await readdir(folder), ['tables']);
  });

  it('reports as JSON', async () => {
    const { tables } = await twoTables();
    const { output } = await run('check', tables, '--json');
    const [first] = JSON.parse(output) as TableReport[];
    assert.deepEqual(
      [first?.outcome, first?.findings[0]?.rule, first?.findings[0]?.location.line],
      ['refused', 'manifest-shape', 39],
    );
  });

  it('publishes nothing when the page with the report cannot be written, and makes the folder for one', async () => {
    const { folder, tables, store } = await twoTables();
    const manifest = join(tables, 'werk.yaml');
    for (const page of [folder, join(manifest, 'page.html')]) {
      const { code, output, errors } = await run('publish', manifest, '--store', store, '--html', page);
      assert.deepEqual([code, output], [1, '']);
      assert.match(errors, /--html \S+ cannot be written\n {2}→ Name a file in a folder/);
    }
    assert.deepEqual(await readdir(folder), ['tables']);
    const page = join(folder, 'reports', 'today.html');
    assert.equal((await run('publish', manifest, '--store', store, '--html', page)).code, 0);
    assert.match(await readFile(page, 'utf8'), /^<!doctype html>/);
  });

  it('says of a store or a file that cannot be read what to do, in words of its own', async () => {
    const { folder, tables, store } = await twoTables();
    const manifest = join(tables, 'werk.yaml');
    for (const data of ['1000111', '1000112']) {
      await writeTable(tables, { data: (text) => text.replace('1000111', data) });
      assert.equal((await run('publish', manifest, '--store', store)).code, 0);
    }
    const loop = join(folder, 'loop');
    await symlink(loop, loop);
    await symlink(loop, join(store, 'kring'));
    await truncate(join(store, 'werk', '1.duckdb'), 100);
    const config = join(folder, 'peilglas.yaml');
    await writeFile(config, 'access: { issuers: [], auditKeyFile: ./no.key }\n');
    const noFolder = /The folder of the store cannot be read \(ELOOP\); see to its rights and its disk/;
    const noFigures = /Version 1 of table werk cannot be read: the file of its figures cannot be opened; see to /;
    for (const [parameters, message] of [
      [['versions', '--store', loop], noFolder],
      [['versions', '--store', store], noFolder],
      [['versions', 'kring', '--store', store], noFolder],
      [['retract', 'kring@1', '--why', 'x', '--store', store], noFolder],
      [['diff', 'kring', '--store', store], noFolder],
      [['publish', manifest, '--store', loop], noFolder],
      [['diff', 'werk', '--store', store], noFigures],
      [['serve', '--port', '0', '--config', config], /no\.key cannot be used \(ENOENT\)\n {2}→ Make it, or correct/],
    ] as const) {
      const { code, output, errors } = await run(...parameters);
      assert.equal(code, 1, parameters.join(' '));
      assert.match(output + errors, message);
      assert.doesNotMatch(output + errors, /no such file|permission denied|too many|IO Error|fault that no rule/);
    }
  });

  it('says of a file of settings, a manifest or a codelist without fields what is in it instead', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'x.yaml');
    for (const [text, message] of [
      ['', /x\.yaml\n {4}The file is empty .*\n {4}→ /],
      ['# later\n', /x\.yaml\n {4}The file is empty /],
      ['- port: 1\n', /x\.yaml:1:?\s+Holds a list instead of fields.*\n +→ Write fields/],
      ['port\n', /x\.yaml:1:?\s+Holds a single value instead of fields/],
      ['port: *none\n', /x\.yaml:?\s+An alias \(\*\) names nothing, or too much/],
      ['port: 1\n---\nport: 2\n', /x\.yaml:2:?\s+A second document begins here/],
    ] as const) {
      await writeFile(file, text);
      assert.match((await run('check', file)).output, message);
      // Every setting may be left out.
      const isEmpty = message.source.includes('empty');
      const { code, output, errors } = await run('serve', '--check', '--config', file);
      assert.equal(code, isEmpty ? 0 : 1, text);
      if (!isEmpty) assert.match(output + errors, message);
    }
  });

  it('tells of a folder without manifests, as one is whose disk is away, and of a store without tables', async () => {
    const folder = await temporaryFolder();
    const { code, errors } = await run('publish', folder, '--store', join(folder, 'store'));
    assert.equal(code, 1);
    assert.match(errors, / has no manifests \(\.yaml\)\n {2}→ /);
    const versions = await run('versions', '--store', folder);
    assert.deepEqual([versions.code, versions.output], [0, '']);
    assert.match(versions.errors, /^No table of this store is served; versions <id> lists /);
  });

  it('takes a store that is not there for a name that was mistyped, unless it is about to be made', async () => {
    const { folder, tables, store } = await twoTables();
    const nowhere = join(folder, 'stroe');
    for (const asking of [
      ['versions'],
      ['versions', 'werk', '--json'],
      ['diff', 'werk'],
      ['retract', 'werk@1', '--why', 'x'],
    ]) {
      const { code, output, errors } = await run(...asking, '--store', nowhere);
      assert.deepEqual([code, output], [1, ''], asking.join(' '));
      assert.match(errors, /^peilglas-endpoint: store: \S+stroe is not there\n {2}→ Correct its name; /);
    }
    assert.deepEqual(await readdir(folder), ['tables']);
    assert.equal((await run('publish', join(tables, 'werk.yaml'), '--store', store)).code, 0);
    assert.equal((await run('versions', '--store', store)).code, 0);
  });

  it('takes no file for a store, whatever is asked of it', async () => {
    const { folder, tables } = await twoTables();
    const file = join(folder, 'werk.db');
    await writeFile(file, 'figures');
    const manifest = join(tables, 'werk.yaml');
    for (const command of [
      ['versions'],
      ['diff', 'werk'],
      ['retract', 'werk@1', '--why', 'x'],
      ['check', manifest],
      ['publish', manifest],
      ['serve', '--port', '0'],
    ]) {
      const { child, ended, errors } = start([...command, '--store', file]);
      child.stdout.once('data', () => child.kill());
      assert.equal(await ended, 1, command.join(' '));
      assert.match(errors(), /store: \S+werk\.db is no folder\n {2}→ Name one that is, or that is not there yet/);
    }
    assert.equal(await readFile(file, 'utf8'), 'figures');
  });

  it('says where it cannot listen, and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, errors } = await run('serve', '--port', String(port));
    server.close();
    assert.equal(code, 1);
    assert.match(errors, new RegExp(`port: cannot listen at 127\\.0\\.0\\.1:${port} \\(EADDRINUSE\\)\n  → `));
  });

  it('says what is wrong with its own use', async () => {
    const folder = await temporaryFolder();
    const config = join(folder, 'peilglas.yaml');
    await writeFile(config, 'port: many\n');
    for (const [parameters, message] of [
      [['serve', '--config', config], /peilglas\.yaml:1: port: /],
      [['serve', '--port', 'x'], /Expected a number from 0 to 65535/],
      [['publish', join(folder, 'nowhere')], /nowhere is not there, or cannot be read\n {2}→ Name a manifest/],
      [['versions', 'nothing', '--store', folder], /no table nothing/],
    ] as const) {
      const { code, errors } = await run(...parameters);
      assert.equal(code, 1);
      assert.match(errors, message);
      assert.doesNotMatch(errors, /\n {4}at /);
    }
  });

  it('serves with the configuration, logs routes but not questions, and stops cleanly', async () => {
    const { folder, tables, store } = await twoTables();
    await run('publish', join(tables, 'werk.yaml'), '--store', store);
    const config = join(folder, 'peilglas.yaml');
    await writeFile(config, `store: ${store}\nport: 0\nlicence: CC0-1.0\nmaxDataCells: 1000\n`);
    const { child, ended, output } = start(['serve', '--config', config]);
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const found = /Peilglas endpoint at (\S+?)"/.exec(output())?.[1];
        if (found !== undefined) resolve(found);
      });
      child.on('close', () => reject(new Error(output())));
    });
    const settings = (await (await fetch(`${address}/config`)).json()) as { license: string; maxDataCells: number };
    assert.deepEqual([settings.license, settings.maxDataCells], ['CC0-1.0', 1000]);
    await (
      await fetch(
        `${address}/tables/werk/data?valueCodes[RegioS]=GM0164&valueCodes[Perioden]=2021&valueCodes[Onderwerp]=*`,
      )
    ).text();
    await (await fetch(`${address}/nowhere?secret=1`)).text();
    child.kill('SIGTERM');
    assert.equal(await ended, 0);
    assert.match(output(), /"route":"\/api\/v2\/tables\/:id\/data","status":200/);
    assert.doesNotMatch(output(), /GM0164|secret|127\.0\.0\.1:\d+\/api\/v2\/tables/);
  });
});
