import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file for as long as this process runs, for its user only. @returns where it is */
export function keepFile(name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'peilglas-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
