import * as v from 'valibot';
import type { Finding, Location } from './finding.js';
import { manifestFaults } from './faults/manifest-faults.js';
import { manifestSchema, type Manifest, type WrittenManifest } from './manifest.js';
import { readCodelists, type Codelists } from './read-codelists.js';
import { shapeFindings } from './shape-findings.js';
import { readYamlFile, type Path, type YamlFile } from './yaml-file.js';

/** A manifest that was read and is complete in itself; the data has not been looked at. */
export interface ManifestFile {
  readonly file: string;
  readonly manifest: Manifest;
  /** Line of a field, or of the nearest field around it that exists. */
  readonly lineOf: (path: Path) => number;
  /** What should be looked at, but refuses nothing. */
  readonly warnings: readonly Finding[];
}

export type ManifestReading = ManifestFile | { readonly findings: readonly Finding[] };

/** Reads and checks a manifest; findings name file, line, field and remedy. Never throws for what is in the file. */
export async function readManifest(file: string): Promise<ManifestReading> {
  const source = await readYamlFile(file);
  if ('rule' in source) return { findings: [source] };
  const parsed = v.safeParse(manifestSchema, source.value);
  if (!parsed.success) return { findings: shapeFindings(source, parsed.issues) };
  const codelists = await readCodelists(source, parsed.output);
  if (codelists.findings.length > 0) return { findings: codelists.findings };
  const manifest = withCodelists(parsed.output, codelists);
  const locate = locator(source, codelists);
  const findings = manifestFaults(manifest).map(({ path, severity = 'error', rule, message, remedy }): Finding => {
    return { rule, severity, location: locate(path), message, remedy };
  });
  if (findings.some(({ severity }) => severity === 'error')) return { findings };
  return { file, manifest, lineOf: source.lineOf, warnings: findings };
}

/** The id that a manifest gives, also one with faults; null where it gives none. */
export async function readId(file: string): Promise<string | null> {
  const source = await readYamlFile(file);
  if ('rule' in source) return null;
  const { value } = source;
  const isObject = typeof value === 'object' && value !== null;
  return isObject && 'id' in value && typeof value.id === 'string' ? value.id : null;
}

function withCodelists({ dimensions, ...shared }: WrittenManifest, { lists }: Codelists): Manifest {
  return {
    ...shared,
    dimensions: dimensions.map(({ codelists, ...dimension }, index) =>
      codelists ? { ...dimension, codelists: (lists[index] ?? []).map(({ codelist }) => codelist) } : dimension,
    ),
  };
}

/** Fields of a codelist that has its own file are found there. */
function locator({ file, lineOf }: YamlFile, { lists }: Codelists): (path: Path) => Location {
  return (path) => {
    const [, index, , place, ...rest] = path;
    const named = path[0] === 'dimensions' && path[2] === 'codelists' && rest.length > 0;
    const origin = named ? lists[Number(index)]?.[Number(place)]?.origin : null;
    if (origin) return { file: origin.file, line: origin.lineOf(rest), field: rest.join('.') };
    return { file, line: lineOf(path), field: path.join('.') };
  };
}
