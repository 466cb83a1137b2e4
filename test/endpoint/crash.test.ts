import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seededRandom } from './store/seeded-random.ts';
import { long } from '../support/long.ts';
import { temporaryFolder, type Dataset } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));

const kills = long ? 50 : 4;
const ids = ['eerste', 'tweede'];
const [regions, groups, years] = [20, 50, 50];

/** What a cell holds in the data of a round: the first cell holds the round, so an answer tells which it must be. */
function figure(round: number, cell: number): number {
  return cell === 0 ? round : (cell * 31 + round * 1009) % 100_003;
}

function manifest(id: string): string {
  const codes = (prefix: string, count: number) =>
    Array.from(
      { length: count },
      (_, at) => `{ code: ${prefix}${String(at).padStart(4, '0')}, label: { nl: ${at}e } }`,
    );
  return `id: ${id}
title: { nl: Proef }
description: { nl: Proef }
theme: { code: proef, label: { nl: Proef } }
source: { nl: Eigen voorbeeld }
licence: CC0-1.0
owner: { nl: Afdeling voorbeelden }
retention: five years
contact: { name: Service desk, mail: service@example.org }
audience: public
personal: none
officialStatistics: false
updated: 2024-03-01
validation: { by: 'the example desk', on: 2024-03-02 }
data: { file: ${id}.csv, value: value }
dimensions:
  - { id: RegioS, role: geo, column: region, label: { nl: Regio }, codes: [${codes('GM', regions).join(', ')}] }
  - { id: Groep, column: group, label: { nl: Groep }, codes: [${codes('G', groups).join(', ')}] }
  - { id: Perioden, role: time, column: period, label: { nl: Perioden } }
  - { id: Onderwerp, role: metric, column: indicator, label: { nl: Onderwerp } }
indicators:
  - code: aantal
    label: { nl: Aantal }
    unit: { nl: aantal }
    decimals: 0
    definition: { nl: Aantal. }
    measuringType: Stock
    goodDirection: none
`;
}

function data(round: number): string {
  const rows = ['region,group,period,indicator,value'];
  for (let cell = 0; cell < regions * groups * years; cell++) {
    const region = String(Math.floor(cell / (groups * years))).padStart(4, '0');
    const group = String(Math.floor(cell / years) % groups).padStart(4, '0');
    rows.push(`GM${region},G${group},${1970 + (cell % years)},aantal,${figure(round, cell)}`);
  }
  return `${rows.join('\n')}\n`;
}

interface Place {
  readonly tables: string;
  readonly store: string;
}

async function newPlace(): Promise<Place> {
  const folder = await temporaryFolder();
  const tables = join(folder, 'tables');
  await mkdir(tables);
  for (const id of ids) await writeFile(join(tables, `${id}.yaml`), manifest(id));
  return { tables, store: join(folder, 'store') };
}

async function prepare({ tables }: Place, round: number): Promise<void> {
  const text = data(round);
  for (const id of ids) await writeFile(join(tables, `${id}.csv`), text);
}

function startPublishing({ tables, store }: Place) {
  const child = spawn(process.execPath, [cli, 'publish', tables, '--store', store]);
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, output: () => output };
}

async function publish(place: Place): Promise<void> {
  const { ended, output } = startPublishing(place);
  assert.equal(await ended, 0, output());
}

/** Starts a server in a process of its own. Returns the address of its API. */
async function serve(store: string): Promise<string> {
  const config = `${store}.yaml`;
  await writeFile(config, 'port: 0\ncallLimit: { calls: 1000000, seconds: 60 }\n');
  const child = spawn(process.execPath, [cli, 'serve', '--store', store, '--config', config]);
  after(() => child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      const found = /Peilglas endpoint at (\S+?)"/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('close', () => reject(new Error(output)));
  });
}

/** Asks one table for the first region and another one, and checks every figure. Returns version and round. */
async function ask(address: string, id: string, region: number) {
  const code = `GM${String(region).padStart(4, '0')}`;
  const query = `valueCodes[RegioS]=GM0000,${code}&valueCodes[Groep]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*`;
  const answer = await fetch(`${address}/tables/${id}/data?${query}`);
  const body = await answer.text();
  assert.equal(answer.status, 200, body.slice(0, 300));
  const { value, status, extension } = JSON.parse(body) as Dataset;
  assert.equal(status, undefined);
  const [round] = value ?? [];
  assert.ok(typeof round === 'number');
  const each = groups * years;
  const expected = [0, region].flatMap((at) =>
    Array.from({ length: each }, (_, cell) => figure(round, at * each + cell)),
  );
  assert.deepEqual(value, expected);
  return { version: extension.peilglas.version, round };
}

describe('a publisher that is killed', () => {
  it(`at ${kills} moments: a whole good version is served all the time, and the next publisher succeeds`, async (t) => {
    const place = await newPlace();
    await prepare(place, 0);
    await publish(place);
    const address = await serve(place.store);

    const rounds = new Map<string, number>();
    const newest = new Map<string, number>();
    let asked = 0;
    const done = new AbortController();
    const asking = (async () => {
      for (; !done.signal.aborted; asked++) {
        const id = ids[asked % ids.length] ?? '';
        const { version, round } = await ask(address, id, 1 + (asked % (regions - 1)));
        // A version never changes, and never gives way to an older one.
        assert.equal(rounds.get(`${id}@${version}`) ?? round, round);
        assert.ok(version >= (newest.get(id) ?? 0));
        rounds.set(`${id}@${version}`, round);
        newest.set(id, version);
        await pause(10);
      }
    })();
    // A failure ends the test at once, and is told at the end.
    asking.catch(() => done.abort());

    await prepare(place, 1);
    const started = performance.now();
    await publish(place);
    const duration = performance.now() - started;
    const random = seededRandom(5);
    let halfway = 0;
    for (let round = 2; round < kills + 2 && !done.signal.aborted; round++) {
      await prepare(place, round);
      const { child, ended } = startPublishing(place);
      await pause((duration * random.below(1_000)) / 1_000);
      child.kill('SIGKILL');
      await ended;
      for (const id of ids) {
        const names = await readdir(join(place.store, id));
        if (names.some((name) => name.endsWith('.reserved'))) halfway++;
      }
    }
    // Who died while it wrote the version itself into its reservation is known as dead by age alone.
    for (const id of ids) {
      for (const name of await readdir(join(place.store, id))) {
        if (name.endsWith('.reserved')) await utimes(join(place.store, id, name), new Date(0), new Date(0));
      }
    }
    await prepare(place, kills + 2);
    await publish(place);
    done.abort();
    await asking;
    t.diagnostic(
      `${asked} answers, ${rounds.size} versions seen, ${halfway} tables left halfway, ${duration | 0} ms a run`,
    );

    for (const id of ids) {
      // An endpoint may believe its store for a moment.
      for (let tries = 0; tries < 100 && (await ask(address, id, 3)).round !== kills + 2; tries++) await pause(50);
      assert.equal((await ask(address, id, 3)).round, kills + 2);
      // Nothing is left of the dead: each file belongs to a version.
      const names = (await readdir(join(place.store, id))).sort();
      const versions = names.filter((name) => /^\d+\.json$/.test(name)).map((name) => name.replace('.json', ''));
      assert.deepEqual(names, versions.flatMap((version) => [`${version}.duckdb`, `${version}.json`]).sort());
      for (const version of versions) JSON.parse(await readFile(join(place.store, id, `${version}.json`), 'utf8'));
    }
  });
});
