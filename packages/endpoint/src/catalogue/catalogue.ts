import type { PublishedVersion } from '../store/store.js';
import { contactPoint, datasetOf, date, inLanguages, publisherOf, tableUri, themeOf, type Place } from './dataset.js';
import * as words from './vocabularies.js';

interface Endpoint {
  readonly licence: string;
  readonly contact: { readonly name: string; readonly mail: string } | null;
}

const title = { nl: 'Statistische tabellen', en: 'Statistical tables' };
const description = {
  nl: 'Openbare statistische tabellen met definities, bron en status.',
  en: 'Public statistical tables with definitions, source and status.',
};
const serviceTitle = { nl: 'API van de statistische tabellen', en: 'API of the statistical tables' };
const serviceDescription = {
  nl: 'De tabellen via PxWebApi 2, in JSON-stat 2.0, CSV en PX.',
  en: 'The tables over PxWebApi 2, as JSON-stat 2.0, CSV and PX.',
};

/** A catalogue of public tables by DCAT-AP-NL 3, as JSON-LD: https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/ */
export function catalogueOf(versions: readonly PublishedVersion[], place: Place, endpoint: Endpoint): object {
  const { base, root, settings } = place;
  const [first] = versions;
  const contact = endpoint.contact ?? first?.table.contact;
  const common = {
    'dct:publisher': publisherOf(first?.table.owner ?? null, place),
    ...(contact ? { 'dcat:contactPoint': contactPoint(contact) } : {}),
    'dct:license': words.licenceOf(endpoint.licence),
    'dct:language': words.dutchAndEnglish,
  };
  const newest = versions
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1);
  return {
    '@context': words.context,
    '@id': `${base}/catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': inLanguages(settings.title ?? title),
    'dct:description': inLanguages(settings.description ?? description),
    ...common,
    'foaf:homepage': { '@id': settings.homepage ?? base, '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': words.themeTaxonomy,
    'dct:conformsTo': words.reference(words.profile),
    ...(newest === undefined ? {} : { 'dct:modified': date(newest) }),
    'dcat:dataset': versions.map((version) => datasetOf(version, place)),
    'dcat:service': {
      '@id': base + root,
      '@type': 'dcat:DataService',
      'dct:identifier': base + root,
      'dct:title': inLanguages(serviceTitle),
      'dct:description': inLanguages(serviceDescription),
      ...common,
      'dct:accessRights': words.publicAccess,
      'dcat:theme': distinct(versions.map(({ table }) => themeOf(table, place))),
      'dcat:endpointURL': words.reference(base + root),
      'dcat:endpointDescription': words.reference(`${base}${root}/openapi.json`),
      'dct:conformsTo': words.reference(words.apiSpecification),
      'dcat:servesDataset': versions.map(({ table }) => words.reference(tableUri(table, place))),
    },
  };
}

function distinct(items: readonly object[]): readonly object[] {
  const texts = items.map((item) => JSON.stringify(item));
  return items.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}
