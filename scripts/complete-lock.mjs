/**
 * `npm run lock`: adds to package-lock.json the builds for other platforms that it lacks.
 *
 * npm leaves an optional dependency out of the lock file when the registry it asked does not hold it, as a mirror that
 * serves one platform may not. `npm ci` then refuses the lock file everywhere. An entry with a version and a platform is
 * enough for npm to pass it over elsewhere and to fetch it where it fits.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const some = (list) => (list.length > 0 ? list : undefined);

/** The platform that a package's name tells, as npm writes it: `@rollup/rollup-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor)).slice(0, 1);
  if (words.some((word) => word === 'arm' || word === 'armv7')) cpu.splice(0, 1, 'arm');
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : [];
  if (name === 'fsevents') os.push('darwin');
  if (os.length + cpu.length === 0) return undefined;
  const isLinux = os[0] === 'linux';
  return { cpu: some(cpu), libc: isLinux ? some(libc) : undefined, os: some(os) };
}

/** Where Node would look for `name` from the package at `path`, nearest first. */
function placesFor(path, name) {
  const folders = path.split('node_modules/').slice(0, -1);
  const outer = folders.map((_, index) => `${folders.slice(0, index + 1).join('node_modules/')}node_modules/${name}`);
  return [...outer, `${path}/node_modules/${name}`].reverse();
}

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;

for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const exact = /^\d/.test(range);
    const places = placesFor(path, name);
    const taken = places.map((place) => lock.packages[place]).find(Boolean);
    if (taken && (!exact || taken.version === range)) continue;
    const platform = platformOf(name);
    if (!platform) throw new Error(`${path} wants ${name}, and its name tells no platform: npm could not leave it out`);
    const [nested, ...outer] = places;
    const free = taken ? nested : (outer.at(-1) ?? nested);
    // In npm's own order, so that its next writing changes nothing; what is undefined is not written.
    const { cpu, libc, os } = platform;
    lock.packages[free] = { version: range.replace(/^\D+/, ''), cpu, dev, libc, optional: true, os };
    added += 1;
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
if (added > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${added} builds for other platforms added to package-lock.json`);
