/** `custom-elements.json` as the classes are now, whatever was built before. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tool } from '../../../scripts/tool.mjs';

interface Named {
  readonly name: string;
  readonly description?: string;
}

export interface Attribute extends Named {
  readonly type?: { readonly text: string };
}

/** A tag with what its users may rely on. */
export interface ElementEntry {
  readonly tagName: string;
  readonly summary?: string;
  readonly description?: string;
  readonly attributes?: readonly Attribute[];
  readonly slots?: readonly Named[];
  readonly events?: readonly (Named & { readonly type?: { readonly text: string } })[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly ElementEntry[] }[];
}

function analyze(): readonly ElementEntry[] {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'peilglas-manifest-'));
  const config = 'packages/elements/custom-elements-manifest.config.mjs';
  const program = tool('@custom-elements-manifest/analyzer', 'custom-elements-manifest');
  try {
    const target = ['--outdir', relative(root, folder)];
    execFileSync(process.execPath, [program, 'analyze', '--quiet', '--config', config, ...target], { cwd: root });
    const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Manifest;
    return manifest.modules.flatMap(({ declarations }) => declarations);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By tag, sorted. */
export const elements: readonly ElementEntry[] = analyze().toSorted((a, b) => a.tagName.localeCompare(b.tagName));
