/** What somebody does with a client of PxWebApi 2 that was not written for this endpoint. */
import JSONstat from 'jsonstat-toolkit';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PxWebClient, Refusal, type Choice, type Cube } from './pxweb-client.ts';
import { only, readPx } from './px-reader.ts';
import { emptyStore, grouped, publishCells, serve, type Cell } from './stored-table.ts';

const store = await emptyStore();
const cells = Array.from({ length: 60 }, (_, index): Cell => ({ value: index, status: index === 59 ? 'P' : null }));
for (const id of ['een', 'grouped', 'twee']) await publishCells(store, { ...grouped, id }, cells);
const address = await serve(store).listen({ port: 0, host: '127.0.0.1' });
const client = new PxWebClient(`${address}/api/v2`);

const codes = (cube: Cube, variable: string): readonly string[] =>
  Object.keys(cube.dimension[variable]?.category.index ?? {});

describe('a client of PxWebApi 2', () => {
  it('finds a table, page by page and by its words', async () => {
    const { defaultLanguage, dataFormats } = await client.config();
    assert.equal(defaultLanguage, 'nl');
    assert.ok(dataFormats.includes('json-stat2'));
    const all = await client.tables({ pageSize: '1' });
    assert.deepEqual(
      all.map(({ id }) => id),
      ['een', 'grouped', 'twee'],
    );
    assert.equal((await client.tables({ query: 'houses', lang: 'en' })).length, 3);
    assert.equal((await client.tables({ query: 'submarines' })).length, 0);
  });

  it('opens a table by its links, and knows what can be chosen', async () => {
    const table = await client.table('grouped');
    assert.deepEqual([table.firstPeriod, table.lastPeriod], ['2020', '2022']);
    const metadata = await client.follow<Cube>(table.links, 'metadata');
    assert.deepEqual(metadata, await client.metadata('grouped'));
    assert.equal(metadata.value, null);
    assert.deepEqual(
      metadata.id.map((id) => metadata.dimension[id]?.label),
      table.variableNames,
    );
    assert.deepEqual([metadata.role?.time, metadata.role?.geo], [['Perioden'], ['RegioS']]);
  });

  it('gets by default what the default selection says', async () => {
    const { selection } = await client.defaultSelection('grouped');
    const table = await client.table('grouped');
    const data = await client.follow<Cube>(table.links, 'data');
    assert.deepEqual(
      selection.map(({ valueCodes }) => valueCodes),
      data.id.map((id) => codes(data, id)),
    );
    assert.deepEqual(await client.dataByPost('grouped', selection), data);
  });

  it('selects every variable that it must, and reads the figures with a library', async () => {
    const metadata = await client.metadata('grouped');
    const choices = metadata.id
      .filter((id) => metadata.dimension[id]?.extension?.elimination !== true)
      .map((variableCode): Choice => ({ variableCode, valueCodes: ['*'] }));
    const answer = await client.data('grouped', choices, 'json-stat2');
    const dataset = JSONstat((await answer.json()) as object);
    assert.equal(dataset.class, 'dataset');
    assert.deepEqual(dataset.id, ['RegioS', 'Perioden', 'Onderwerp']);
    assert.deepEqual(dataset.Data(59), { value: 59, status: 'P' });
  });

  it('offers the codelists of a variable, and asks for sums by them', async () => {
    const metadata = await client.metadata('grouped');
    const [reference] = metadata.dimension.RegioS?.extension?.codelists ?? [];
    assert.equal(reference?.type, 'Aggregation');
    const codelist = await client.codelist(reference.id);
    assert.deepEqual(await client.follow(reference.links, 'metadata'), codelist);
    const [value] = codelist.values;
    const choices = [
      { variableCode: 'RegioS', codelist: codelist.id, valueCodes: [value?.code ?? ''] },
      { variableCode: 'Perioden', valueCodes: ['top(1)'] },
      { variableCode: 'Onderwerp', valueCodes: ['koop'] },
    ];
    const sum = (await (await client.data('grouped', choices, 'json-stat2')).json()) as Cube;
    const members = choices.map((choice, index) =>
      index === 0 ? { variableCode: 'RegioS', valueCodes: value?.valueMap ?? [] } : choice,
    );
    const parts = (await (await client.data('grouped', members, 'json-stat2')).json()) as Cube;
    assert.equal(
      sum.value?.[0],
      parts.value?.reduce<number>((total, each) => total + (each ?? 0), 0),
    );
  });

  it('downloads the same figures as csv and as px', async () => {
    const choices = [
      { variableCode: 'regios', valueCodes: ['gm0001', 'GM0004'] },
      { variableCode: 'perioden', valueCodes: ['FROM(2021)'] },
      { variableCode: 'onderwerp', valueCodes: ['koop', 'prijs'] },
    ];
    const json = (await (await client.data('grouped', choices, 'json-stat2', '&stub=RegioS')).json()) as Cube;
    const px = readPx(Buffer.from(await (await client.data('grouped', choices, 'px', '&stub=RegioS')).arrayBuffer()));
    assert.deepEqual(px.data.map(Number), json.value);
    assert.equal(only(px, 'MATRIX').join(), 'grouped');
    const csv = await (await client.data('grouped', choices, 'csv', '&outputFormatParams=UseCodes')).text();
    const rows = csv.trim().split('\r\n').slice(1);
    assert.deepEqual(
      rows.map((row) => Number(row.split(',')[3])),
      json.value,
    );
  });

  it('keeps a question, and reopens it after the table was published anew', async () => {
    const choices = [
      { variableCode: 'RegioS', valueCodes: ['GM0001'] },
      { variableCode: 'Perioden', valueCodes: ['top(1)'] },
      { variableCode: 'Onderwerp', valueCodes: ['koop'] },
    ];
    const { id } = await client.save('grouped', choices, 'json-stat2');
    const before = (await (await client.runSavedQuery(id)).json()) as Cube;
    await publishCells(
      store,
      grouped,
      cells.map(({ status }) => ({ value: 7, status })),
    );
    const { savedQuery } = await client.savedQuery(id);
    assert.deepEqual([savedQuery.tableId, savedQuery.selection.selection.length], ['grouped', 3]);
    assert.deepEqual(await (await client.runSavedQuery(id)).json(), before);
    assert.deepEqual((await client.dataByPost('grouped', savedQuery.selection.selection)).value, [7]);
  });

  it('is told what is wrong in words for its user', async () => {
    await assert.rejects(client.table('nope'), (error) => error instanceof Refusal && error.status === 404);
    const wrong = [{ variableCode: 'RegioS', valueCodes: ['GM9999'] }];
    await assert.rejects(client.data('grouped', wrong, 'json-stat2'), /GM9999 is not a valid value code/);
    await assert.rejects(client.data('grouped', [], 'xlsx'), /xlsx is not offered/);
  });
});
