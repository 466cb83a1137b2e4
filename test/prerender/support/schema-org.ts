/**
 * Names of schema.org that structured data may use here: a short list written from the published vocabulary
 * (https://schema.org, version 29), per type with what it inherits.
 */
const thing = ['name', 'description', 'identifier', 'url', 'subjectOf', 'disambiguatingDescription'];
const creativeWork = [
  ...thing,
  ...[
    'creditText',
    'creator',
    'dateModified',
    'datePublished',
    'inLanguage',
    'isAccessibleForFree',
    'isBasedOn',
    'license',
  ],
  ...['publisher', 'spatialCoverage', 'temporalCoverage', 'version', 'keywords', 'citation'],
];
const value = [
  ...thing,
  'unitText',
  'unitCode',
  'value',
  'minValue',
  'maxValue',
  'measurementTechnique',
  'measurementMethod',
];

const properties: Readonly<Record<string, readonly string[]>> = {
  Dataset: [...creativeWork, 'distribution', 'variableMeasured', 'measurementTechnique', 'includedInDataCatalog'],
  DataDownload: [...creativeWork, 'contentUrl', 'encodingFormat'],
  PropertyValue: [...value, 'propertyID'],
  Observation: [
    ...value,
    ...['additionalProperty', 'observationAbout', 'observationDate', 'observationPeriod', 'variableMeasured'],
    'measuredProperty',
  ],
  Organization: [...thing, 'contactPoint', 'email'],
  ContactPoint: [...thing, 'email', 'contactType'],
  Place: [...thing, 'containedInPlace'],
};

/** What schema.org does not know, by its path in the data. */
export function unknownNames(node: unknown, path = '$'): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((each, index) => unknownNames(each, `${path}[${index}]`));
  if (typeof node !== 'object' || node === null) return [];
  const {
    '@type': type,
    '@id': id,
    '@context': context,
    '@graph': graph,
    ...members
  } = node as Record<string, unknown>;
  if (context !== undefined)
    return [...(context === 'https://schema.org' ? [] : [`${path}.@context`]), ...unknownNames(graph, path)];
  if (type === undefined && id !== undefined) return Object.keys(members).map((name) => `${path}.${name}`);
  const known = typeof type === 'string' ? properties[type] : undefined;
  if (!known) return [`${path}.@type ${String(type)}`];
  return Object.entries(members).flatMap(([name, member]) =>
    known.includes(name) ? unknownNames(member, `${path}.${name}`) : [`${path}.${name}`],
  );
}
