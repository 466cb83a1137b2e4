/**
 * `npm run materials`: what a release consists of, in `dist/release`: the bill of materials (CycloneDX) and the licence of each
 * part. Ends with an error when a licence does not go with the EUPL-1.2.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { billOfMaterials } from './bill-of-materials.mjs';
import { isCompatible, licencesOf } from './licences.mjs';

const folder = 'dist/release';
const materials = billOfMaterials();
const licences = licencesOf(materials);
const lines = licences.map(({ component, licence }) => `${component},${licence ?? ''}`).sort();

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/peilglas.cdx.json`, `${JSON.stringify(materials, null, 2)}\n`);
writeFileSync(`${folder}/licences.csv`, `component,licence\n${lines.join('\n')}\n`);
console.log(`${lines.length} parts in ${folder}`);

const unfit = licences.filter(({ licence }) => !isCompatible(licence));
for (const { component, licence } of unfit) console.error(`${component}: ${licence ?? 'no licence'}`);
if (unfit.length > 0) process.exitCode = 1;
