import { parsePeriod, periodDates } from '@peilglas/model';
import { cellCount } from '../selection/cells.js';
import { dataFormats, type DataFormat } from '../serve/data-formats.js';
import { outerPeriods } from '../serve/outer-periods.js';
import type { PublishedVersion } from '../store/store.js';
import { dimensionWithRole, languages, type Table, type Text } from '../table.js';
import type { CatalogueSettings } from './settings.js';
import * as words from './vocabularies.js';

/** Where the endpoint is and how the bureau wants to be listed. */
export interface Place {
  /** Scheme and host, without a slash at the end. */
  readonly base: string;
  /** Path the API lives under. */
  readonly root: string;
  readonly maxDataCells: number;
  readonly settings: CatalogueSettings;
}

/** A text in each language it has. */
export function inLanguages(text: Text): readonly object[] {
  return languages.flatMap((language) => {
    const value = text[language];
    return value === undefined ? [] : [{ '@language': language, '@value': value }];
  });
}

export function date(iso: string): object {
  const type = iso.includes('T') ? 'xsd:dateTime' : 'xsd:date';
  return { '@type': type, '@value': iso };
}

/** A public table as a dcat:Dataset of DCAT-AP-NL 3, with a distribution for each format. */
export function datasetOf({ table, version, publishedAt }: PublishedVersion, place: Place): object {
  const uri = tableUri(table, place);
  const periods = (dimensionWithRole(table, 'time')?.codes ?? []).flatMap(({ code }) => parsePeriod(code) ?? []);
  const kinds = new Set(periods.map(({ kind }) => kind));
  const { first, last } = outerPeriods(table);
  const [begin, end] = [parsePeriod(first ?? ''), parsePeriod(last ?? '')];
  return {
    '@id': uri,
    '@type': 'dcat:Dataset',
    'dct:identifier': uri,
    'dct:title': inLanguages(table.title),
    'dct:description': inLanguages(table.description),
    'dct:creator': organisation(table.owner),
    'dct:publisher': publisherOf(table.owner, place),
    'dcat:contactPoint': contactPoint(table.contact),
    'dct:accessRights': words.publicAccess,
    'dcat:theme': themeOf(table, place),
    'dcat:keyword': [table.theme.label, ...table.indicators.map(({ label }) => label)].flatMap(inLanguages),
    'dct:language': words.dutchAndEnglish,
    'dct:modified': date(table.updated),
    'dcat:version': String(version),
    'dct:accrualPeriodicity': words.frequencyOf(kinds.size === 1 ? begin?.kind : undefined),
    'dct:spatial': spatial(table),
    ...(begin && end
      ? {
          'dct:temporal': {
            '@type': 'dct:PeriodOfTime',
            'dcat:startDate': date(isoDay(periodDates(begin).first)),
            'dcat:endDate': date(isoDay(periodDates(end).last)),
          },
        }
      : {}),
    'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'rdfs:label': inLanguages(table.source) },
    'dcat:landingPage': { '@id': uri, '@type': 'foaf:Document' },
    'dct:conformsTo': words.reference(words.profile),
    'dcat:distribution': dataFormats.map((format) => distribution(table, format, publishedAt, place)),
  };
}

export function tableUri({ id }: Table, { base, root }: Place): string {
  return `${base}${root}/tables/${id}`;
}

export function contactPoint({ name, mail }: { readonly name: string; readonly mail: string }): object {
  return { '@type': 'vcard:Organization', 'vcard:fn': name, 'vcard:hasEmail': words.reference(`mailto:${mail}`) };
}

function organisation(name: Text): object {
  return { '@type': 'foaf:Organization', 'foaf:name': inLanguages(name) };
}

/** The publisher of the configuration, else the owner of what is published. */
export function publisherOf(owner: Text | null, { settings: { publisher } }: Place): object {
  if (!publisher) return organisation(owner ?? { nl: 'Onbekend', en: 'Unknown' });
  return {
    ...(publisher.uri === undefined ? {} : { '@id': publisher.uri }),
    '@type': 'foaf:Organization',
    'foaf:name': publisher.name,
  };
}

/** The theme of the EU that the configuration gives for it, else a concept of the bureau's own. */
export function themeOf({ theme }: Table, { base, settings }: Place): object {
  const eu = settings.themes?.[theme.code];
  if (eu !== undefined) return words.euTheme(eu);
  return {
    '@id': `${base}/catalogue#theme-${encodeURIComponent(theme.code)}`,
    '@type': 'skos:Concept',
    'skos:prefLabel': inLanguages(theme.label),
  };
}

/** The largest regions of the table: those that are no part of another. */
function spatial(table: Table): readonly object[] {
  const codes = dimensionWithRole(table, 'geo')?.codes ?? [];
  const known = new Set(codes.map(({ code }) => code));
  return codes
    .filter(({ parent }) => parent === undefined || !known.has(parent))
    .map(
      ({ code, label }) =>
        words.placeOf(code) ?? {
          '@type': 'dct:Location',
          'dct:identifier': code,
          'skos:prefLabel': inLanguages(label),
        },
    );
}

function distribution(table: Table, format: DataFormat, publishedAt: string, place: Place): object {
  const { title, media, format: fileType, standard } = words.media[format];
  const access = `${tableUri(table, place)}/data?${new URLSearchParams({ outputFormat: format }).toString()}`;
  const whole = table.dimensions.map(({ id }) => `&valueCodes%5B${encodeURIComponent(id)}%5D=*`).join('');
  const fits = cellCount(table.dimensions.map(({ codes }) => codes.length)) <= place.maxDataCells;
  return {
    '@id': `${place.base}/catalogue#${table.id}-${format}`,
    '@type': 'dcat:Distribution',
    'dct:title': title,
    'dcat:accessURL': words.reference(access),
    ...(fits ? { 'dcat:downloadURL': words.reference(access + whole) } : {}),
    'dcat:accessService': words.reference(place.base + place.root),
    'dcat:mediaType': media,
    'dct:format': fileType,
    'dct:conformsTo': standard,
    'dct:license': words.licenceOf(table.licence),
    'dct:language': words.dutchAndEnglish,
    'dct:issued': date(publishedAt),
  };
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
