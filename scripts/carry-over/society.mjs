import { withinBounds } from './checks.mjs';
import { cross, plain } from './cross.mjs';

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
  cells: plain(
    Object.fromEntries(
      Object.entries(youthCareTopics).flatMap(([topic, indicator]) => [
        [`82972NED.${topic}`, indicator],
        [`85098NED.${topic}`, indicator],
      ]),
    ),
  ),
  // Half-years only: the shares of a whole year count more young people and cannot stand in the same line.
  periods: (period) => period.includes('-H'),
  rows: 1680,
};

const crimeTypes = {
  '1.1.1': 'woninginbraak',
  '1.1.2': 'inbraak-schuur',
  '2.5.1': 'inbraak-bedrijf',
  '1.2.1': 'diefstal-uit-auto',
  '1.2.2': 'diefstal-auto',
  '1.2.3': 'diefstal-fiets',
  '1.4.2': 'moord-doodslag',
  '1.4.4': 'bedreiging',
  '1.4.5': 'mishandeling',
  '2.2.1': 'vernieling',
  '3.1.1': 'drugshandel',
  '3.1.3': 'wapenhandel',
};

const crime = {
  id: 'misdrijven',
  source: 'veiligheid',
  dimensions: { type: Object.values(crimeTypes) },
  indicators: ['misdrijven'],
  cells: Object.fromEntries(
    Object.entries(crimeTypes).map(([code, type]) => [`47018NED.${code}`, { indicator: 'misdrijven', type }]),
  ),
  rows: 2352,
};

// Four waves, four tables: the same topic has another number, and sometimes another name, in each.
const waves = {
  '83674NED': {
    ErvarenGezondheidGoedZeerGoed_1: 'ervaren-gezondheid',
    EenOfMeerLangdurigeAandoeningen_2: 'langdurige-aandoening',
    NormaalGewicht_9: 'normaal-gewicht',
    Overgewicht_10: 'overgewicht',
    ErnstigOvergewicht_12: 'obesitas',
    VoldoetAanBeweegrichtlijn_13: 'beweegrichtlijn',
    WekelijkseSporters_17: 'wekelijks-sporten',
    Mantelzorger_18: 'mantelzorger',
  },
  '85012NED': {
    ErvarenGezondheidGoedZeerGoed_1: 'ervaren-gezondheid',
    EenOfMeerLangdurigeAandoeningen_2: 'langdurige-aandoening',
    NormaalGewicht_8: 'normaal-gewicht',
    Overgewicht_9: 'overgewicht',
    ErnstigOvergewichtObesitas_11: 'obesitas',
    VoldoetAanBeweegrichtlijn_12: 'beweegrichtlijn',
    WekelijksSporter_13: 'wekelijks-sporten',
    Mantelzorger_14: 'mantelzorger',
  },
  '85563NED': {
    ErvarenGezondheidGoedZeerGoed_1: 'ervaren-gezondheid',
    EenOfMeerLangdurigeAandoeningen_4: 'langdurige-aandoening',
    NormaalGewicht_6: 'normaal-gewicht',
    Overgewicht_7: 'overgewicht',
    ErnstigOvergewichtObesitas_9: 'obesitas',
    VoldoetAanBeweegrichtlijn_10: 'beweegrichtlijn',
    WekelijkseSporters_11: 'wekelijks-sporten',
    Mantelzorger_12: 'mantelzorger',
  },
  '86137NED': {
    ErvarenGezondheidGoedZeerGoed_1: 'ervaren-gezondheid',
    EenOfMeerLangdurigeAandoeningen_3: 'langdurige-aandoening',
    NormaalGewicht_9: 'normaal-gewicht',
    Overgewicht_10: 'overgewicht',
    ErnstigOvergewichtObesitas_12: 'obesitas',
    VoldoetAanBeweegrichtlijnen_13: 'beweegrichtlijn',
    WekelijkseSporters_14: 'wekelijks-sporten',
    Mantelzorger_15: 'mantelzorger',
  },
};

const healthAges = { 10000: 'totaal', 53155: 'tot-65', 53115: 'tot-65', 80200: '65-plus' };
const margins = { MW00000: '', MOG0095: '-ondergrens', MBG0095: '-bovengrens' };

const healthCells = Object.entries(waves).flatMap(([table, topics]) =>
  Object.entries(margins).map(([margin, suffix]) =>
    cross(
      Object.fromEntries(Object.entries(topics).map(([topic, code]) => [topic, `${code}${suffix}`])),
      healthAges,
      'age',
      (topic, age) => `${table}.${topic}@Leeftijd=${age}&Marges=${margin}`,
    ),
  ),
);

const health = {
  id: 'gezondheid',
  source: 'gezondheid',
  dimensions: { age: ['totaal', 'tot-65', '65-plus'] },
  indicators: Object.values(waves['83674NED']).flatMap((code) =>
    Object.values(margins).map((suffix) => `${code}${suffix}`),
  ),
  cells: Object.assign({}, ...healthCells),
  rows: 4608,
  checks: [withinBounds],
};

/** @type {import('./convert.mjs').TableSpec[]} */
export const society = [youthCare, crime, health];
