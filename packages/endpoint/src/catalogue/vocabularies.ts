/** What the endpoint's own words are called in the vocabularies that DCAT-AP-NL 3 refers to. */
import type { PeriodKind } from '@peilglas/model';
import type { DataFormat } from '../serve/data-formats.js';

const authority = 'http://publications.europa.eu/resource/authority';

/** The terms of the catalogue, so that nobody has to fetch a context to read it. */
export const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const profile = 'https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/';
export const apiSpecification = 'https://github.com/PxTools/PxApiSpecs';
export const themeTaxonomy = reference(`${authority}/data-theme`);
export const publicAccess = reference(`${authority}/access-right/PUBLIC`);
export const dutchAndEnglish = [reference(`${authority}/language/NLD`), reference(`${authority}/language/ENG`)];

export interface Reference {
  readonly '@id': string;
}

export function reference(uri: string): Reference {
  return { '@id': uri };
}

export function euTheme(code: string): Reference {
  return reference(`${authority}/data-theme/${code}`);
}

const licences: Readonly<Record<string, string>> = {
  'CC0-1.0': 'CC0',
  'CC-BY-4.0': 'CC_BY_4_0',
  'CC-BY-SA-4.0': 'CC_BYSA_4_0',
};

/** The licence by its own address where that is given, by the EU's name where it has one, else by SPDX's. */
export function licenceOf(code: string): Reference {
  if (/^https?:/.test(code)) return reference(code);
  const known = licences[code];
  return reference(known ? `${authority}/licence/${known}` : `https://spdx.org/licenses/${encodeURIComponent(code)}`);
}

const frequencies: Partial<Record<PeriodKind, string>> = {
  year: 'ANNUAL',
  'school-year': 'ANNUAL',
  'half-year': 'ANNUAL_2',
  quarter: 'QUARTERLY',
  month: 'MONTHLY',
  week: 'WEEKLY',
  day: 'DAILY',
};

export function frequencyOf(kind: PeriodKind | undefined): Reference {
  return reference(`${authority}/frequency/${(kind && frequencies[kind]) ?? 'IRREG'}`);
}

/** A region of CBS in the register of Dutch government (TOOI); null for a code without a place there. */
export function placeOf(code: string): Reference | null {
  if (/^NL(00|01)$/.test(code)) return reference(`${authority}/country/NLD`);
  const [, kind] = /^(GM\d{4}|PV\d{2})$/.exec(code) ?? [];
  if (!kind) return null;
  const register = kind.startsWith('GM') ? 'gemeente' : 'provincie';
  return reference(`https://identifier.overheid.nl/tooi/id/${register}/${kind.toLowerCase()}`);
}

interface Medium {
  readonly title: string;
  readonly media: Reference;
  readonly format: Reference | object;
  readonly standard: Reference;
}

const iana = 'https://www.iana.org/assignments/media-types';

export const media: Readonly<Record<DataFormat, Medium>> = {
  'json-stat2': {
    title: 'JSON-stat 2.0',
    media: reference(`${iana}/application/json`),
    format: reference(`${authority}/file-type/JSON`),
    standard: reference('https://json-stat.org/full/'),
  },
  csv: {
    title: 'CSV',
    media: reference(`${iana}/text/csv`),
    format: reference(`${authority}/file-type/CSV`),
    standard: reference('https://www.rfc-editor.org/rfc/rfc4180'),
  },
  px: {
    title: 'PX',
    media: reference(`${iana}/application/octet-stream`),
    format: { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': 'PX' },
    standard: reference('https://www.pxtools.net/px-file-format/px-2013'),
  },
};
