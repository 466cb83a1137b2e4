/**
 * Puts the oldest Chromium that elements are made for in `.peilglas`, from a package of the npm registry that holds one for Linux.
 * Run as a script: `node scripts/get-old-chromium.mjs`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const holder = '@sparticuz/chromium@109.0.5';

/** Path of the program, whether or not it is there. */
export const oldChromium = fileURLToPath(new URL('../.peilglas/chromium-109/chromium', import.meta.url));

function get() {
  const target = dirname(oldChromium);
  const shelf = dirname(target);
  mkdirSync(shelf, { recursive: true });
  const folder = mkdtempSync(join(shelf, 'fetching-'));
  const unpacked = join(folder, 'chromium-109');
  mkdirSync(unpacked);
  const [archive] = JSON.parse(execFileSync('npm', ['pack', holder, '--json', '--pack-destination', folder]));
  execFileSync('tar', ['xzf', join(folder, archive.filename), '-C', folder]);
  const read = (name) => brotliDecompressSync(readFileSync(join(folder, 'package/bin', name)));
  writeFileSync(join(unpacked, 'chromium'), read('chromium.br'), { mode: 0o755 });
  // What draws in it without a graphics card.
  execFileSync('tar', ['x', '-C', unpacked], { input: read('swiftshader.tar.br') });
  // In one go, and from the same disk: what was broken off is not taken for a browser.
  renameSync(unpacked, target);
  rmSync(folder, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !existsSync(oldChromium)) get();
