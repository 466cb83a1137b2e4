/** Answers of the endpoint against the schemas of the PxWebApi 2 specification, where that file is at hand. */
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { startEndpoint } from './support.ts';

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

describe('answers keep to the specification', { skip }, async () => {
  if (skip !== false) return;
  const specification = parse(readFileSync(file, 'utf8')) as { components: { schemas: unknown }; paths: object };
  const schemas = toJsonSchema(specification.components.schemas) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  ajv.addFormat('int32', true);
  ajv.addFormat('double', true);
  ajv.addSchema({ $id: 'https://spec/', components: { schemas } });

  const app = await startEndpoint();
  const conforms = (name: string, body: unknown): void => {
    const validate = ajv.compile({ $ref: `https://spec/#/components/schemas/${name}` });
    assert.ok(validate(body), `${name}: ${ajv.errorsText(validate.errors)}`);
  };
  const all = 'valueCodes[RegioS]=*&valueCodes[Leeftijd]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*';

  for (const [name, path, status] of [
    ['ConfigResponse', '/config', 200],
    ['TablesResponse', '/tables', 200],
    ['TablesResponse', '/tables?lang=en&query=nothing-like-it', 200],
    ['TableResponse', '/tables/werk', 200],
    ['Dataset', '/tables/werk/metadata', 200],
    ['Dataset', '/tables/werk/data', 200],
    ['Dataset', `/tables/werk/data?${all}&lang=en&heading=Perioden`, 200],
    ['SelectionResponse', '/tables/werk/defaultselection', 200],
    ['Problem', '/tables/nope', 404],
    ['Problem', '/tables/werk/data?valueCodes[RegioS]=x', 400],
  ] as const) {
    it(`${path} is a ${name}`, async () => {
      const answer = await app.inject(`/api/v2${path}`);
      assert.equal(answer.statusCode, status);
      conforms(name, answer.json());
    });
  }

  it('notices an answer that does not', () => {
    assert.throws(() =>
      conforms('Dataset', { version: '2.0', class: 'dataset', value: null, id: [], size: ['1'], dimension: {} }),
    );
  });

  it('every address of the tables, data and configuration is served', async () => {
    for (const path of Object.keys(specification.paths).filter((each) => /^\/(tables|config)/.test(each))) {
      const answer = await app.inject(`/api/v2${path.replace('{id}', 'werk')}`);
      assert.equal(answer.statusCode, 200, path);
    }
  });
});
