import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/**
 * The bill of materials of what is published, in CycloneDX 1.5: our packages and all they need, from package-lock.json.
 *
 * `npm sbom --omit dev` leaves out what the repository itself uses while developing too, such as lit. So it reads a copy in which the
 * repository has no such dependencies.
 *
 * @returns {{ components: readonly { name: string, group?: string, version: string, purl: string, licenses?: readonly object[] }[] }}
 * @throws {Error} with what npm said, when it fails
 */
export function billOfMaterials() {
  const folder = mkdtempSync(join(tmpdir(), 'peilglas-materials-'));
  const write = (file, content) => writeFileSync(join(folder, file), JSON.stringify(content));
  try {
    for (const file of globSync('packages/*/package.json', { cwd: root })) cpSync(join(root, file), join(folder, file));
    const { name, version, license, description, workspaces } = read('package.json');
    const lock = read('package-lock.json');
    const used = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
    const entries = { '': { name, version, license, workspaces }, ...Object.fromEntries(used) };
    write('package.json', { name, version, license, description, private: true, workspaces });
    write('package-lock.json', { ...lock, name, version, packages: entries });
    const materials = JSON.parse(npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], folder));
    // npm takes the name of the folder, and a new number and moment each time.
    delete materials.serialNumber;
    delete materials.metadata.timestamp;
    materials.metadata.component.name = name;
    for (const component of materials.components) component.licenses ??= licensesOf(component, materials.components);
    return materials;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds for another platform than this one come without a licence: that of the package whose builds they are. */
function licensesOf({ name, version }, components) {
  const whole = components.find(
    (each) => each.version === version && each.licenses && name.startsWith(`${each.name}-`),
  );
  return whole?.licenses;
}

function npm(args, cwd) {
  const own = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [program, ...first] = own;
  const { status, stdout, stderr } = spawnSync(program, [...first, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
