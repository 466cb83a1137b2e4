import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Path of a tool's program, to be run by this same Node on every platform.
 *
 * @param {string} packageName npm package that holds it
 * @param {string} [program] its name when the package has several
 */
export function tool(packageName, program = packageName) {
  const manifest = findPackageJSON(packageName, import.meta.url);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const path = typeof bin === 'string' ? bin : bin[program];
  return join(dirname(manifest), path);
}
