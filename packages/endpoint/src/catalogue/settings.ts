import * as v from 'valibot';
import { textSchema } from '../table.js';

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty('Is empty'));
const address = v.pipe(v.string(), v.url('Expected an address as https://www.example.org'));

/** Themes of the EU: http://publications.europa.eu/resource/authority/data-theme */
const euThemes = [
  ...['AGRI', 'ECON', 'EDUC', 'ENER', 'ENVI', 'GOVE', 'HEAL', 'INTR', 'JUST', 'REGI', 'SOCI', 'TECH', 'TRAN'],
] as const;

/** The part of `peilglas.yaml` about `/catalogue`. Every field may be left out. */
export const catalogueSchema = v.strictObject({
  title: v.exactOptional(textSchema),
  description: v.exactOptional(textSchema),
  /** Who publishes, with its address in a register as https://identifier.overheid.nl/tooi/id/gemeente/gm0153. */
  publisher: v.exactOptional(v.strictObject({ name: filled, uri: v.exactOptional(address) })),
  homepage: v.exactOptional(address),
  /** For codes of own themes the theme of the EU they belong to, as `SOCI`; others are given as own concepts. */
  themes: v.exactOptional(v.record(filled, v.picklist(euThemes))),
});
export type CatalogueSettings = v.InferOutput<typeof catalogueSchema>;
