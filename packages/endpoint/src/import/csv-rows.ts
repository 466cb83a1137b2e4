import type { FileHandle } from 'node:fs/promises';

type Cell = string | number | null;

/** Writes rows of CSV: UTF-8, commas, quotes where a text needs them. */
export async function writeRows(file: FileHandle, rows: readonly (readonly Cell[])[]): Promise<void> {
  await file.appendFile(rows.map((row) => `${row.map(quote).join(',')}\n`).join(''));
}

function quote(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
