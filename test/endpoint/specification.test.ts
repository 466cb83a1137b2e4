/**
 * Answers of the endpoint against the PxWebApi 2 specification, where that file is at hand: every path, method and
 * parameter it describes is asked for, and every status it promises is seen.
 */
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { emptyStore, grouped, publishCells, serve, type Cell } from './stored-table.ts';
import type { Endpoint } from './support.ts';

const file = new URL('../../../shared/spec/PxAPI-2.yml', import.meta.url);
const skip = existsSync(file) ? false : 'the specification (PxAPI-2.yml) is not on this machine';

/**
 * OpenAPI 3.0 schemas as JSON Schema: `nullable` becomes a type, `exclusiveMaximum: true` a number, and OpenAPI's own
 * words go. The specification gives Table.updated a pattern for a date and the format date-time, which nothing can be
 * at once; the pattern is kept.
 */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, example, examples, discriminator, xml, ...rest } = node as Record<string, unknown>;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]));
  if (schema.exclusiveMaximum === true) {
    schema.exclusiveMaximum = schema.maximum;
    delete schema.maximum;
  }
  if (schema.pattern !== undefined && schema.format === 'date-time') delete schema.format;
  if (nullable === true && typeof schema.type === 'string') schema.type = [schema.type, 'null'];
  if (nullable === true && typeof schema.$ref === 'string') return { anyOf: [schema, { type: 'null' }] };
  return schema;
}

interface Reference {
  readonly $ref: string;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly responses: Readonly<Record<string, Reference & { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;

interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object; readonly parameters: Readonly<Record<string, Parameter>> };
}

interface Request {
  readonly method: 'GET' | 'POST';
  /** As the specification writes it. */
  readonly path: string;
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly payload?: object;
  readonly status: number;
  /** Another endpoint over the same store, that allows fewer cells or calls. */
  readonly on?: 'small' | 'busy';
}

describe('answers keep to the specification', { skip }, async () => {
  if (skip !== false) return;
  const specification = parse(readFileSync(file, 'utf8')) as Specification;
  const schemas = toJsonSchema(specification.components.schemas) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  ajv.addFormat('int32', true);
  ajv.addFormat('double', true);
  ajv.addSchema({ $id: 'https://spec/', components: { schemas } });
  const conforms = (name: string, body: unknown): void => {
    const validate = ajv.compile({ $ref: `https://spec/#/components/schemas/${name}` });
    assert.ok(validate(body), `${name}: ${ajv.errorsText(validate.errors)}`);
  };

  const store = await emptyStore();
  const states = [null, 'P', 'C', 'O', 'E', 'U', 'N', 'M', 'R', 'B'];
  const cells = Array.from({ length: 60 }, (_, index): Cell => {
    const status = states[index % 10] ?? null;
    return { value: status && 'COUNM'.includes(status) ? null : index / 4, status };
  });
  await publishCells(store, grouped, cells);
  await publishCells(store, { ...grouped, id: 'ended', discontinued: true }, cells);
  await publishCells(store, { ...grouped, id: 'other' }, cells);
  const app = serve(store);
  // One store, closed once.
  const shared = new Proxy(store, {
    get: (target, name) => {
      if (name === 'close') return () => Promise.resolve();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const endpoints: Readonly<Record<string, Endpoint>> = {
    plain: app,
    small: serve(shared, { maxDataCells: 1 }),
    busy: serve(shared, { callLimit: { calls: 1, seconds: 60 } }),
  };
  await endpoints.busy?.inject('/api/v2/config');

  const everything = { 'valuecodes[RegioS]': '*', 'valuecodes[Perioden]': '*', 'valuecodes[Onderwerp]': '*' };
  const selection = [
    { variableCode: 'RegioS', codelist: 'Streken', valueCodes: ['*'] },
    { variableCode: 'Perioden', codelist: null, valueCodes: ['FROM(2021)'] },
    { variableCode: 'Onderwerp', valueCodes: ['koop', 'aandeel'] },
  ];
  const saved = { tableId: 'grouped', language: 'en', selection: { selection, placement: { stub: ['RegioS'] } } };
  const kept = await app.inject({ method: 'POST', url: '/api/v2/savedqueries', payload: saved });
  const { id: query } = kept.json<{ id: string }>();

  const get = (path: string, rest: Partial<Request>): Request => ({ method: 'GET', path, status: 200, ...rest });
  const post = (path: string, rest: Partial<Request>): Request => ({ method: 'POST', path, status: 200, ...rest });
  const onTable = ['/tables/{id}', '/tables/{id}/metadata', '/tables/{id}/defaultselection', '/tables/{id}/data'];
  const onQuery = ['/savedqueries/{id}', '/savedqueries/{id}/data', '/savedqueries/{id}/selection'];
  const requests: readonly Request[] = [
    get('/config', {}),
    get('/config', { query: { nonsense: '1' }, status: 400 }),
    get('/config', { on: 'busy', status: 429 }),
    get('/tables', {}),
    get('/tables', { query: { lang: 'en', query: 'nothing-like-it' } }),
    get('/tables', { query: { pastDays: '99999', includeDiscontinued: 'true', pageNumber: '2', pageSize: '1' } }),
    ...onTable.flatMap((path) => [
      get(path, { id: 'grouped', query: { lang: 'en' } }),
      get(path, { id: 'grouped', query: { lang: 'xx' }, status: 400 }),
      get(path, { id: 'nope', status: 404 }),
      get(path, { id: 'grouped', on: 'busy', status: 429 }),
    ]),
    get('/tables/{id}/metadata', { id: 'grouped', query: { defaultSelection: 'true' } }),
    get('/tables/{id}/metadata', { id: 'grouped', query: { 'codelist[RegioS]': 'Streken' } }),
    get('/tables/{id}/metadata', { id: 'grouped', query: { savedQuery: query } }),
    get('/tables/{id}/data', { id: 'grouped', query: { ...everything, lang: 'en', heading: 'Perioden' } }),
    get('/tables/{id}/data', { id: 'grouped', query: { ...everything, 'codelist[RegioS]': 'Streken' } }),
    get('/tables/{id}/data', { id: 'grouped', query: { ...everything, outputFormat: 'px', stub: 'Perioden' } }),
    get('/tables/{id}/data', {
      id: 'grouped',
      query: { ...everything, outputFormat: 'csv', outputFormatParams: 'UseCodesAndTexts,IncludeTitle,SeparatorTab' },
    }),
    get('/tables/{id}/data', { id: 'grouped', query: everything, on: 'small', status: 403 }),
    ...['px', 'csv', 'json-stat2'].map((outputFormat) =>
      post('/tables/{id}/data', {
        id: 'grouped',
        query: { lang: 'en', outputFormat, outputFormatParams: 'UseCodes' },
        payload: { selection, placement: { heading: ['Onderwerp'], stub: ['RegioS'] } },
      }),
    ),
    post('/tables/{id}/data', { id: 'grouped' }),
    post('/tables/{id}/data', { id: 'grouped', payload: { selection: 1 }, status: 400 }),
    post('/tables/{id}/data', { id: 'grouped', payload: { selection }, on: 'small', status: 403 }),
    post('/tables/{id}/data', { id: 'nope', status: 404 }),
    post('/tables/{id}/data', { id: 'grouped', on: 'busy', status: 429 }),
    get('/codelists/{id}', { id: 'Streken', query: { lang: 'en' } }),
    get('/codelists/{id}', { id: 'Steden' }),
    get('/codelists/{id}', { id: 'Streken', query: { lang: 'xx' }, status: 400 }),
    get('/codelists/{id}', { id: 'nope', status: 404 }),
    get('/codelists/{id}', { id: 'Streken', on: 'busy', status: 429 }),
    post('/savedqueries', { payload: saved, status: 201 }),
    post('/savedqueries', {
      payload: { ...saved, outputFormat: 'csv', outputFormatParams: ['UseCodes'] },
      status: 201,
    }),
    post('/savedqueries', { payload: {}, status: 400 }),
    post('/savedqueries', { payload: saved, on: 'busy', status: 429 }),
    ...onQuery.flatMap((path) => [
      get(path, { id: query }),
      get(path, { id: query, query: { nonsense: '1' }, status: 400 }),
      get(path, { id: 'nope', status: 404 }),
      get(path, { id: query, on: 'busy', status: 429 }),
    ]),
    get('/savedqueries/{id}/data', {
      id: query,
      query: { lang: 'nl', outputFormat: 'csv', outputFormatParams: 'UseTexts' },
    }),
    get('/savedqueries/{id}/data', { id: query, query: { outputFormat: 'px' } }),
    get('/savedqueries/{id}/data', { id: query, on: 'small', status: 403 }),
    get('/savedqueries/{id}/selection', { id: query, query: { lang: 'nl' } }),
    get('/savedqueries/{id}/selection', { id: query, on: 'small', status: 403 }),
  ];

  const urlOf = ({ path, id, query: parameters = {} }: Request): string =>
    `/api/v2${path.replace('{id}', id ?? '')}?${new URLSearchParams(parameters).toString()}`;
  const ask = ({ method, payload, on, ...request }: Request) =>
    (endpoints[on ?? 'plain'] ?? app).inject({
      method,
      url: urlOf({ method, ...request }),
      ...(payload ? { payload } : {}),
    });
  const operationOf = ({ method, path }: Request): Operation => {
    const operation = specification.paths[path]?.[method.toLowerCase()];
    assert.ok(operation, `${method} ${path} is in the specification`);
    return operation;
  };
  /** What a successful answer is, where the specification only says that it is a text. */
  const nameOf = ({ path, status }: Request, { responses }: Operation): string => {
    if (status >= 400) return 'Problem';
    const reference = responses[status]?.content?.['application/json']?.schema.$ref;
    return reference?.split('/').at(-1) ?? (path.endsWith('/data') ? 'Dataset' : '');
  };
  const media: Readonly<Record<string, string>> = { csv: 'text/csv', px: 'application/octet-stream' };

  for (const request of requests) {
    const { method, status, on } = request;
    it(`${method} ${urlOf(request)} ${JSON.stringify(request.payload ?? '')} ${on ?? ''} → ${status}`, async () => {
      const answer = await ask(request);
      assert.equal(answer.statusCode, status, answer.body);
      const [type = ''] = String(answer.headers['content-type']).split(';');
      const operation = operationOf(request);
      // The specification gives /tables no refusals; the endpoint refuses there as everywhere.
      assert.ok(operation.responses[status] ?? status >= 400, `${status} is in the specification`);
      const expected = status >= 400 ? 'application/problem+json' : media[request.query?.outputFormat ?? ''];
      assert.equal(type, expected ?? 'application/json');
      if (type.endsWith('json')) conforms(nameOf(request, operation), answer.json());
      if (status >= 400) assert.equal(answer.json<{ status: number }>().status, status);
    });
  }

  it('every operation and every parameter of the specification is asked for', () => {
    for (const [path, operations] of Object.entries(specification.paths)) {
      for (const [method, { parameters = [] }] of Object.entries(operations)) {
        const asked = requests.filter((each) => each.path === path && each.method === method.toUpperCase());
        const used = asked.flatMap((each) => Object.keys(each.query ?? {}).map((name) => name.replace(/\[.*/, '')));
        for (const parameter of parameters) {
          const { name, in: where } =
            '$ref' in parameter
              ? (specification.components.parameters[parameter.$ref.split('/').at(-1) ?? ''] ?? { name: '', in: '' })
              : parameter;
          if (where === 'query') assert.ok(used.includes(name), `${method} ${path} ${name}`);
        }
        assert.ok(asked.length > 0, `${method} ${path}`);
      }
    }
  });

  it('every status of the specification is seen, but for a /config that is not there', () => {
    for (const [path, operations] of Object.entries(specification.paths)) {
      for (const [method, { responses }] of Object.entries(operations)) {
        for (const status of Object.keys(responses)) {
          const seen = requests.some(
            (each) => each.path === path && each.method === method.toUpperCase() && each.status === Number(status),
          );
          assert.ok(seen || (path === '/config' && status === '404'), `${method} ${path} ${status}`);
        }
      }
    }
  });

  it('every link leads somewhere', async () => {
    const hrefs = new Set<string>();
    for (const request of requests.filter(({ status, on }) => status < 300 && !on)) {
      const { body } = await ask(request);
      for (const [, href] of body.matchAll(/"href":"([^"]+)"/g)) hrefs.add(String(href));
    }
    assert.ok(hrefs.size > 20);
    for (const href of hrefs) assert.equal((await app.inject(href)).statusCode, 200, href);
  });

  it('HEAD is answered as GET, without the body', async () => {
    for (const request of requests.filter(({ method, on }) => method === 'GET' && !on)) {
      const [head, full] = [await app.inject({ method: 'HEAD', url: urlOf(request) }), await ask(request)];
      assert.equal(head.statusCode, full.statusCode, urlOf(request));
      for (const name of ['content-type', 'etag', 'cache-control'])
        assert.equal(head.headers[name], full.headers[name]);
      assert.equal(head.body, '');
    }
  });

  it('OPTIONS tells a browser that it may ask', async () => {
    for (const [path, operations] of Object.entries(specification.paths)) {
      const method = 'get' in operations ? 'GET' : 'POST';
      const headers = { origin: 'https://www.example.org', 'access-control-request-method': method };
      const answer = await app.inject({ method: 'OPTIONS', url: `/api/v2${path.replace('{id}', 'grouped')}`, headers });
      assert.equal(answer.statusCode, 204, path);
      assert.match(String(answer.headers['access-control-allow-methods']), new RegExp(method));
    }
  });

  it('discontinued tables are listed on request', async () => {
    const ids = async (parameters: string) =>
      (await app.inject(`/api/v2/tables?${parameters}`))
        .json<{ tables: { id: string; discontinued: boolean }[] }>()
        .tables.map(({ id, discontinued }) => `${id} ${discontinued}`);
    assert.deepEqual(await ids(''), ['grouped false', 'other false']);
    assert.deepEqual(await ids('includeDiscontinued=true'), ['ended true', 'grouped false', 'other false']);
    assert.equal((await app.inject('/api/v2/tables/ended')).statusCode, 200);
  });

  it('notices an answer that does not keep to it', () => {
    assert.throws(() =>
      conforms('Dataset', { version: '2.0', class: 'dataset', value: null, id: [], size: ['1'], dimension: {} }),
    );
  });
});
