/**
 * The tables of the demo, published once for all tests that only read them: protecting the counts of youth care alone takes ten
 * seconds. What was published is kept as long as neither the tables nor the code that publishes them change.
 */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDbStore, publishTables } from '@peilglas/endpoint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = join(root, '.peilglas/published');

/**
 * Fills a folder with a store of these tables, all when none is named.
 * @throws Error that names the tables that were refused
 */
export async function copyDemoStore(folder: string, ids?: readonly string[]): Promise<DuckDbStore> {
  const published = await publishOnce();
  const parts = ids ? [...ids, 'revision.txt'] : [''];
  for (const part of parts) await cp(join(published, part), join(folder, part), { recursive: true });
  return new DuckDbStore(folder);
}

/** @returns a folder that nobody may write in */
async function publishOnce(): Promise<string> {
  const folder = join(kept, await stateOfSources());
  const found = await readFile(join(folder, 'revision.txt')).catch(() => null);
  if (found) return folder;
  // Tests run side by side: whoever is ready last finds the other's, which is the same.
  const own = `${folder}-${process.pid}`;
  const reports = await publishTables({ paths: [join(root, 'demo/tables')], store: new DuckDbStore(own) });
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`Refused: ${refused.map(({ id, manifest }) => id ?? manifest).join(', ')}`);
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
  return folder;
}

async function stateOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const pattern of ['demo/tables/**/*.*', 'packages/{endpoint,model}/dist/**/*.js']) {
    const files = globSync(pattern, { cwd: root }).sort();
    for (const file of files) hash.update(file).update(await readFile(join(root, file)));
  }
  await mkdir(kept, { recursive: true });
  return hash.digest('hex').slice(0, 16);
}
