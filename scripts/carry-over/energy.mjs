import { addsUp } from './checks.mjs';
import { cross, plain } from './cross.mjs';

const dwellings = {
  T001100: 'totaal',
  ZW25810: 'appartement',
  ZW25805: 'tussenwoning',
  ZW25806: 'hoekwoning',
  ZW10300: 'twee-onder-een-kap',
  ZW10320: 'vrijstaand',
  1014800: 'eigen-woning',
  1014850: 'huurwoning',
};
const energyTopics = {
  GemiddeldAardgasverbruik_1: 'aardgas',
  GemiddeldeElektriciteitslevering_2: 'elektriciteit',
  GemiddeldeNettoElektriciteitslevering_3: 'elektriciteit-netto',
};

const energy = {
  id: 'energie-woningen',
  source: 'energie_woningen',
  dimensions: { dwelling: Object.values(dwellings) },
  indicators: Object.values(energyTopics),
  cells: cross(energyTopics, dwellings, 'dwelling', (topic, code) => `81528NED.${topic}@Woningkenmerken=${code}`),
  rows: 5760,
};

const heat = { '81528NED.Stadsverwarming_4@Woningkenmerken=T001100': 'stadsverwarming' };

const districtHeating = {
  id: 'stadsverwarming',
  source: 'energie_woningen',
  dimensions: {},
  indicators: Object.values(heat),
  cells: plain(heat),
  rows: 240,
};

// The names of the four sizes come from the description of the table and were proved by adding them up.
const sectors = {
  E007161: 'totaal',
  E007037: 'woningen',
  T001081: 'bedrijven',
  A050176: 'klein',
  A050177: 'groot',
  A050179: 'groot-dak',
  A050178: 'groot-veld',
};
const solarTopics = { Installaties_1: 'installaties', OpgesteldVermogenVanZonnepanelen_2: 'vermogen' };
const rounding = { tolerance: 2 };

const solar = {
  id: 'zonnestroom',
  source: 'zonnestroom',
  dimensions: { sector: Object.values(sectors) },
  indicators: Object.values(solarTopics),
  cells: cross(solarTopics, sectors, 'sector', (topic, code) => `85005NED.${topic}@SectorEnVermogensklasse=${code}`),
  // 2025 is the state at 30 June, all other years that at 31 December: as a year it would read as a slowdown.
  periods: (period) => period < '2025',
  rows: 1344,
  checks: [
    addsUp('sector', 'totaal', ['woningen', 'bedrijven'], rounding),
    addsUp('sector', 'totaal', ['klein', 'groot'], rounding),
    addsUp('sector', 'groot', ['groot-dak', 'groot-veld'], rounding),
  ],
};

/** @type {import('./convert.mjs').TableSpec[]} */
export const energyTables = [energy, districtHeating, solar];
