/** Boundaries for maps: served to everyone, and nothing but what the settings name. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createEndpoint } from '@peilglas/endpoint';
import { emptyStore } from './stored-table.ts';
import { startEndpoint, temporaryFolder } from './support.ts';
import { unlimited } from '../support/unlimited.ts';

const folder = await temporaryFolder();
const collection = { type: 'FeatureCollection', features: [] };
const write = async (name: string, content: unknown): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const source = 'CBS/Kadaster, CC BY 4.0';
const file = await write('gemeenten.geojson', collection);
const topology = await write('nederland.topo.json', { type: 'Topology', arcs: [], objects: {} });
const app = await startEndpoint({
  origins: ['https://www.example.org'],
  shapes: [
    { id: 'gemeenten', file, source },
    { id: 'nederland', file: topology, source },
  ],
});

describe('GET /shapes/{id}', () => {
  it('gives the file with its source, to pages of any site and to every cache', async () => {
    const { statusCode, headers, body } = await app.inject({
      url: '/api/v2/shapes/gemeenten',
      headers: { origin: 'https://elsewhere.example' },
    });
    assert.equal(statusCode, 200);
    assert.deepEqual(JSON.parse(body), { ...collection, source });
    assert.match(String(headers['content-type']), /^application\/geo\+json/);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cache-control'], 'public, max-age=300, stale-while-revalidate=86400');
    const other = await app.inject('/api/v2/shapes/nederland');
    assert.match(String(other.headers['content-type']), /^application\/json/);
  });

  it('says that nothing changed to who has it already', async () => {
    const { headers } = await app.inject('/api/v2/shapes/gemeenten');
    const again = await app.inject({
      url: '/api/v2/shapes/gemeenten',
      headers: { 'if-none-match': String(headers.etag) },
    });
    assert.equal(again.statusCode, 304);
    assert.equal(again.body, '');
  });

  for (const id of [
    'nope',
    'GEMEENTEN',
    '..%2Fgemeenten.geojson',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '__proto__',
    'constructor',
  ]) {
    it(`has nothing by the id ${id}`, async () => {
      const { statusCode, headers } = await app.inject(`/api/v2/shapes/${id}`);
      assert.equal(statusCode, 404);
      assert.match(String(headers['content-type']), /^application\/problem\+json/);
    });
  }

  it('refuses parameters, other methods and bad tokens as all of the API does', async () => {
    assert.equal((await app.inject('/api/v2/shapes/gemeenten?lang=nl')).statusCode, 400);
    assert.equal((await app.inject({ method: 'POST', url: '/api/v2/shapes/gemeenten' })).statusCode, 405);
    const headers = { authorization: 'Bearer nonsense' };
    assert.equal((await app.inject({ url: '/api/v2/shapes/gemeenten', headers })).statusCode, 401);
  });

  it('stands in the description of the API', async () => {
    const description = (await app.inject('/api/v2/openapi.json')).json<{ paths: Record<string, object> }>();
    assert.ok(description.paths['/shapes/{id}']);
  });
});

const store = await emptyStore();

describe('files with boundaries', () => {
  const start = (...shapes: readonly { id: string; file: string; source: string }[]) =>
    createEndpoint({ ...unlimited, store, shapes });

  it('keep the endpoint from starting when they cannot be used, by name', async () => {
    const broken = await write('broken.geojson', '{');
    const dataset = await write('dataset.json', { type: 'dataset' });
    for (const each of [broken, dataset, join(folder, 'nowhere.geojson')])
      assert.throws(() => start({ id: 'gemeenten', file: each, source }), new RegExp(each.replaceAll('.', '\\.')));
    assert.throws(() => start({ id: 'a', file, source }, { id: 'a', file, source }), /the id a is there twice/);
  });
});
