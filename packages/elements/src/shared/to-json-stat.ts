import { cellsOf, type Cube, type Dimension, type DimensionRole, type Indicator } from '@peilglas/model';

const roles: readonly DimensionRole[] = ['time', 'geo', 'metric'];

/**
 * A cube as JSON-stat 2.0, with all that this library reads of it: see the wire contract for where each fact stands.
 * Only what the cube shows: what is hidden has a status and no value.
 */
export function toJsonStat(cube: Cube): string {
  const cells = [...cellsOf(cube)].map(({ observation }) => observation);
  const { dimensions, publication, indicators, notes } = cube;
  const statuses = cells.flatMap(({ status }, cell) => (status === 'A' ? [] : [[cell, status] as const]));
  const mandatory = notes.flatMap((note, place) =>
    publication.mandatoryNotes.includes(note) ? [[place, true] as const] : [],
  );
  const { contact } = publication;
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: cube.label,
    source: cube.source,
    updated: cube.updated,
    note: some(notes),
    id: dimensions.map(({ id }) => id),
    size: dimensions.map(({ size }) => size),
    role: Object.fromEntries(
      roles.map((role) => [role, dimensions.flatMap((each) => (each.role === role ? [each.id] : []))] as const),
    ),
    dimension: Object.fromEntries(dimensions.map((each) => [each.id, dimensionOf(each, indicators)] as const)),
    value: cells.map(({ value }) => value),
    status: statuses.length > 0 ? Object.fromEntries(statuses) : null,
    extension: {
      noteMandatory: mandatory.length > 0 ? Object.fromEntries(mandatory) : null,
      contact: contact && [contact],
      px: {
        language: publication.language,
        'official-statistics': publication.officialStatistics,
        'next-update': publication.nextUpdate,
      },
      peilglas: {
        version: publication.version,
        audience: publication.audience,
        validation: publication.validation,
        licence: publication.licence,
        disclosure: publication.disclosure,
        breaks: some(publication.breaks),
        definition: byCode(indicators, ({ explanation, method, goodDirection, bounds, weight }) => ({
          long: explanation,
          method,
          goodDirection,
          bounds,
          weight,
        })),
      },
    },
  };
  // A fact that is not there is left out, but a value that is not there stays in its place.
  return JSON.stringify(dataset, (key, value: unknown) => (value === null && !/^\d+$/.test(key) ? undefined : value));
}

function dimensionOf(dimension: Dimension, indicators: readonly Indicator[]): unknown {
  const { label, codes, total, optional, role } = dimension;
  const lists = (of: (code: string) => readonly string[]): unknown => {
    const entries = codes.flatMap((code) => (of(code).length > 0 ? [[code, of(code)] as const] : []));
    return entries.length > 0 ? Object.fromEntries(entries) : null;
  };
  const known = new Set(codes);
  const isMetric = role === 'metric';
  return {
    label,
    category: {
      index: codes,
      label: Object.fromEntries(codes.map((code) => [code, dimension.labelOf(code)] as const)),
      note: lists((code) => dimension.notesOf(code)),
      child: lists((code) => dimension.childrenOf(code).filter((child) => known.has(child))),
      unit: isMetric ? byCode(indicators, ({ unit, decimals }) => ({ base: unit, decimals })) : null,
    },
    extension: {
      elimination: optional,
      eliminationValueCode: total,
      ...(isMetric && {
        refperiod: byCode(indicators, ({ referencePeriod }) => referencePeriod),
        measuringType: byCode(indicators, ({ measuringType }) => measuringType),
        adjustment: byCode(indicators, ({ adjustment }) => adjustment),
        basePeriod: byCode(indicators, ({ basePeriod }) => basePeriod),
      }),
    },
  };
}

function byCode<T>(indicators: readonly Indicator[], fact: (indicator: Indicator) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(indicators.map((indicator) => [indicator.code, fact(indicator)] as const));
}

function some<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}
