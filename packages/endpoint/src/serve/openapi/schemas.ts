/** Bodies as PxWebApi 2 describes them, for the part that is served here. */
import { languages } from '../../table.js';
import { formatParameters } from '../csv.js';
import { dataFormats } from '../data-formats.js';

export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const texts: Schema = { type: 'array', items: text };
export const flag: Schema = { type: 'boolean', default: false };
const whole: Schema = { type: 'integer' };
const day: Schema = { type: 'string', format: 'date', example: '2025-03-01' };

export function schema(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

function record(
  required: readonly string[],
  properties: Readonly<Record<string, Schema>>,
  description?: string,
): Schema {
  return {
    type: 'object',
    ...(description ? { description } : {}),
    ...(required.length > 0 ? { required } : {}),
    properties,
  };
}

const language: Schema = { type: 'string', enum: languages, example: 'nl' };
const links = listOf(schema('Link'));

export const schemas: Readonly<Record<string, Schema>> = {
  Link: record(['rel', 'hreflang', 'href'], {
    rel: { ...text, example: 'metadata' },
    hreflang: language,
    href: { ...text, description: 'Relative to the host', example: '/api/v2/tables/bevolking/metadata?lang=nl' },
  }),
  Problem: record(
    ['type', 'title', 'status', 'detail'],
    {
      type: { ...text, example: 'about:blank' },
      title: { ...text, example: 'Not Found' },
      status: { ...whole, example: 404 },
      detail: { ...text, description: 'For a person', example: 'Table with id, nope can not be found' },
      theme: { ...text, description: 'With 403: what the caller has no right to', example: 'Jeugd' },
      contact: record(['name', 'mail'], { name: text, mail: text }, 'With 403: whom to ask'),
    },
    'Why there is no answer (RFC 9457)',
  ),
  Config: record(['apiVersion', 'appVersion', 'languages', 'defaultLanguage', 'maxDataCells', 'dataFormats'], {
    apiVersion: { ...text, example: '2.0.0' },
    appVersion: text,
    languages: listOf(record(['id', 'label'], { id: language, label: text })),
    defaultLanguage: language,
    maxDataCells: { ...whole, description: 'Most cells in one answer', example: 150_000 },
    maxCallsPerTimeWindow: { ...whole, example: 1200 },
    timeWindow: { ...whole, description: 'In seconds', example: 60 },
    license: { ...text, example: 'CC-BY-4.0' },
    defaultDataFormat: { type: 'string', enum: dataFormats },
    dataFormats: listOf({ type: 'string', enum: dataFormats }),
    features: listOf(
      record(['id'], { id: text, params: listOf(record(['key', 'value'], { key: text, value: text })) }),
    ),
  }),
  Table: record(['id', 'label', 'updated', 'firstPeriod', 'lastPeriod', 'variableNames', 'links'], {
    language,
    id: { ...text, example: 'bevolking' },
    label: { ...text, example: 'Bevolking' },
    description: text,
    updated: day,
    firstPeriod: { ...text, nullable: true, example: '2012' },
    lastPeriod: { ...text, nullable: true, example: '2024' },
    category: { type: 'string', enum: ['public', 'private'] },
    variableNames: texts,
    discontinued: { type: 'boolean' },
    source: text,
    subjectCode: { ...text, description: 'Theme', example: 'bevolking' },
    timeUnit: { type: 'string', enum: ['Annual', 'Quarterly', 'Monthly', 'Weekly', 'Other'] },
    paths: listOf(listOf(record(['id', 'label'], { id: text, label: text }))),
    links,
  }),
  Tables: record(['language', 'tables', 'page'], {
    language,
    tables: listOf(schema('Table')),
    page: record(['pageNumber', 'pageSize', 'totalElements', 'totalPages'], {
      pageNumber: whole,
      pageSize: whole,
      totalElements: whole,
      totalPages: whole,
      links,
    }),
    links,
  }),
  Dataset: record(
    ['version', 'class', 'id', 'size', 'dimension', 'value'],
    {
      version: { type: 'string', enum: ['2.0'] },
      class: { type: 'string', enum: ['dataset'] },
      label: text,
      source: text,
      updated: day,
      note: texts,
      role: record([], { time: texts, geo: texts, metric: texts }),
      id: { ...texts, example: ['RegioS', 'Perioden', 'Onderwerp'] },
      size: { ...listOf(whole), example: [1, 3, 1] },
      dimension: { type: 'object', additionalProperties: { type: 'object' } },
      extension: { type: 'object', description: 'Facts that JSON-stat has no place for, by the names of PX files' },
      value: { ...listOf({ type: 'number', nullable: true }), nullable: true, example: [158_986, 159_640, 160_383] },
      status: {
        type: 'object',
        description: 'Codes of SDMX, of figures that are not final',
        additionalProperties: text,
      },
    },
    'JSON-stat 2.0: https://json-stat.org/full/',
  ),
  Placement: record([], { heading: texts, stub: texts }, 'Variables above and beside a printed table'),
  VariableSelection: record(['variableCode'], {
    variableCode: { ...text, example: 'RegioS' },
    codelist: { ...text, nullable: true },
    valueCodes: { ...texts, description: 'Codes or value expressions', example: ['GM0153', 'TOP(3)'] },
  }),
  Selection: record(['selection'], {
    selection: listOf(schema('VariableSelection')),
    placement: schema('Placement'),
  }),
  ResolvedSelection: record(['language', 'selection', 'links'], {
    language,
    selection: listOf(schema('VariableSelection')),
    placement: schema('Placement'),
    links,
  }),
  Codelist: record(['id', 'label', 'language', 'languages', 'type', 'values', 'links'], {
    id: text,
    label: text,
    language,
    languages: listOf(language),
    elimination: { type: 'boolean' },
    eliminationValueCode: text,
    type: { type: 'string', enum: ['Aggregation', 'Valueset'] },
    values: listOf(record(['code', 'label', 'valueMap'], { code: text, label: text, valueMap: texts })),
    links,
  }),
  Boundaries: record(
    ['type', 'source'],
    {
      type: { type: 'string', enum: ['FeatureCollection', 'Topology'] },
      source: { ...text, description: 'To be shown with the map', example: 'CBS/Kadaster, CC BY 4.0' },
    },
    'GeoJSON (RFC 7946) or TopoJSON, in degrees or in metres of a national grid',
  ),
  SavedQuery: record(['tableId', 'language', 'selection'], {
    id: text,
    tableId: { ...text, example: 'bevolking' },
    language,
    selection: schema('Selection'),
    outputFormat: { type: 'string', enum: dataFormats },
    outputFormatParams: listOf({ type: 'string', enum: formatParameters }),
  }),
  KeptQuery: record(['language', 'id', 'savedQuery', 'links'], {
    language,
    id: { ...text, description: 'The same for the same question about the same version' },
    savedQuery: schema('SavedQuery'),
    links,
  }),
};
