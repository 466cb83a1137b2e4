import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

/** Holds a file that a test writes to what it would write now; `PEILGLAS_UPDATE=1` writes it. */
export async function assertWritten(file: URL, text: string): Promise<void> {
  if (process.env.PEILGLAS_UPDATE === '1') {
    await mkdir(new URL('.', file), { recursive: true });
    await writeFile(file, text);
    return;
  }
  const found = await readFile(file, 'utf8').catch(() => '');
  assert.ok(found === text, `${file.pathname} is not as it would be written now: PEILGLAS_UPDATE=1 npm test -- docs`);
}
