import * as parameters from './parameters.js';
import { schema, text, type Schema } from './schemas.js';

/** What an answer with figures can be. */
const figures: Schema = {
  'application/json': { schema: schema('Dataset') },
  'text/csv': {
    schema: text,
    example: "Regio's,Perioden,Onderwerp,waarde,status\r\nEnschede,2024,Inwoners,160383,\r\n",
  },
  'application/octet-stream': { schema: { type: 'string', format: 'binary', description: 'A PX file' } },
};

/** Boundaries in either of two standards. */
const boundaries: Schema = {
  'application/geo+json': { schema: schema('Boundaries') },
  'application/json': { schema: schema('Boundaries') },
};

function json(name: string): Schema {
  return { 'application/json': { schema: schema(name) } };
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly object[];
  readonly content: Schema;
  readonly refused: readonly number[];
  readonly body?: string;
  readonly created?: true;
}

const headers = { 'API-Version': { $ref: '#/components/headers/API-Version' } };

function describe({ content, refused, body, created, ...operation }: Operation): Schema {
  const kept = created || body !== undefined ? {} : { ETag: { $ref: '#/components/headers/ETag' } };
  const success = created
    ? {
        201: {
          description: 'Kept',
          headers: { ...headers, Location: { description: 'Its address', schema: text } },
          content,
        },
      }
    : { 200: { description: 'Success', headers: { ...headers, ...kept }, content } };
  const unchanged =
    'ETag' in kept ? { 304: { description: 'Not changed since', headers: { ...headers, ...kept } } } : {};
  const refusals = [...refused, 400, 429, 503].sort((a, b) => a - b);
  return {
    ...operation,
    ...(body === undefined
      ? {}
      : { requestBody: { required: created === true, content: { 'application/json': { schema: schema(body) } } } }),
    responses: {
      ...success,
      ...unchanged,
      ...Object.fromEntries(refusals.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
    },
  };
}

const { lang, tableId, codelistId, queryId, shapesId, format, selection, search, metadata } = parameters;
const aboutTable = { tags: ['Tables'], refused: [401, 403, 404] } as const;
const aboutQuery = { tags: ['Saved queries'], refused: [401, 403, 404] } as const;

type Paths = Readonly<Record<string, Readonly<Record<string, Schema | readonly object[]>>>>;

/** @param embedServers where `/{element}` is, which is no part of PxWebApi 2 */
export const pathsOf = (embedServers: readonly object[]): Paths => ({
  '/config': {
    get: describe({
      operationId: 'getApiConfiguration',
      tags: ['Configuration'],
      summary: 'Languages, formats and limits',
      parameters: [lang],
      content: json('Config'),
      refused: [],
    }),
  },
  '/openapi.json': {
    get: describe({
      operationId: 'getOpenApi',
      tags: ['Configuration'],
      summary: 'This description',
      parameters: [],
      content: { 'application/json': { schema: { type: 'object' } } },
      refused: [],
    }),
  },
  '/tables': {
    get: describe({
      operationId: 'listAllTables',
      tags: ['Tables'],
      summary: 'Tables that the caller may know of',
      parameters: [lang, ...search],
      content: json('Tables'),
      refused: [401, 404],
    }),
  },
  '/tables/{id}': {
    get: describe({
      ...aboutTable,
      operationId: 'getTableById',
      summary: 'One table',
      parameters: [lang, tableId],
      content: json('Table'),
    }),
  },
  '/tables/{id}/metadata': {
    get: describe({
      ...aboutTable,
      operationId: 'getMetadataById',
      summary: 'Variables, codes and definitions, as JSON-stat',
      parameters: [lang, tableId, ...metadata],
      content: json('Dataset'),
    }),
  },
  '/tables/{id}/defaultselection': {
    get: describe({
      ...aboutTable,
      operationId: 'getDefaultSelection',
      summary: 'What is given when nothing is selected',
      parameters: [lang, tableId],
      content: json('ResolvedSelection'),
    }),
  },
  '/tables/{id}/data': {
    get: describe({
      ...aboutTable,
      operationId: 'getTableData',
      summary: 'Figures',
      parameters: [lang, tableId, ...format, ...selection],
      content: figures,
    }),
    post: describe({
      ...aboutTable,
      operationId: 'getTableDataByPost',
      summary: 'Figures, for a selection that is too long for an address',
      description: 'Changes nothing. Without a body: the default selection.',
      parameters: [lang, tableId, ...format],
      content: figures,
      refused: [...aboutTable.refused, 413, 415],
      body: 'Selection',
    }),
  },
  '/codelists/{id}': {
    get: describe({
      operationId: 'getCodelistById',
      tags: ['Codelists'],
      summary: 'A grouping of codes',
      parameters: [lang, codelistId],
      content: json('Codelist'),
      refused: [401, 404],
    }),
  },
  '/shapes/{id}': {
    get: describe({
      operationId: 'getShapesById',
      tags: ['Shapes'],
      summary: 'Boundaries of regions, to draw a map with',
      description: 'GeoJSON or TopoJSON, whatever the endpoint was given, with its source.',
      parameters: [shapesId],
      content: boundaries,
      refused: [401, 404],
    }),
  },
  '/{element}': {
    servers: embedServers,
    get: describe({
      operationId: 'getEmbeddedElement',
      tags: ['Elements'],
      summary: 'An element filled with its figures, for servers that include it in a page, or as a page for a frame',
      description:
        'Figures that the caller may not see are not in it: it says why, as the element does. Kept by caches when ' +
        'everything in it is public and no token was sent. 503 when the figures cannot be reached.',
      parameters: parameters.embed,
      content: { 'text/html': { schema: text } },
      refused: [401, 404],
    }),
  },
  '/savedqueries': {
    post: describe({
      ...aboutQuery,
      operationId: 'createSavedQuery',
      summary: 'Keep a question under an address of its own',
      description: 'It pins the version of the table that is current now: its figures stay the same.',
      parameters: [lang],
      content: json('KeptQuery'),
      refused: [...aboutQuery.refused, 413, 415, 501],
      body: 'SavedQuery',
      created: true,
    }),
  },
  '/savedqueries/{id}': {
    get: describe({
      ...aboutQuery,
      operationId: 'getSavedQuery',
      summary: 'What a saved query asks',
      parameters: [lang, queryId],
      content: json('KeptQuery'),
    }),
  },
  '/savedqueries/{id}/data': {
    get: describe({
      ...aboutQuery,
      operationId: 'runSavedQuery',
      summary: 'Figures of a saved query, from the version that it pins',
      parameters: [lang, queryId, ...format],
      content: figures,
    }),
  },
  '/savedqueries/{id}/selection': {
    get: describe({
      ...aboutQuery,
      operationId: 'getSavedQuerySelection',
      summary: 'The codes that a saved query chooses',
      parameters: [lang, queryId],
      content: json('ResolvedSelection'),
    }),
  },
});
