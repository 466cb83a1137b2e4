/**
 * What this endpoint serves, as OpenAPI 3.0: the part of PxWebApi 2 that exists here, with its own formats and limits.
 * The answers themselves are described by the specification of PxWebApi 2 and by JSON-stat 2.0.
 */
import { apiVersion } from '../app-version.js';
import { languages } from '../table.js';
import type { Context } from './context.js';
import { formatParameters } from './csv.js';
import { dataFormats } from './data-formats.js';

const text = { type: 'string' };
const list = { type: 'array', items: text };
const textsByName = { type: 'object', additionalProperties: list };

type Schema = Readonly<Record<string, unknown>>;

function inQuery(name: string, schema: Schema, description: string): object {
  const form = schema === textsByName ? { style: 'deepObject', explode: true } : { style: 'form', explode: false };
  return { name, in: 'query', required: false, description, schema, ...form };
}

const lang = inQuery('lang', { type: 'string', enum: languages, default: 'nl' }, 'Language of the texts');
const id = { name: 'id', in: 'path', required: true, description: 'Table id', schema: text };

const format = [
  inQuery('outputFormat', { type: 'string', enum: dataFormats, default: dataFormats[0] }, 'Format of the answer'),
  inQuery('outputFormatParams', { ...list, items: { type: 'string', enum: formatParameters } }, 'For csv only'),
];

const selection = [
  inQuery(
    'valueCodes',
    textsByName,
    'Per variable the codes, in any case, or TOP(n[,offset]), BOTTOM(n[,offset]), FROM(code), TO(code), RANGE(code,code), * and ?',
  ),
  inQuery('heading', list, 'Variables in the heading'),
  inQuery('stub', list, 'Variables in the stub'),
];

const placement = { type: 'object', properties: { heading: list, stub: list } };
const variable = { type: 'object', required: ['variableCode'], properties: { variableCode: text, valueCodes: list } };
const body = {
  required: false,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['selection'],
        properties: { selection: { type: 'array', items: variable }, placement },
      },
    },
  },
};

const json = ['application/json'];
const data = ['application/json', 'text/csv'];

function operation(
  operationId: string,
  summary: string,
  parameters: readonly object[],
  refusals: readonly number[],
  types: readonly string[] = json,
): Schema {
  const content = Object.fromEntries(
    types.map((type) => [type, { schema: type === 'text/csv' ? text : { type: 'object' } }]),
  );
  const refused = refusals.map((status) => [String(status), { $ref: '#/components/responses/Problem' }] as const);
  return {
    operationId,
    summary,
    parameters,
    responses: { 200: { description: 'Success', content }, ...Object.fromEntries(refused) },
  };
}

export function describeApi({ root, licence, contact, maxDataCells }: Context): Schema {
  const refused = [400, 404, 429];
  const pages = [
    inQuery('query', text, 'Words that must all occur in what a table says about itself'),
    inQuery('pastDays', { type: 'integer', minimum: 1 }, 'Only tables updated in the last days'),
    inQuery(
      'includeDiscontinued',
      { type: 'boolean', default: false },
      'Makes no difference: no table is discontinued',
    ),
    inQuery('pageNumber', { type: 'integer', minimum: 1, default: 1 }, 'Page'),
    inQuery('pageSize', { type: 'integer', minimum: 1 }, 'Tables on a page'),
  ];
  const reduced = inQuery('defaultSelection', { type: 'boolean', default: false }, 'Only the default selection');
  return {
    openapi: '3.0.3',
    info: {
      title: 'Peilglas endpoint',
      version: apiVersion,
      description: `Published statistical tables over PxWebApi 2. One answer has at most ${maxDataCells} cells. Licence of the data: ${licence}.`,
      ...(contact ? { contact: { name: contact.name, email: contact.mail } } : {}),
    },
    servers: [{ url: root }],
    paths: {
      '/config': { get: operation('GetApiConfiguration', 'Languages, formats and limits', [lang], [400, 429]) },
      '/openapi.json': { get: operation('GetOpenApi', 'This description', [], [400, 429]) },
      '/tables': { get: operation('ListAllTables', 'Tables that are published', [lang, ...pages], refused) },
      '/tables/{id}': { get: operation('GetTableById', 'One table', [lang, id], refused) },
      '/tables/{id}/metadata': {
        get: operation(
          'GetMetadataById',
          'Variables, codes and definitions, as JSON-stat',
          [lang, id, reduced],
          refused,
        ),
      },
      '/tables/{id}/defaultselection': {
        get: operation('GetDefaultSelection', 'What is given when nothing is selected', [lang, id], refused),
      },
      '/tables/{id}/data': {
        get: operation('GetTableData', 'Figures', [lang, id, ...format, ...selection], [...refused, 403], data),
        post: {
          ...operation(
            'GetTableDataByPost',
            'Figures, for a long selection',
            [lang, id, ...format],
            [...refused, 403, 413, 415],
            data,
          ),
          requestBody: body,
        },
      },
    },
    components: {
      responses: {
        Problem: {
          description: 'Why there is no answer (RFC 9457)',
          content: {
            'application/problem+json': {
              schema: {
                type: 'object',
                required: ['title', 'status', 'detail'],
                properties: { type: text, title: text, status: { type: 'integer' }, detail: text },
              },
            },
          },
        },
      },
    },
  };
}
