import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { loadShapes, parseShapes } from '@peilglas/client/shapes';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/shapes/${name}`, import.meta.url), 'utf8'));

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: [square] }): object => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: readonly object[]): object => ({ type: 'FeatureCollection', features });

describe('parseShapes', () => {
  it('reads GeoJSON of all municipalities, with names', () => {
    const { areas } = parseShapes(read('nl-gemeenten-2022.geojson'));
    assert.equal(areas.length, 345);
    const groningen = areas.find(({ code }) => code === 'GM0014');
    assert.equal(groningen?.name, 'Groningen');
    assert.ok(
      areas.some(({ polygons }) => polygons.length > 1),
      'islands',
    );
  });

  it('takes the municipalities of a topology, though it has regions of another kind first', () => {
    const { areas } = parseShapes(read('nl-vr-gm-2023.topo.json'));
    assert.equal(areas.length, 342);
    assert.ok(areas.every(({ code }) => /^GM\d{4}$/.test(code)));
  });

  it('finds codes by what they look like, whatever the property is called', () => {
    const named = (key: string) =>
      collection(feature({ jaar: 2022, [key]: '0153' }), feature({ jaar: 2022, [key]: 164 }));
    for (const key of ['code', 'statcode', 'GM_CODE', 'gemeentecode']) {
      assert.deepEqual(
        parseShapes(named(key)).areas.map(({ code }) => code),
        ['GM0153', 'GM0164'],
      );
    }
  });

  it('joins parts with one code, leaves out what has no code or no area, and tells the source', () => {
    const point = { type: 'Point', coordinates: [0, 0] };
    const parts = collection(
      feature({ code: 'GM0153' }),
      feature({ code: 'GM0153' }),
      feature({}),
      feature({ code: 'GM0164' }, point),
    );
    const { areas, source } = parseShapes({ ...parts, source: 'CBS' });
    assert.deepEqual(
      areas.map(({ code, polygons }) => [code, polygons.length]),
      [['GM0153', 2]],
    );
    assert.equal(source, 'CBS');
  });

  it('reads a document of one area, and a name beside it that is no text is none', () => {
    const named = (name: unknown) => parseShapes(feature({ code: 'GM0153', name })).areas.map((each) => each.name);
    assert.deepEqual(named('Enschede'), ['Enschede']);
    assert.deepEqual(named(3), [null]);
  });

  it('takes of a topology the object with the most codes, wherever it stands', () => {
    const ring = { type: 'Polygon', arcs: [[0]] };
    const few = { ...ring, properties: { code: 'GM0153' } };
    const many = {
      type: 'GeometryCollection',
      geometries: ['GM0141', 'GM0164'].map((code) => ({ ...ring, properties: { code } })),
    };
    for (const objects of [
      { few, many },
      { many, few },
    ]) {
      const { areas } = parseShapes({ type: 'Topology', arcs: [square], objects });
      assert.deepEqual(
        areas.map(({ code }) => code),
        ['GM0141', 'GM0164'],
      );
    }
  });

  it('leaves out features that are none', () => {
    const { areas } = parseShapes(collection([], feature({ code: 'GM0153' }), 'x' as unknown as object));
    assert.equal(areas.length, 1);
  });

  const polygon = (coordinates: unknown, type = 'Polygon') =>
    collection(feature({ code: 'GM0153' }, { type, coordinates }));
  const coordinates = '$.features[0].geometry.coordinates: expected rings of positions';
  const document = '$: expected GeoJSON with features, or TopoJSON';
  const broken: readonly (readonly [what: string, document: unknown, message: string])[] = [
    ['no object', [], '$: expected an object'],
    ['another kind of document', { type: 'dataset' }, document],
    ['a topology without arcs', { type: 'Topology', objects: {} }, document],
    ['a topology without objects', { type: 'Topology', arcs: [] }, document],
    ['arcs and objects of something else', { type: 'Other', arcs: [], objects: {} }, document],
    ['no areas', collection(), '$: expected areas with a code'],
    ['no codes', collection(feature({ name: 'Adorp' })), '$: expected areas with a code'],
    ['rings of words', polygon([[['a', 'b']]]), coordinates],
    ['a position of one number', polygon([[[0]]]), coordinates],
    ['a position without its first number', polygon([[[null, 0]]]), coordinates],
    ['a wrong position after a right one', polygon([[[0, 0], 'x']]), coordinates],
    ['a wrong ring after a right one', polygon([square, 'x']), coordinates],
    ['rings that are none', polygon('rings'), coordinates],
    ['a wrong polygon after a right one', polygon([[square], 'x'], 'MultiPolygon'), coordinates],
    ['polygons that are none', polygon(3, 'MultiPolygon'), coordinates],
    [
      'arcs that are not there',
      { type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[3]] } } },
      '$.objects: expected geometries of which the arcs are there',
    ],
  ];
  for (const [what, document, message] of broken) {
    it(`refuses ${what}, and says where`, () => {
      assert.throws(() => parseShapes(document), { name: 'MalformedDatasetError', message });
    });
  }
});

describe('loadShapes', () => {
  it('asks again for what must be fresh, and waits no longer for who leaves', async (context) => {
    const caches: (string | undefined)[] = [];
    context.mock.method(globalThis, 'fetch', (_: URL, { cache }: RequestInit) => {
      caches.push(cache);
      if (caches.length > 2) return new Promise(() => undefined);
      return Promise.resolve(Response.json(collection(feature({ code: 'GM0153' }))));
    });
    const question = { address: 'https://example.org/gebieden', lang: 'nl' };
    await loadShapes(question);
    await loadShapes(question);
    await loadShapes({ ...question, fresh: true });
    assert.deepEqual(caches, ['default', 'no-cache']);
    const leaving = new AbortController();
    const gone = loadShapes({ ...question, address: 'https://example.org/elders', signal: leaving.signal });
    leaving.abort();
    await assert.rejects(gone, { name: 'AbortError' });
  });

  it('names an address that is none', async () => {
    await assert.rejects(loadShapes({ address: 'no address', lang: 'nl' }), {
      name: 'NotFoundError',
      message: /shapes: "no address"/,
    });
  });

  it('asks an address once, and sends neither token nor cookie', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization ?? request.headers.cookie);
      response
        .writeHead(200, { 'Content-Type': 'application/geo+json' })
        .end(JSON.stringify(collection(feature({ code: 'GM0153' }))));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const place = server.address();
    const address = `http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}/gemeenten`;
    const [first, second] = await Promise.all([
      loadShapes({ address, lang: 'nl' }),
      loadShapes({ address, lang: 'nl' }),
    ]);
    assert.equal(first, second);
    assert.deepEqual(asked, [undefined]);
    server.closeAllConnections();
    server.close();
  });
});
