/** The table `zorg` of the fixtures: invented figures that keep every rule, to be spoilt one rule at a time. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const fixtures = new URL('fixtures/', import.meta.url);
const files = ['zorg.yaml', 'groepen.yaml', 'zorg.csv'] as const;
export type ZorgFile = (typeof files)[number];

/** Changes to the files of the table. */
export type ZorgEdits = Partial<Record<ZorgFile, (text: string) => string>>;

/** Writes the three files with changes. Returns their texts, and the path of the manifest. */
export async function writeZorg(folder: string, edits: ZorgEdits = {}) {
  const texts: Record<ZorgFile, string> = { 'zorg.yaml': '', 'groepen.yaml': '', 'zorg.csv': '' };
  for (const file of files) {
    const text = await readFile(new URL(file, fixtures), 'utf8');
    texts[file] = edits[file]?.(text) ?? text;
    // A test that changes nothing would test nothing.
    if (edits[file] && texts[file] === text) throw new Error(`The edit of ${file} changes nothing`);
    await writeFile(join(folder, file), texts[file]);
  }
  return { path: join(folder, 'zorg.yaml'), texts };
}

/** Replaces a part that must be there once or more; only the first is replaced. */
export function put(from: string | RegExp, to: string): (text: string) => string {
  return (text) => text.replace(from, to);
}

/** Puts a figure into the cell named by its codes, as `GM0153,T,2020,clienten`. */
export function figure(cell: string, value: string, status?: string): (text: string) => string {
  return (text) =>
    text.replace(
      new RegExp(`^(${cell}),[^,]*,(.*)$`, 'm'),
      (_, name: string, own: string) => `${name},${value},${status ?? own}`,
    );
}

export function all(...edits: readonly ((text: string) => string)[]): (text: string) => string {
  return (text) => edits.reduce((changed, edit) => edit(changed), text);
}
