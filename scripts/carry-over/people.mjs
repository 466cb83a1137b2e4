import { addsUp } from './checks.mjs';
import { cross, plain } from './cross.mjs';

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

const ages = ['0-14', '15-24', '25-44', '45-64', '65-plus'];

const populationByAge = {
  id: 'leeftijd',
  source: 'leeftijd',
  dimensions: { age: ['totaal', ...ages] },
  indicators: ['inwoners'],
  cells: {
    'inwoners.totaal': { indicator: 'inwoners', age: 'totaal' },
    'leeftijd.0-15': { indicator: 'inwoners', age: '0-14' },
    'leeftijd.15-25': { indicator: 'inwoners', age: '15-24' },
    'leeftijd.25-45': { indicator: 'inwoners', age: '25-44' },
    'leeftijd.45-65': { indicator: 'inwoners', age: '45-64' },
    'leeftijd.65+': { indicator: 'inwoners', age: '65-plus' },
  },
  // `som`: finer age groups were added up in the source. A sum of final counts is itself final.
  status: ({ status }) => ({ '': '', som: '' })[status],
  rows: 366,
  checks: [addsUp('age', 'totaal', ages)],
};

const monthly = { '37230ned.births': 'geboorten', '37230ned.deaths': 'sterfgevallen', '37230ned.pop_chg': 'groei' };

const populationByMonth = {
  id: 'bevolking-maand',
  source: 'bevolking_maand',
  dimensions: {},
  indicators: Object.values(monthly),
  cells: plain(monthly),
  // The copy was made in 2017. Up to 2015 twelve months add up to the final year; from 2016 they do not yet.
  status: ({ period }) => (period < '2016' ? '' : 'P'),
  rows: 3024,
};

const households = {
  'huishoudens.totaal': 'huishoudens',
  'huishoudens.eenpersoons': 'eenpersoons',
  'huishoudens.zonder_kinderen': 'zonder-kinderen',
  'huishoudens.met_kinderen': 'met-kinderen',
  'huishoudens.grootte': 'gemiddelde-grootte',
};

const householdsByType = {
  id: 'huishoudens',
  source: 'huishoudens',
  dimensions: {},
  indicators: Object.values(households),
  cells: plain(households),
  rows: 258,
  checks: [addsUp('indicator', 'huishoudens', ['eenpersoons', 'zonder-kinderen', 'met-kinderen'])],
};

/** @type {import('./convert.mjs').TableSpec[]} */
export const people = [population, populationByAge, populationByMonth, householdsByType];
