import { addsUp } from './checks.mjs';

/** Codes of the source for every pair of a topic and a class: `37259eng.Deaths_5@Geslacht=3000` → one cell. */
export function cross(topics, classes, column, toCode) {
  return Object.fromEntries(
    Object.entries(topics).flatMap(([topic, indicator]) =>
      Object.entries(classes).map(([code, name]) => [toCode(topic, code), { indicator, [column]: name }]),
    ),
  );
}

const populationCounts = {
  PopulationOn1January_1: 'inwoners',
  LiveBornChildren_3: 'geboorten',
  Deaths_5: 'sterfgevallen',
  NaturalIncrease_7: 'natuurlijke-aanwas',
  NetMigrationIncludingAdministrative_17: 'migratiesaldo',
  PopulationGrowth_18: 'groei',
};
const populationRates = {
  PopulationDensity_2: 'dichtheid',
  LiveBornChildrenRatio_4: 'geboortecijfer',
  DeathsRatio_6: 'sterftecijfer',
  PopulationGrowthRatio_19: 'groeicijfer',
};

const population = {
  id: 'bevolking',
  source: 'bevolking',
  dimensions: { sex: ['T', 'M', 'V'] },
  indicators: [...Object.values(populationCounts), ...Object.values(populationRates)],
  cells: cross(
    { ...populationCounts, ...populationRates },
    { T001038: 'T', 3000: 'M', 4000: 'V' },
    'sex',
    (topic, sex) => `37259eng.${topic}@Geslacht=${sex}`,
  ),
  // Density and rates are made for men and women together only.
  notApplicable: ({ indicator, sex }) => sex !== 'T' && Object.values(populationRates).includes(indicator),
  rows: 5760,
  checks: [addsUp('sex', 'T', ['M', 'V'])],
};

const youthCareTopics = {
  JongerenMetJeugdhulpInNatura_1: 'jeugdhulp',
  JongerenMetJeugdhMetVerblInNat_2: 'jeugdhulp-met-verblijf',
  JongerenMetJeugdbescherming_3: 'jeugdbescherming',
  JeugdbeschEnJeugdhMetVerblInNat_4: 'jeugdbescherming-met-verblijf',
  JongerenMetJeugdreclassering_5: 'jeugdreclassering',
};

const youthCare = {
  id: 'jeugdzorg',
  source: 'jeugdzorg',
  dimensions: {},
  indicators: Object.values(youthCareTopics),
  // Two tables follow each other: until 2020 and from 2021. The manifest marks the break.
  cells: Object.fromEntries(
    Object.entries(youthCareTopics).flatMap(([topic, indicator]) => [
      [`82972NED.${topic}`, { indicator }],
      [`85098NED.${topic}`, { indicator }],
    ]),
  ),
  // Half-years only: the shares of a whole year count more young people and cannot stand in the same line.
  periods: (period) => period.includes('-H'),
  rows: 1680,
};

/** @type {import('./convert.mjs').TableSpec[]} */
export const tables = [population, youthCare];
