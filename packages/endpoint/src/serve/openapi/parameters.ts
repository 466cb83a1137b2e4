import { languages } from '../../table.js';
import { formatParameters } from '../csv.js';
import { dataFormats } from '../data-formats.js';
import { flag, listOf, text, texts, type Schema } from './schemas.js';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

function inQuery(name: string, schema: Schema, description: string, example?: unknown): Parameter {
  const form = schema.type === 'object' ? { style: 'deepObject', explode: true } : { style: 'form', explode: false };
  return { name, in: 'query', description, schema, ...form, ...(example === undefined ? {} : { example }) };
}

function inPath(name: string, description: string, example: string): Parameter & { readonly required: true } {
  return { name, in: 'path', required: true, description, schema: text, example };
}

export const tableId = inPath('id', 'Id of a table', 'bevolking');
export const codelistId = inPath('id', 'Id of a codelist', 'twente');
export const shapesId = inPath('id', 'Id of a file with boundaries', 'gemeenten');
export const queryId = inPath('id', 'Id of a saved query', 'mCKcZzXlmRbWjtTS3zMsUqAdHk4NNqYQIePPzQrlIoM');

export const lang = inQuery('lang', { type: 'string', enum: languages, default: 'nl' }, 'Language of the texts', 'en');

const codelist = inQuery(
  'codelist',
  { type: 'object', additionalProperties: text },
  'Per variable the codelist whose values take the place of its codes',
  { RegioS: 'twente' },
);

export const format = [
  inQuery('outputFormat', { type: 'string', enum: dataFormats, default: dataFormats[0] }, 'Format of the answer'),
  inQuery('outputFormatParams', listOf({ type: 'string', enum: formatParameters }), 'For csv only', ['UseCodes']),
];

export const selection = [
  inQuery(
    'valueCodes',
    { type: 'object', additionalProperties: texts },
    'Per variable the codes, in any case, or TOP(n[,offset]), BOTTOM(n[,offset]), FROM(code), TO(code), RANGE(code,code), * and ?; nothing at all gives the default selection',
    { RegioS: ['GM0153'], Perioden: ['TOP(3)'], Onderwerp: ['*'] },
  ),
  codelist,
  inQuery('heading', texts, 'Variables in the heading', ['Perioden']),
  inQuery('stub', texts, 'Variables in the stub', ['RegioS']),
];

export const search = [
  inQuery('query', text, 'Words that must all occur in what a table says about itself', 'woningen'),
  inQuery('pastDays', { type: 'integer', minimum: 1 }, 'Only tables updated in the last days', 30),
  inQuery('includeDiscontinued', flag, 'Also tables that get no new figures'),
  inQuery('pageNumber', { type: 'integer', minimum: 1, default: 1 }, 'Page'),
  inQuery('pageSize', { type: 'integer', minimum: 1, default: 100 }, 'Tables on a page'),
];

export const metadata = [
  inQuery('defaultSelection', flag, 'Only what the default selection chooses'),
  inQuery('savedQuery', text, 'Only what this saved query chooses, from the version that it pins'),
  codelist,
  inQuery('outputFormat', { type: 'string', enum: ['json-stat2'] }, 'For clients that ask; there is one form'),
];

export const embed = [
  inPath('element', 'Tag of an element', 'kpi-tile'),
  {
    name: 'attributes',
    in: 'query',
    description: 'Attributes of the element, each by its own name; without endpoint',
    schema: { type: 'object', additionalProperties: text },
    style: 'form',
    explode: true,
    example: { table: 'bevolking', indicator: 'inwoners', region: 'GM0153' },
  },
  inQuery('lang', { ...text, default: 'nl' }, 'Language of what the element says', 'en'),
  inQuery('as', { type: 'string', enum: ['fragment', 'page'], default: 'fragment' }, 'Part of a page, or a page'),
  inQuery('theme', text, 'With as=page: a style sheet of the release that this endpoint serves', 'stempel'),
  inQuery('scheme', { type: 'string', enum: ['light', 'dark', 'auto'], default: 'auto' }, 'With as=page: colours'),
];
