/** The description of the API, and the API itself, against the NL API Design Rules. */
import { Validator } from '@seriousme/openapi-schema-validator';
import core from '@stoplight/spectral-core';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from './api-design/rules.ts';
import { startEndpoint } from './support.ts';

type Json = Record<string, unknown>;

const app = await startEndpoint({
  publicUrl: 'https://cijfers.example.org',
  contact: { name: 'Service desk', mail: 'service@example.org' },
});
const description = await app.inject('/api/v2/openapi.json');

const linter = new core.Spectral();
linter.setRuleset(rules);

/** Names of the rules that a description breaks. */
async function lint(document: Json): Promise<readonly string[]> {
  return (await linter.run(document)).map(({ code, message, path }) => {
    return Object.hasOwn(rules.rules, code) ? String(code) : `${code}: ${message} (${path.join('.')})`;
  });
}

/** The description with one thing changed. */
function changed(change: (document: Json) => void): Json {
  const document = structuredClone(description.json<Json>());
  change(document);
  return document;
}

/** What stands at a path in a document. */
function at(document: Json, ...path: readonly string[]): Json {
  return path.reduce((node, key) => node[key] as Json, document);
}

describe('the description of the API', () => {
  it('breaks none of the NL API Design Rules', async () => {
    assert.deepEqual(await lint(description.json<Json>()), []);
  });

  const config = ['paths', '/config', 'get'] as const;
  const kept = ['paths', '/savedqueries', 'post', 'responses', '201'] as const;
  const addPath = (path: string) => (document: Json) => {
    at(document, 'paths')[path] = at(document, 'paths', '/tables/{id}');
  };
  const breaches: Readonly<Record<string, (document: Json) => void>> = {
    'doc-openapi': (document) => (document.openapi = '2.0'),
    'publish-openapi': (document) => delete at(document, 'paths')['/openapi.json'],
    'doc-openapi-contact': (document) => delete at(document, 'info', 'contact').url,
    semver: (document) => (at(document, 'info').version = '2.0'),
    'uri-version': (document) => (document.servers = [{ url: 'https://cijfers.example.org/api/v2.0' }]),
    'transport-security': (document) => (document.servers = [{ url: 'http://cijfers.example.org/api/v2' }]),
    'no-trailing-slash': addPath('/regions/'),
    'http-methods': (document) => (at(document, 'paths', '/config').trace = {}),
    'http-safety': (document) => (at(document, ...config).requestBody = {}),
    'path-segments-kebab-case': addPath('/peerGroups/{id}'),
    'naming-resources': addPath('/get-tables/{id}'),
    'naming-collections': addPath('/region/{id}'),
    'hide-implementation': addPath('/tables.aspx'),
    'query-keys-camel-case': (document) =>
      (at(document, ...config).parameters = [{ name: 'page_size', in: 'query', description: 'Page', schema: {} }]),
    'property-names-camel-case': (document) =>
      (at(document, 'components', 'schemas', 'Link', 'properties').href_lang = {}),
    'version-header': (document) => delete at(document, ...config, 'responses', '200', 'headers')['API-Version'],
    'problem-details': (document) => (at(document, ...config, 'responses')['400'] = { content: { 'text/html': {} } }),
    'invalid-input': (document) => delete at(document, ...config, 'responses')['400'],
    'created-location': (document) => delete at(document, ...kept, 'headers').Location,
    'doc-operations': (document) => delete at(document, ...config).summary,
    'doc-parameters': (document) => (at(document, ...config).parameters = [{ name: 'lang', in: 'query', schema: {} }]),
    'no-sensitive-uris': (document) =>
      (at(document, 'components', 'securitySchemes').key = { type: 'apiKey', in: 'query', name: 'key' }),
  };
  for (const [rule, change] of Object.entries(breaches)) {
    it(`would be caught breaking ${rule}`, async () => {
      const broken = await lint(changed(change));
      assert.ok(broken.includes(rule), broken.join('\n'));
    });
  }

  it('has every rule put to the test', () => {
    assert.deepEqual(Object.keys(rules.rules).sort(), Object.keys(breaches).sort());
  });

  it('is valid OpenAPI', async () => {
    const { valid, errors } = await new Validator().validate(description.json<Json>());
    assert.ok(valid, JSON.stringify(errors));
    assert.equal((await new Validator().validate(changed((document) => delete document.info))).valid, false);
  });

  it('refers to nothing that is not there', () => {
    const text = description.body;
    const document = description.json<Json>();
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g))
      assert.ok(at(document, ...pointer.split('/')));
  });
});

describe('the API', () => {
  it('publishes its description at a fixed place, for every site, without a token', () => {
    assert.equal(description.statusCode, 200);
    assert.equal(description.headers['access-control-allow-origin'], '*');
  });

  it('returns its full version with every answer', async () => {
    for (const path of ['/config', '/tables', '/tables/nope', '/nowhere', '/tables/werk/data?outputFormat=csv']) {
      const { headers } = await app.inject(`/api/v2${path}`);
      assert.equal(headers['api-version'], '2.0.0', path);
    }
    assert.equal(description.json<{ info: { version: string } }>().info.version, '2.0.0');
  });

  it('knows no address with a slash at the end', async () => {
    for (const path of ['/tables/', '/tables/werk/', '/config/']) {
      assert.equal((await app.inject(`/api/v2${path}`)).statusCode, 404, path);
    }
  });

  it('changes nothing when it is read twice', async () => {
    const read = async () => (await app.inject('/api/v2/tables/werk/data')).body;
    assert.equal(await read(), await read());
  });

  it('tells browsers to come back over https only, and to show it in no page', async () => {
    const { headers } = await app.inject('/api/v2/config');
    assert.match(String(headers['strict-transport-security']), /max-age=\d{8}/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
  });

  it('tells which methods an address has', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/api/v2/savedqueries' });
    assert.deepEqual([answer.statusCode, answer.headers.allow], [405, 'POST']);
  });
});
