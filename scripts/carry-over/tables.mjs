import { energyTables } from './energy.mjs';
import { money } from './money.mjs';
import { people } from './people.mjs';
import { society } from './society.mjs';

/** @type {import('./convert.mjs').TableSpec[]} */
export const tables = [...people, ...society, ...energyTables, ...money];
