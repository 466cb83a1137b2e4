import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it, mock } from 'node:test';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { temporaryFolder, writeTable, type Dataset, type Edits, type TableList } from './support.ts';
import { writeZorg } from './zorg-table.ts';
import { unlimited } from '../support/unlimited.ts';

async function newStore() {
  const folder = await temporaryFolder();
  const path = join(folder, 'store');
  const store = new DuckDbStore(path);
  after(() => store.close());
  const publish = async (edits: Edits = {}) => {
    const [report] = await publishTables({ paths: [await writeTable(folder, edits)], store });
    assert.ok(report);
    return report;
  };
  return { folder, path, store, publish };
}

const onWindows = (text: string): string => text.replaceAll('\n', '\r\n');

function fromTheEnd(csv: string): string {
  const [header = '', ...rows] = csv.trimEnd().split('\n');
  return `${[header, ...rows.reverse()].join('\n')}\n`;
}

const changed: Edits = { data: (text) => text.replace('1000111', '1000112') };
const wrong: Edits = { data: (text) => text.replace('1000111', 'many') };

describe('publishing', () => {
  it('makes version 1, and no new version of the same content', async () => {
    const { store, publish } = await newStore();
    assert.deepEqual([(await publish()).outcome, (await publish()).outcome], ['published', 'unchanged']);
    assert.equal((await store.versions('werk')).length, 1);
  });

  it('makes no new version of the same figures and descriptions, however they are written', async () => {
    const { publish } = await newStore();
    await publish();
    const otherwise: Readonly<Record<string, Edits>> = {
      'rows in another order': { data: fromTheEnd },
      'lines that end as on Windows': { data: onWindows, manifest: onWindows },
      'quotes around texts': { data: (text) => text.replace(/^([^,]+)/gm, '"$1"') },
      'a column that the manifest does not name': { data: (text) => text.replace(/$/gm, ',x').replace(/,x$/, '') },
      'a comment in the manifest': { manifest: (text) => `# Checked in spring\n${text}` },
    };
    for (const [what, edits] of Object.entries(otherwise)) {
      const { outcome, findings } = await publish(edits);
      assert.deepEqual([outcome, findings], ['unchanged', []], what);
    }
  });

  it('warns of what was retracted as it was, which a schedule would bring back', async () => {
    const { store, publish } = await newStore();
    await publish();
    await publish(changed);
    // Half past midnight in the Netherlands, where it is winter.
    mock.timers.enable({ apis: ['Date'], now: Date.parse('2025-12-31T23:30:00Z') });
    await store.retract('werk', 2, 'One figure was wrong').finally(() => mock.timers.reset());
    assert.deepEqual((await publish()).findings, []);
    const again = await publish(changed);
    assert.equal(again.version, 3);
    assert.equal(
      again.findings[0]?.message,
      'The same was version 2, which was retracted on 2026-01-01: One figure was wrong',
    );
    assert.deepEqual(
      again.rules.filter(({ outcome }) => outcome !== 'passed'),
      [{ rule: 'retracted', outcome: 'warned' }],
    );
    assert.deepEqual((await publish(changed)).findings, []);
  });

  it('leaves a version that is served as it is when the same was retracted later', async () => {
    const { store, publish } = await newStore();
    await publish();
    await publish(changed);
    assert.equal((await publish()).version, 3);
    await store.retract('werk', 3, 'too early');
    await store.retract('werk', 2, 'wrong');
    const { outcome, version, findings } = await publish();
    assert.deepEqual([outcome, version, findings], ['unchanged', 1, []]);
  });

  it('replaces a version of which the figures cannot be read any more, and says of each rule that compares that it could not', async () => {
    const { path, publish } = await newStore();
    const jumps = (text: string): string => `${text}\nexpectations: { jumps: [{ version: 10 }] }\n`;
    await publish({ manifest: jumps });
    await truncate(join(path, 'werk', '1.duckdb'), 100);
    const { outcome, version, findings } = await publish({ ...changed, manifest: jumps });
    assert.deepEqual([outcome, version], ['published', 2]);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [
        ['jumps-version', 'warning'],
        ['figures-kept', 'warning'],
      ],
    );
    for (const { message } of findings)
      assert.match(message, /^Nothing is compared .* Version 1 of table werk cannot be read: the file of its figures /);
  });

  it('makes a new version when the data or the manifest changes, and keeps the old one', async () => {
    const { store, publish } = await newStore();
    await publish();
    assert.equal((await publish(changed)).version, 2);
    assert.equal((await publish({ manifest: (text) => text.replace('five years', 'six years') })).version, 3);
    const versions = await store.versions('werk');
    assert.deepEqual(
      versions.map(({ version }) => version),
      [1, 2, 3],
    );
    const [first, second] = versions;
    assert.ok(first && second);
    const newest = [[0], [0], [3], [0]];
    assert.deepEqual((await store.cells(first, newest)).values, [1_000_111]);
    assert.deepEqual((await store.cells(second, newest)).values, [1_000_112]);
  });

  it('changes nothing when the table is refused', async () => {
    const { path, store, publish } = await newStore();
    await publish();
    const before = await readdir(join(path, 'werk'));
    assert.equal((await publish(wrong)).outcome, 'refused');
    assert.deepEqual(await readdir(join(path, 'werk')), before);
    assert.equal((await store.current('werk'))?.version, 1);
  });

  it('goes on with other tables when one is refused', async () => {
    const { folder, store } = await newStore();
    const tables = join(folder, 'tables');
    await mkdir(tables);
    await writeTable(tables);
    await writeTable(
      tables,
      { manifest: (text) => text.replace('id: werk', 'id: zonder-bron').replace(/^source.*\n/m, '') },
      'b',
    );
    await writeTable(tables, { manifest: (text) => text.replace('id: werk', 'id: derde') }, 'c');
    const seen: number[] = [];
    const reports = await publishTables({ paths: [tables], store, onReport: (_report, done) => seen.push(done) });
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      ['refused', 'published', 'published'],
    );
    assert.deepEqual(seen, [1, 2, 3]);
    assert.deepEqual(await store.tableIds(), ['derde', 'werk']);
  });

  it('goes on with other tables after a fault that no rule foresees, and repeats none of its words', async () => {
    const { folder, store } = await newStore();
    const first = await writeTable(folder);
    const other = join(folder, 'other');
    await mkdir(other);
    const second = await writeTable(other, { manifest: (text) => text.replace('id: werk', 'id: ander') });
    const faulty = new Proxy(store, {
      get: (target, name) => {
        if (name === 'versions')
          return (id: string) => (id === 'werk' ? Promise.reject(new TypeError('geheim 3')) : target.versions(id));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const faults: string[] = [];
    const reports = await publishTables({
      paths: [first, second],
      store: faulty,
      onFault: (manifest, { message }) => faults.push(`${manifest} ${message}`),
    });
    assert.deepEqual(
      reports.map(({ outcome, rules }) => [outcome, rules.find((each) => each.outcome === 'refused')?.rule]),
      [
        ['refused', 'finished'],
        ['published', undefined],
      ],
    );
    assert.doesNotMatch(JSON.stringify(reports), /geheim/);
    assert.deepEqual(faults, [`${first} geheim 3`]);
  });

  it('publishes neither of two manifests with the same id, also where one of them has faults', async () => {
    const { folder, store } = await newStore();
    const copy = await writeTable(folder, {}, 'werk - kopie');
    const original = await writeTable(folder);
    for (const manifest of [(text: string) => text, (text: string) => text.replace('decimals: 0', 'decimals: x')]) {
      await writeTable(folder, { manifest });
      const [first, second] = await publishTables({ paths: [folder], store });
      assert.deepEqual([first?.manifest, first?.outcome, second?.outcome], [copy, 'refused', 'refused']);
      const [finding] = first?.findings ?? [];
      assert.deepEqual(
        [finding?.location.field, finding?.message],
        ['id', `Table werk is also described by ${original}`],
      );
    }
    assert.equal(await store.current('werk'), null);
  });

  it('takes a manifest that is named twice, by itself and with its folder, for one', async () => {
    const { folder, store } = await newStore();
    const reports = await publishTables({ paths: [folder, await writeTable(folder)], store });
    assert.deepEqual(
      reports.map(({ outcome }) => outcome),
      ['published'],
    );
  });

  it('warns of a table that has other members of a codelist, until that is published too', async () => {
    const { folder, store } = await newStore();
    const manifest = (id: string, members: string) => (text: string) =>
      text.replace('id: werk', `id: ${id}`).replace(
        /^ {4}codes:\n {6}- \{ code: NL01/m,
        `    codelists:
      - id: Streken
        label: { nl: Streken }
        type: Valueset
        values:
          - { code: Oost, label: { nl: Oost }, members: [${members}] }
          - { code: Zuid, label: { nl: Zuid }, members: [GM0164] }
$&`,
      );
    const write = (id: string, members: string) => writeTable(folder, { manifest: manifest(id, members) }, id);
    const run = async (paths: readonly string[], checkOnly = false) =>
      (await publishTables({ paths, store, checkOnly })).map(({ outcome, findings }) => [
        outcome,
        ...findings.map(({ rule, message, remedy }) => [rule, message, remedy.split(',')[0]]),
      ]);
    const [one, two] = [await write('een', 'GM0153, GM0164'), await write('twee', 'GM0164, GM0153')];
    assert.deepEqual(await run([one, two]), [['published'], ['published']]);
    const warning = [
      'codelists-agree',
      'Codelist Streken has other members in table twee, for Oost',
      'Publish twee too',
    ];
    await write('een', 'GM0153');
    assert.deepEqual(await run([one], true), [['accepted', warning]]);
    assert.deepEqual(await run([one]), [['published', warning]]);
    await write('twee', 'GM0153');
    assert.deepEqual(await run([one, two], true), [['accepted'], ['accepted']]);
    assert.deepEqual(await run([one, two]), [['unchanged'], ['published']]);
    await write('twee', 'GM0164');
    const other = warning.map((text) => text.replace('twee', 'een'));
    assert.deepEqual(await run([one, two]), [['unchanged'], ['published', other]]);
  });

  it('takes no codelist in a folder for a manifest', async () => {
    const folder = await temporaryFolder();
    await writeZorg(folder);
    const reports = await publishTables({ paths: [folder], store: null });
    assert.deepEqual(
      reports.map(({ id, outcome }) => [id, outcome]),
      [['zorg', 'accepted']],
    );
  });

  it('leaves the last good version when a publisher died halfway, and does not use its number again', async () => {
    const { path, store, publish } = await newStore();
    await publish();
    // What is on disk when the process ends before the version gets its name.
    await writeFile(join(path, 'werk', '2.reserved'), '');
    await writeFile(join(path, 'werk', '2.duckdb'), 'half');
    assert.equal((await store.current('werk'))?.version, 1);
    assert.equal((await publish(changed)).version, 3);
    assert.equal((await store.current('werk'))?.version, 3);
  });

  it('gives two publishers at once each their own version', async () => {
    const { path } = await newStore();
    const run = async (edits: Edits) => {
      const store = new DuckDbStore(path);
      const [report] = await publishTables({ paths: [await writeTable(await temporaryFolder(), edits)], store });
      return report?.version;
    };
    assert.deepEqual((await Promise.all([run({}), run(changed)])).sort(), [1, 2]);
  });

  it('reads Parquet like CSV', async () => {
    const { folder, store, publish } = await newStore();
    await publish();
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `CREATE TABLE t AS SELECT region, age, CAST(period AS VARCHAR) AS period, indicator, CAST(value AS DOUBLE) AS value, status
       FROM read_csv('${join(folder, 'werk.csv')}')`,
    );
    await connection.run(`COPY t TO '${join(folder, 'werk.parquet')}'`);
    const fromParquet: Edits = { manifest: (text) => text.replace('werk.csv', 'werk.parquet') };
    assert.equal((await publish(fromParquet)).outcome, 'unchanged');
    const other = new DuckDbStore(join(folder, 'other'));
    after(() => other.close());
    await publishTables({ paths: [await writeTable(folder, fromParquet)], store: other });
    const [csv, parquet] = [await store.current('werk'), await other.current('werk')];
    assert.ok(csv && parquet);
    const all = csv.table.dimensions.map(({ codes }) => codes.map((_, position) => position));
    assert.deepEqual(await other.cells(parquet, all), await store.cells(csv, all));
  });
});

describe('a running endpoint', () => {
  it('serves a new version without a restart', async () => {
    const { path, publish } = await newStore();
    await publish();
    const app = createEndpoint({ ...unlimited, store: path });
    after(() => app.close());
    const query = { 'valueCodes[RegioS]': 'NL01', 'valueCodes[Perioden]': '2023', 'valueCodes[Onderwerp]': 'personen' };
    const ask = () => app.inject({ url: '/api/v2/tables/werk/data', query });
    const first = await ask();
    await publish(changed);
    const second = await ask();
    assert.deepEqual([first.json<Dataset>().value, second.json<Dataset>().value], [[1_000_111], [1_000_112]]);
    const versions = [first, second].map((answer) => answer.json<Dataset>().extension.peilglas.version);
    assert.deepEqual(versions, [1, 2]);
    assert.notEqual(first.headers.etag, second.headers.etag);
  });

  it('answers every one of many questions while versions change under it', async () => {
    const { path, publish } = await newStore();
    await publish();
    const app = createEndpoint({ ...unlimited, store: path });
    after(() => app.close());
    const codes: number[] = [];
    const asking = (async () => {
      for (let round = 0; round < 25; round++) {
        const answers = await Promise.all(Array.from({ length: 8 }, () => app.inject('/api/v2/tables/werk/data')));
        codes.push(...answers.map(({ statusCode }) => statusCode));
      }
    })();
    for (let round = 0; round < 4; round++)
      await publish({ data: (text) => text.replace('1000111', `100020${round}`) });
    await asking;
    assert.deepEqual([...new Set(codes)], [200]);
  });

  it('serves no version before it has its name, and no folder that is no table', async () => {
    const { path, publish } = await newStore();
    await publish();
    await rename(join(path, 'werk', '1.json'), join(path, 'werk', '1.reserved'));
    await mkdir(join(path, 'Not a table'));
    const app = createEndpoint({ ...unlimited, store: path });
    after(() => app.close());
    assert.equal((await app.inject('/api/v2/tables')).json<TableList>().page.totalElements, 0);
    assert.equal((await app.inject('/api/v2/tables/werk')).statusCode, 404);
  });

  it('keeps a version readable by other programs: one DuckDB file and one JSON file', async () => {
    const { path, publish } = await newStore();
    await publish();
    assert.deepEqual((await readdir(join(path, 'werk'))).sort(), ['1.duckdb', '1.json']);
    const description = JSON.parse(await readFile(join(path, 'werk', '1.json'), 'utf8')) as {
      observationCount: number;
    };
    assert.equal(description.observationCount, 47);
  });
});
