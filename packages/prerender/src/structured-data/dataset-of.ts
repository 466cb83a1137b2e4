import { parsePeriod, periodDates, type Indicator, type Period } from '@peilglas/model';
import { licenceAddress } from './licence-address.js';
import type { PublicTable } from './public-table.js';

/** A node of JSON-LD, with names of schema.org. */
export type Node = Readonly<Record<string, unknown>>;

/** Without what is not known. */
export function known(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}

/** A table as schema.org/Dataset, with what the page shows of it as its variables. */
export function datasetOf(table: PublicTable, shown: readonly Indicator[]): Node {
  const { address, id, cube, organisation } = table;
  const { publication } = cube;
  const { contact, licence } = publication;
  const definitions = shown.flatMap(({ definition }) => definition ?? []);
  return known({
    '@type': 'Dataset',
    '@id': address,
    url: address,
    identifier: id,
    name: cube.label,
    description: table.description ?? [cube.label, ...definitions].join('. '),
    inLanguage: publication.language,
    dateModified: cube.updated,
    version: publication.version,
    license: licenceAddress(licence) ?? licence,
    isAccessibleForFree: true,
    creditText: cube.source,
    publisher: organisation === null ? null : { '@type': 'Organization', name: organisation, ...contactOf(contact) },
    temporalCoverage: table.periods && coverage(table.periods),
    variableMeasured: shown.map((indicator) => variableOf(indicator, address)),
    distribution: {
      '@type': 'DataDownload',
      encodingFormat: 'text/csv',
      contentUrl: `${address}/data?outputFormat=csv`,
    },
  });
}

/** What is measured, with its unit and definition. */
function variableOf(indicator: Indicator, address: string): Node {
  return known({
    '@type': 'PropertyValue',
    '@id': variableAddress(indicator, address),
    propertyID: indicator.code,
    name: indicator.label,
    description: indicator.definition,
    unitText: indicator.unit,
    measurementMethod: indicator.method,
  });
}

export function variableAddress({ code }: Indicator, address: string): string {
  return `${address}#${encodeURIComponent(code)}`;
}

function contactOf(contact: PublicTable['cube']['publication']['contact']): Node {
  if (!contact) return {};
  return { contactPoint: known({ '@type': 'ContactPoint', name: contact.name, email: contact.mail }) };
}

/** First and last day, as ISO 8601 writes an interval. */
function coverage(codes: readonly [string, string]): string | null {
  const [first, last] = codes.map(parsePeriod);
  return first && last ? `${firstDay(first)}/${isoDay(periodDates(last).last)}` : null;
}

export function firstDay(period: Period): string {
  return isoDay(periodDates(period).first);
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
