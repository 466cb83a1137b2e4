import { sourceTable } from './source-tables.ts';

/** The municipalities of the demo tables, by code and name. */
export function everyMunicipality(): readonly { readonly code: string; readonly name: string }[] {
  const geo = sourceTable('bevolking').dimensions.find(({ role }) => role === 'geo');
  const codes = (geo?.codes ?? []).filter(({ code }) => code.startsWith('GM'));
  return codes.map(({ code, label }) => ({ code, name: label.nl }));
}
