import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { codelistSchema, type Codelist } from '../table.js';
import type { Finding } from './finding.js';
import type { WrittenManifest } from './manifest.js';
import { shapeFindings } from './shape-findings.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

/** A codelist of a dimension; `origin` is the file it came from, unless it stands in the manifest itself. */
interface ReadCodelist {
  readonly codelist: Codelist;
  readonly origin: YamlFile | null;
}

export interface Codelists {
  /** Per dimension of the manifest. */
  readonly lists: readonly (readonly ReadCodelist[])[];
  readonly findings: readonly Finding[];
}

/** Reads the codelists that a manifest names; files are looked for beside it. */
export async function readCodelists(source: YamlFile, manifest: WrittenManifest): Promise<Codelists> {
  const findings: Finding[] = [];
  const lists: ReadCodelist[][] = [];
  for (const [index, { codelists = [] }] of manifest.dimensions.entries()) {
    const list: ReadCodelist[] = [];
    for (const [place, given] of codelists.entries()) {
      if (typeof given !== 'string') {
        list.push({ codelist: given, origin: null });
        continue;
      }
      const read = await readCodelist(resolve(dirname(source.file), given));
      if ('codelist' in read) list.push(read);
      else
        findings.push(
          ...read.findings.map((finding) => named(finding, source, ['dimensions', index, 'codelists', place])),
        );
    }
    lists.push(list);
  }
  return { lists, findings };
}

/** Whether a file is meant as a codelist, right or wrong, and not as a manifest. */
export async function isCodelistFile(file: string): Promise<boolean> {
  const source = await readYamlFile(file);
  if ('rule' in source) return false;
  const { value } = source;
  return typeof value === 'object' && value !== null && 'values' in value && !('dimensions' in value);
}

async function readCodelist(file: string): Promise<ReadCodelist | { readonly findings: readonly Finding[] }> {
  const origin = await readYamlFile(file);
  if ('rule' in origin) return { findings: [origin] };
  const parsed = v.safeParse(codelistSchema, origin.value);
  if (!parsed.success) return { findings: shapeFindings(origin, parsed.issues) };
  return { codelist: parsed.output, origin };
}

/** A file that is not there is a fault of the line that names it. */
function named(finding: Finding, source: YamlFile, path: readonly (string | number)[]): Finding {
  if (finding.rule !== 'manifest-readable' || finding.location.line !== undefined) return finding;
  const location = { file: source.file, line: source.lineOf(path), field: path.join('.') };
  const remedy = 'Put the codelist beside the manifest, or correct the name';
  return { ...finding, rule: 'codelists', location, remedy };
}
