import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sum = (algorithm, bytes) => `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;

/**
 * Rollup plugin: what each file of the folder must be (Subresource Integrity), as `integrity.json` and as tags to paste. A
 * browser looks at the files that a script fetches too when an import map says what they are.
 *
 * @param {string} folder that was written
 */
export function integrityPlugin(folder) {
  return {
    name: 'integrity',
    writeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        const files = globSync('**/*.{js,css}', { cwd: folder }).sort();
        const sums = Object.fromEntries(files.map((file) => [file, sum('sha384', readFileSync(join(folder, file)))]));
        writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(sums, null, 2)}\n`);
        writeFileSync(join(folder, 'integrity.html'), tagsFor(sums));
      },
    },
  };
}

const modules = (sums) => Object.entries(sums).filter(([file]) => file.endsWith('.js'));

/** Ready to paste, with `/peilglas/` for the address of the folder. */
function tagsFor(sums) {
  const integrity = Object.fromEntries(modules(sums).map(([file, value]) => [`/peilglas/${file}`, value]));
  const map = JSON.stringify({ integrity });
  const policy = sum('sha256', map);
  return `<!--
  Put in the head of the page, with the address of your folder instead of /peilglas/. The import map must come before any
  script of type module. A Content-Security-Policy allows it by its own sum, which changes with the address:
  script-src 'self' '${policy}'
-->
<link rel="stylesheet" href="/peilglas/reserve.css" integrity="${sums['reserve.css']}" crossorigin="anonymous">
<script type="importmap">${map}</script>
<script type="module" src="/peilglas/peilglas.js" integrity="${sums['peilglas.js']}" crossorigin="anonymous"></script>
<script defer src="/peilglas/peilglas-too-old.js" integrity="${sums['peilglas-too-old.js']}" crossorigin="anonymous"></script>
`;
}
