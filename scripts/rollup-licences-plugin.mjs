import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the package that a module is of; undefined for our own. */
const folderOf = (id) => /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];

/**
 * Rollup plugin: `licences.txt`, the licences of all that others made and that is in the files. Minified files have no comments, and
 * most licences ask that theirs goes along.
 *
 * @param {string} target folder that is written
 */
export function licencesPlugin(target) {
  const folders = new Set();
  return {
    name: 'licences',
    renderChunk(_code, { modules }) {
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        const folder = renderedLength > 0 && folderOf(id);
        if (folder) folders.add(folder);
      }
      return null;
    },
    writeBundle() {
      const parts = [...folders].sort().map((folder) => licenceIn(folder));
      writeFileSync(join(target, 'licences.txt'), `${readFileSync('LICENSE', 'utf8')}\n${parts.join('\n')}`);
    },
  };
}

function licenceIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const found = globSync(['LICEN[CS]E*', 'licen[cs]e*', 'NOTICE*', 'licenses/*'], { cwd: folder, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = [...new Set(files)].sort().map((file) => readFileSync(file, 'utf8').trim());
  return `${'-'.repeat(80)}\n${name} ${version}: ${license}\n\n${texts.join('\n\n')}\n`;
}
