import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support.ts';

/** Of the confidential client that the provider of the tests knows as `endpoint`. */
export const clientSecret = 'the-secret-of-this-client-0123456789';

/** A file with a secret, as settings name it. */
export async function secretFile(text = clientSecret): Promise<string> {
  const file = join(await temporaryFolder(), 'secret');
  await writeFile(file, `${text}\n`);
  return file;
}
