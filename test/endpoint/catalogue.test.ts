/** The catalogue read back as linked data, and held to what DCAT-AP-NL 3 demands of each class. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import jsonld from 'jsonld';
import { emptyStore, grouped, publishCells, serve, type Table } from './stored-table.ts';
import { startEndpoint } from './support.ts';

const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';
const vcard = 'http://www.w3.org/2006/vcard/ns#';

interface Value {
  readonly '@id'?: string;
  readonly '@value'?: string;
  readonly '@language'?: string;
}
type Node = Readonly<Record<string, unknown>>;

async function expand(document: object): Promise<Node> {
  // Nothing is fetched: the catalogue brings its own terms.
  const documentLoader = () => Promise.reject(new Error('A catalogue should need no other document'));
  const options = { documentLoader, safe: true };
  const nodes = (await jsonld.expand(document, options)) as readonly Node[];
  assert.equal(nodes.length, 1);
  return nodes[0] ?? {};
}

const publicUrl = 'https://cijfers.example.org';
const settings = {
  publisher: { name: 'Gemeente Enschede', uri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0153' },
  themes: { werk: 'SOCI' as const },
};
const app = await startEndpoint({ publicUrl: `${publicUrl}/`, catalogue: settings });
const answer = await app.inject('/catalogue');
const catalogue = await expand(answer.json<object>());
const all = (node: Node, property: string): readonly (Node & Value)[] =>
  (node[property] ?? []) as readonly (Node & Value)[];
const one = (node: Node, property: string): Node & Value => {
  const [value, ...others] = all(node, property);
  assert.ok(value && others.length === 0, `${property} once`);
  return value;
};
const [dataset = {}] = all(catalogue, `${dcat}dataset`);
const distributions = all(dataset, `${dcat}distribution`);
const service = one(catalogue, `${dcat}service`);

describe('the catalogue', () => {
  it('is JSON-LD for everyone, and every term in it resolves', async () => {
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-type']), /^application\/ld\+json/);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    const quads = await jsonld.canonize(answer.json<object>(), {
      algorithm: 'URDNA2015',
      format: 'application/n-quads',
    });
    assert.ok(quads.split('\n').length > 80);
    assert.doesNotMatch(quads, /<(?!https?:\/\/|mailto:)[^>]*>/);
  });

  it('is answered 304 to who has it', async () => {
    const headers = { 'if-none-match': String(answer.headers.etag) };
    assert.equal((await app.inject({ url: '/catalogue', headers })).statusCode, 304);
  });

  it('is another one where whole tables no longer fit in an answer', async () => {
    const store = await emptyStore();
    await publishCells(store, grouped, new Array(60).fill({ value: 1, status: null }));
    const ask = (maxDataCells: number, headers = {}) =>
      serve(store, { publicUrl, maxDataCells }).inject({ url: '/catalogue', headers });
    const whole = await ask(60);
    assert.match(whole.body, /downloadURL/);
    const less = await ask(59, { 'if-none-match': String(whole.headers.etag) });
    assert.equal(less.statusCode, 200);
    assert.doesNotMatch(less.body, /downloadURL/);
  });

  const demanded: readonly (readonly [string, Node, readonly string[]])[] = [
    [
      'the catalogue',
      catalogue,
      [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}contactPoint`, `${dcat}dataset`],
    ],
    [
      'a dataset',
      dataset,
      [
        ...['title', 'description', 'identifier', 'publisher', 'creator', 'accessRights'].map((name) => dct + name),
        ...['contactPoint', 'theme', 'distribution'].map((name) => dcat + name),
      ],
    ],
    ...distributions.map((node) => ['a distribution', node, [`${dcat}accessURL`, `${dct}license`]] as const),
    [
      'the data service',
      service,
      [
        ...['title', 'description', 'identifier', 'publisher', 'accessRights', 'license'].map((name) => dct + name),
        ...['contactPoint', 'endpointURL', 'endpointDescription', 'servesDataset', 'theme'].map((name) => dcat + name),
      ],
    ],
  ];
  for (const [name, node, properties] of demanded) {
    it(`has every property that DCAT-AP-NL 3 demands of ${name}`, () => {
      for (const property of properties) assert.ok(all(node, property).length > 0, property);
    });
  }

  it('has no more of a property than DCAT-AP-NL 3 allows', () => {
    for (const property of [`${dcat}contactPoint`, `${dct}identifier`, `${dcat}version`, `${dct}modified`])
      one(dataset, property);
    for (const node of distributions)
      for (const property of [`${dcat}accessURL`, `${dcat}downloadURL`, `${dcat}accessService`]) one(node, property);
    for (const property of ['contactPoint', 'endpointURL', 'endpointDescription']) one(service, dcat + property);
  });

  it('gives texts in Dutch and in English where there is English', () => {
    const titles = all(dataset, `${dct}title`).map((value) => [value['@language'], value['@value']]);
    assert.deepEqual(titles, [
      ['nl', 'Mensen met werk'],
      ['en', 'People at work'],
    ]);
  });

  it('says when, where, how often, by whom and under which licence', () => {
    const uri = (node: Node, property: string) => one(node, property)['@id'];
    assert.equal(uri(dataset, `${dct}accrualPeriodicity`)?.split('/').at(-1), 'ANNUAL');
    assert.equal(uri(dataset, `${dct}spatial`)?.split('/').at(-1), 'NLD');
    assert.equal(uri(dataset, `${dcat}theme`)?.split('/').at(-1), 'SOCI');
    assert.equal(uri(dataset, `${dct}publisher`), settings.publisher.uri);
    assert.equal(
      uri(distributions[0] ?? {}, `${dct}license`)
        ?.split('/')
        .at(-1),
      'CC0',
    );
    assert.equal(one(dataset, `${dct}modified`)['@value'], '2024-03-01');
    const period = one(dataset, `${dct}temporal`);
    assert.equal(one(period, `${dcat}startDate`)['@value'], '2020-01-01');
    assert.equal(one(period, `${dcat}endDate`)['@value'], '2023-12-31');
    const mail = one(one(dataset, `${dcat}contactPoint`), `${vcard}hasEmail`);
    assert.equal(mail['@id'], 'mailto:service@example.org');
  });

  it('gives addresses that answer with the figures', async () => {
    const addresses = distributions.flatMap((node) => [
      one(node, `${dcat}accessURL`)['@id'],
      one(node, `${dcat}downloadURL`)['@id'],
    ]);
    const types = [];
    for (const address of [...addresses, one(service, `${dcat}endpointDescription`)['@id'], dataset['@id']]) {
      assert.ok(typeof address === 'string' && address.startsWith(publicUrl), String(address));
      const found = await app.inject(address.slice(publicUrl.length));
      assert.equal(found.statusCode, 200, address);
      types.push(String(found.headers['content-type']).split(';', 1)[0]);
    }
    assert.deepEqual([...new Set(types)], ['application/json', 'text/csv', 'application/octet-stream']);
  });
});

describe('tables in the catalogue', async () => {
  const store = await emptyStore();
  const [region, period, metric] = grouped.dimensions;
  assert.ok(region && period && metric);
  const empty = (table: Table) => publishCells(store, table, []);
  await empty(grouped);
  await empty({ ...grouped, id: 'secret', audience: { theme: 'zorg', municipalityBound: false } });
  await empty({ ...grouped, id: 'listed', audience: { theme: 'zorg', municipalityBound: false, listed: true } });
  const odd = { code: 'WIJK1', label: { nl: 'Wijk een' } };
  const twente = { code: 'PV23', label: { nl: 'Overijssel' } };
  await empty({
    ...grouped,
    id: 'odd',
    licence: 'https://example.org/licentie',
    dimensions: [{ ...region, codes: [odd, twente] }, period, metric],
  });
  const endpoint = serve(store, { maxDataCells: 50 });
  const host = 'figures.example.org';
  const read = await expand((await endpoint.inject({ url: '/catalogue', headers: { host } })).json<object>());
  const datasets = all(read, `${dcat}dataset`);

  it('are the public ones only, also those that are listed elsewhere', () => {
    assert.deepEqual(
      datasets.map((node) => node['@id']),
      [`http://${host}/api/v2/tables/grouped`, `http://${host}/api/v2/tables/odd`],
    );
    assert.doesNotMatch(JSON.stringify(read), /secret|zorg|listed/);
  });

  it('have their own theme as a concept when no theme of the EU is given for it', () => {
    const theme = one(datasets[0] ?? {}, `${dcat}theme`);
    assert.equal(theme['@id'], `http://${host}/catalogue#theme-wonen`);
    assert.ok(all(theme, 'http://www.w3.org/2004/02/skos/core#prefLabel').length > 0);
  });

  it('name a licence by its own address', () => {
    const [distribution = {}] = all(datasets[1] ?? {}, `${dcat}distribution`);
    assert.equal(one(distribution, `${dct}license`)['@id'], 'https://example.org/licentie');
  });

  it('name regions by the register of government where it has them', () => {
    const places = all(datasets[1] ?? {}, `${dct}spatial`);
    assert.equal(one(places[0] ?? {}, `${dct}identifier`)['@value'], 'WIJK1');
    assert.equal(places[1]?.['@id'], 'https://identifier.overheid.nl/tooi/id/provincie/pv23');
  });

  it('last until the end of the period that ends last, which need not be the last in order', async () => {
    const codes = ['2021-2024', '2022', '2023'].map((code) => ({ code, label: { nl: code } }));
    const other = await emptyStore();
    await publishCells(other, { ...grouped, dimensions: [region, { ...period, codes }, metric] }, []);
    const app = serve(other);
    const [spans = {}] = all(await expand((await app.inject('/catalogue')).json<object>()), `${dcat}dataset`);
    const temporal = one(spans, `${dct}temporal`);
    const dates = [`${dcat}startDate`, `${dcat}endDate`].map((property) => one(temporal, property)['@value']);
    assert.deepEqual(dates, ['2021-01-01', '2024-12-31']);
    const table = '/api/v2/tables/grouped';
    const listed = (await app.inject(table)).json<{ firstPeriod: string; lastPeriod: string }>();
    const { extension } = (await app.inject(`${table}/metadata`)).json<{ extension: typeof listed }>();
    for (const { firstPeriod, lastPeriod } of [listed, extension])
      assert.deepEqual([firstPeriod, lastPeriod], ['2021-2024', '2021-2024']);
  });

  it('have no address for a download that would be refused as too large', () => {
    const [large, small] = datasets.map((node) => all(node, `${dcat}distribution`)[0] ?? {});
    assert.equal(all(large ?? {}, `${dcat}downloadURL`).length, 0);
    assert.equal(all(small ?? {}, `${dcat}downloadURL`).length, 1);
  });
});
