import { open } from 'node:fs/promises';

/** Names of the columns in the first line of a CSV file (comma, double quotes, UTF-8 with or without byte order mark). */
export async function readCsvHeader(path: string): Promise<readonly string[]> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const text = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    return splitLine(text.split(/\r?\n/, 1)[0] ?? '');
  } finally {
    await handle.close();
  }
}

function splitLine(line: string): readonly string[] {
  // With a comma before each name, so that none of the matches is empty: after an empty one a letter is skipped.
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
