/**
 * A folder outside the repository in which our packages are installed as npm packs them. Other libraries are linked from the
 * repository, as declared and no more, so that nothing is fetched.
 */
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../../..');
const run = promisify(execFile);

export interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly customElements?: string;
}

export interface Packed {
  readonly manifest: Manifest;
  /** Path of what npm would publish. */
  readonly tarball: string;
  /** Where it is unpacked. */
  readonly folder: string;
}

export interface FreshProject {
  readonly folder: string;
  readonly packages: readonly Packed[];
  /** Runs a program of a linked library, or a script, with Node; rejects with what it said when it fails. */
  readonly node: (args: readonly string[], cwd?: string) => Promise<string>;
  readonly remove: () => void;
}

/**
 * @param sources folder with the files of the project
 * @param tools libraries that its developer installed beside ours
 */
export async function freshProject(sources: string, tools: readonly string[]): Promise<FreshProject> {
  const folder = mkdtempSync(join(tmpdir(), 'peilglas-fresh-'));
  cpSync(sources, folder, { recursive: true });
  const packages = await install(folder);
  const declared = packages.flatMap(({ manifest }) => Object.keys(manifest.dependencies ?? {}));
  const libraries = [...declared.filter((name) => !name.startsWith('@peilglas/')), ...tools];
  for (const name of new Set(libraries)) link(name, folder);
  return {
    folder,
    packages,
    node: async (args, cwd = folder) => {
      try {
        const { stdout } = await run(process.execPath, [...args], { cwd });
        return stdout;
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
        throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
      }
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function install(project: string): Promise<readonly Packed[]> {
  const shelf = join(project, 'tarballs');
  mkdirSync(shelf);
  await npm(['pack', '--workspaces', '--pack-destination', shelf, '--ignore-scripts', '--silent'], root);
  return Promise.all(
    globSync(join(shelf, '*.tgz')).map(async (tarball) => {
      const name = /^peilglas-(.+)-\d+\.\d+\.\d+/.exec(basename(tarball))?.[1] ?? '';
      const folder = join(project, 'node_modules/@peilglas', name);
      mkdirSync(folder, { recursive: true });
      await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
      return { manifest, tarball, folder };
    }),
  );
}

/** The npm that runs the tests, or the one of the machine. */
function npm(args: readonly string[], cwd: string): Promise<unknown> {
  const program = process.env.npm_execpath;
  return program?.endsWith('.js') ? run(process.execPath, [program, ...args], { cwd }) : run('npm', [...args], { cwd });
}

function link(name: string, project: string): void {
  const place = join(project, 'node_modules', name);
  // A workspace may have its own version of a library.
  const [nested] = globSync(`packages/*/node_modules/${name}`, { cwd: root });
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(root, nested ?? `node_modules/${name}`), place, 'junction');
}
