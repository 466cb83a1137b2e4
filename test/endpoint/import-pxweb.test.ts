import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  createEndpoint,
  DuckDbStore,
  importTable,
  publishTables,
  PxWebTable,
  type ImportOptions,
} from '@peilglas/endpoint';
import { fillIn, hasty, serveOnLoopback } from './import-support.ts';
import { startEndpoint, temporaryFolder, type Dataset, type Endpoint } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

async function importPxWeb(address: string, table: string, options: ImportOptions = {}) {
  const folder = await temporaryFolder();
  const result = await importTable(new PxWebTable(address, table, { patience: hasty }), { ...options, folder });
  const [yaml, csv] = [await readFile(result.manifest, 'utf8'), await readFile(result.data, 'utf8')];
  return { ...result, folder, yaml, csv, rows: csv.trim().split('\n').slice(1) };
}

async function listen(options: Parameters<typeof startEndpoint>[0] = {}): Promise<{ app: Endpoint; address: string }> {
  const app = await startEndpoint(options);
  return { app, address: `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v2` };
}

const everything = new URLSearchParams(
  ['RegioS', 'Leeftijd', 'Perioden', 'Onderwerp'].map((id) => [`valueCodes[${id}]`, '*']),
).toString();

/** Everything a table holds, without what differs between two publications of it. */
async function whole(app: Endpoint, lang: string): Promise<object> {
  const dataset = (await app.inject(`/api/v2/tables/werk/data?lang=${lang}&${everything}`)).json<Dataset>();
  const { contact: _contact, peilglas, ...extension } = dataset.extension;
  const { version: _version, validation: _validation, ...rest } = peilglas;
  return { ...dataset, extension: { ...extension, peilglas: rest } };
}

describe('import pxweb', () => {
  for (const maxDataCells of [150_000, 7]) {
    it(`carries a table over from an endpoint that gives ${maxDataCells} cells at a time`, async () => {
      const { app, address } = await listen({ maxDataCells });
      const { manifest, folder, yaml } = await importPxWeb(address, 'werk');
      assert.match(yaml, /contact: \{ name: Service desk, mail: service@example\.org \}/);
      await fillIn(manifest);
      const store = new DuckDbStore(join(folder, 'store'));
      const [report] = await publishTables({ paths: [manifest], store });
      assert.equal(report?.outcome, 'published', JSON.stringify(report));
      const copy = createEndpoint({ ...unlimited, store });
      const first = maxDataCells === 7 ? (await listen()).app : app;
      for (const lang of ['nl', 'en']) assert.deepEqual(await whole(copy, lang), await whole(first, lang));
      await copy.close();
    });
  }

  it('asks for a part only', async () => {
    const { address } = await listen();
    const { rows } = await importPxWeb(address, 'werk', {
      selection: { region: ['GM*'], period: ['2023'], indicator: ['aandeel'] },
    });
    assert.deepEqual([...new Set(rows.map((row) => row.split(',')[0]))].sort(), ['GM0153', 'GM0164']);
    assert.ok(rows.every((row) => row.includes(',2023,aandeel,')));
  });

  it('says so when there is no table, or no PxWebApi 2', async () => {
    const { address } = await listen();
    await assert.rejects(
      importPxWeb(address, 'nothing'),
      /There is no table nothing at 127\.0\.0\.1:\d+\n.*<url>\/tables/,
    );
    await assert.rejects(importPxWeb(address.replace('/api/v2', '/api/v1'), 'werk'), /There is no PxWebApi 2 at/);
  });

  const config = { languages: [{ id: 'sv' }], defaultLanguage: 'sv', maxDataCells: 10, license: 'CC0-1.0' };
  const swedish = {
    version: '2.0',
    class: 'dataset',
    label: 'Invånare',
    source: 'SCB',
    updated: '2024-03-01T06:00:00Z',
    role: { time: ['Tid'], metric: ['ContentsCode'] },
    id: ['Kön', 'ContentsCode', 'Tid'],
    size: [3, 1, 2],
    dimension: {
      Kön: {
        label: 'kön',
        category: { index: ['1', '2', 'tot (1+2)'], label: { '1': 'män', '2': 'kvinnor', 'tot (1+2)': 'totalt' } },
        extension: { elimination: true, eliminationValueCode: 'tot (1+2)' },
      },
      ContentsCode: {
        label: 'innehåll',
        category: { label: { BE1: 'Antal' }, unit: { BE1: { base: 'personer', decimals: 0 } } },
        extension: { refperiod: { BE1: '31 december' }, measuringType: { BE1: 'Stock' } },
      },
      Tid: { label: 'månad', category: { index: { '2024M01': 0, '2024M02': 1 }, label: {} } },
    },
  };

  async function servePx(metadata: object, data: object): Promise<string> {
    const origin = await serveOnLoopback((request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      const answer = { config, metadata, data }[pathname.split('/').at(-1) ?? ''];
      response.end(JSON.stringify(answer ?? {}));
    });
    return `${origin}/v2`;
  }

  it('reads another publisher: its language, codes, periods and marks, sparse values and another order', async () => {
    const { Kön, ContentsCode, Tid } = swedish.dimension;
    const data = {
      id: ['Tid', 'Kön', 'ContentsCode'],
      size: [2, 3, 1],
      dimension: { Tid, Kön, ContentsCode },
      value: { 0: 5, 1: 6, 2: 11, 4: 7 },
      status: { 1: '*', 3: '..', 5: 'C' },
    };
    const { csv, yaml, manifest } = await importPxWeb(await servePx(swedish, data), 'BefolkTab');
    assert.deepEqual(csv.trim().split('\n'), [
      'Kon,ContentsCode,Tid,value,status',
      '1,BE1,2024-01,5,',
      '2,BE1,2024-01,6,P',
      'tot_1+2_,BE1,2024-01,11,',
      '1,BE1,2024-02,,O',
      '2,BE1,2024-02,7,',
      'tot_1+2_,BE1,2024-02,,C',
    ]);
    assert.match(yaml, /# The texts are not Dutch/);
    assert.match(yaml, /licence: CC0-1\.0\n/);
    assert.match(yaml, /total: tot_1\+2_\n/);
    assert.match(yaml, /refperiod: \{ nl: 31 december \}\n +measuringType: Stock/);
    await fillIn(manifest);
    await writeFile(
      manifest,
      (await readFile(manifest, 'utf8')).replace(/officialStatistics:.*/, 'officialStatistics: true'),
    );
    const [report] = await publishTables({ paths: [manifest], store: null });
    assert.equal(report?.outcome, 'accepted', JSON.stringify(report));
  });

  it('knows the areas of a publisher that gives them no role, by what all of PxWeb calls them', async () => {
    const { Kön, ContentsCode, Tid } = swedish.dimension;
    const Region = { label: 'region', category: { label: { '01': 'Stockholms län' } } };
    const shape = { id: ['Region', 'Kön', 'ContentsCode', 'Tid'], size: [1, 3, 1, 2] };
    const metadata = { ...swedish, ...shape, dimension: { Region, Kön, ContentsCode, Tid } };
    const data = { ...metadata, value: [1, 2, 3, 4, 5, 6] };
    const { yaml, rows } = await importPxWeb(await servePx(metadata, data), 'BefolkTab', {
      selection: { region: ['01'] },
    });
    assert.match(yaml, /id: Region\n +role: geo\n/);
    assert.equal(rows.length, 6);
  });

  it('asks for the period of a table without time, and names the one topic of a table without contents', async () => {
    const { Kön } = swedish.dimension;
    const metadata = { ...swedish, role: {}, id: ['Kön'], size: [3], dimension: { Kön } };
    const data = { id: ['Kön'], size: [3], dimension: { Kön }, value: [1, 2, 3] };
    const address = await servePx(metadata, data);
    await assert.rejects(importPxWeb(address, 'T'), /no dimension of time\n.*--period 2024/);
    const { rows } = await importPxWeb(address, 'T', { selection: { period: ['2024'] } });
    assert.deepEqual(rows, ['1,waarde,2024,1,', '2,waarde,2024,2,', 'tot_1+2_,waarde,2024,3,']);
  });

  it('refuses answers that do not fit the table', async () => {
    const { Kön } = swedish.dimension;
    const metadata = { ...swedish, role: { time: ['Kön'] }, id: ['Kön'], size: [3], dimension: { Kön } };
    for (const [data, message] of [
      [{ id: ['X'], size: [1], dimension: { X: { category: { label: { a: 'a' } } } }, value: [1] }, /other dimensions/],
      [{ id: ['Kön'], size: [4], dimension: { Kön }, value: [1, 2, 3, 4] }, /other dimensions/],
      [{ id: ['Kön'], size: [3], dimension: { Kön }, value: [1, 2] }, /2 figures came for 3 cells/],
    ] as const)
      await assert.rejects(importPxWeb(await servePx(metadata, data), 'T'), message);
  });

  it('asks for every cell once, and never for more than the server allows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        async (sizes, maxDataCells) => {
          const ids = sizes.map((_, axis) => `D${axis}`);
          const codes = sizes.map((size) => Array.from({ length: size }, (_, code) => `c${code}`));
          const dimension = Object.fromEntries(
            ids.map((id, axis) => [id, { label: id, category: { index: codes[axis], label: {} } }]),
          );
          const seen: number[] = [];
          const origin = await serveOnLoopback((request, response) => {
            const part = request.url?.split('?')[0]?.split('/').at(-1);
            if (part === 'config') return void response.end(JSON.stringify({ ...config, maxDataCells }));
            if (part === 'metadata')
              return void response.end(JSON.stringify({ ...swedish, role: {}, id: ids, dimension }));
            let body = '';
            request.on('data', (chunk: Buffer) => (body += chunk.toString()));
            request.on('end', () => {
              const { selection } = JSON.parse(body) as { selection: { variableCode: string; valueCodes: string[] }[] };
              const chosen = selection.map(({ valueCodes }) => valueCodes);
              const size = chosen.map(({ length }) => length);
              const cells = size.reduce((product, each) => product * each, 1);
              seen.push(cells);
              const own = Object.fromEntries(
                selection.map(({ variableCode, valueCodes }) => [
                  variableCode,
                  { category: { index: valueCodes, label: {} } },
                ]),
              );
              response.end(
                JSON.stringify({ id: ids, size, dimension: own, value: Array.from({ length: cells }, () => 1) }),
              );
            });
          });
          const { rows } = await importPxWeb(`${origin}/v2`, 'T', { selection: { period: ['2024'] } });
          const all = sizes.reduce((product, size) => product * size, 1);
          assert.equal(new Set(rows).size, all);
          assert.equal(rows.length, all);
          assert.ok(seen.every((cells) => cells <= maxDataCells));
        },
      ),
      { numRuns: 25 },
    );
  });
});
