import { open } from 'node:fs/promises';

/** What stands between columns: a comma, or a semicolon where a comma stands before decimals. */
export type Separator = ',' | ';';

export interface CsvHeader {
  readonly names: readonly string[];
  readonly separator: Separator;
}

/** Why a file is no CSV that can be read: what people save by mistake, told by its first bytes. */
export interface NoCsv {
  readonly message: string;
  readonly remedy: string;
}

const asCsv = 'Save the data as CSV in UTF-8, with commas or semicolons between the columns; or as Parquet';

/**
 * Names of the columns in the first line of a CSV file (double quotes, UTF-8 with or without byte order mark).
 * What is wrong repeats nothing of the file: where the names are missing, its first line has figures.
 * @param wanted Names that tell, where a name has a comma in it, that it is semicolons that separate.
 */
export async function readCsvHeader(path: string, wanted: ReadonlySet<string>): Promise<CsvHeader | NoCsv> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return headerOf(buffer.subarray(0, bytesRead), wanted);
  } finally {
    await handle.close();
  }
}

function headerOf(bytes: Buffer, wanted: ReadonlySet<string>): CsvHeader | NoCsv {
  const start = bytes.toString('latin1', 0, 4);
  // A zip file, or what Excel wrote before it.
  if (start === 'PK\x03\x04' || start === '\xD0\xCF\x11\xE0')
    return { message: 'This is a workbook, whatever its name says', remedy: `Open it. ${asCsv}` };
  if (/^(?:\xFF\xFE|\xFE\xFF)/.test(start)) return { message: 'The data is in UTF-16', remedy: asCsv };
  const end = bytes.indexOf('\n');
  const line = readUtf8(bytes.subarray(0, end === -1 ? bytes.length : end), end !== -1)?.replace(/\r$/, '');
  if (line === undefined) return { message: 'This line is not UTF-8', remedy: asCsv };
  if (line.trim() === '') {
    const remedy = 'Write the names of the columns on the first line, and one row per observation below it';
    return { message: bytes.length === 0 ? 'The file is empty' : 'The first line is empty', remedy };
  }
  if (line.includes('\r')) return { message: 'Lines end in CR alone', remedy: asCsv };
  if (/^"?sep=/i.test(line)) return { message: 'The first line is meant for Excel only', remedy: 'Remove this line' };
  const [commas, semicolons] = [splitLine(line, ','), splitLine(line, ';')];
  const known = (names: readonly string[]): number => names.filter((name) => wanted.has(name)).length;
  if (semicolons.length > 1 && (commas.length === 1 || known(semicolons) > known(commas)))
    return { names: semicolons, separator: ';' };
  if (commas.length === 1 && line.includes('\t')) return { message: 'Columns are separated by tabs', remedy: asCsv };
  return { names: commas, separator: ',' };
}

/** Undefined for other bytes; a last letter may be cut off where the line is longer than what was read of it. */
function readUtf8(bytes: Uint8Array, whole: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}

/** A name with the separator before it. */
const field = {
  ',': /,(?:"((?:[^"]|"")*)"|([^,]*))/g,
  ';': /;(?:"((?:[^"]|"")*)"|([^;]*))/g,
};

function splitLine(line: string, separator: Separator): readonly string[] {
  // With a separator before each name, so that none of the matches is empty: after an empty one a letter is skipped.
  return [...`${separator}${line}`.matchAll(field[separator])].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
