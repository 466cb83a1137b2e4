import type { ReleaseFile } from '../serve/release-files.js';

/** The elements of a release that this endpoint serves; see `releases` of the settings. */
export interface EmbedRelease {
  readonly name: string;
  /** Names of its style sheets for pages, without `.css`. */
  readonly themes: readonly string[];
}

const script = 'peilglas.js';
/** Style sheets with a purpose of their own. */
const notThemes: ReadonlySet<string> = new Set(['embed', 'reserve']);

/** The release that the settings name last and that has the elements' script; null when there is none. */
export function embedRelease(files: ReadonlyMap<string, ReleaseFile>): EmbedRelease | null {
  const paths = [...files.keys()];
  const name = paths.findLast((path) => path.endsWith(`/${script}`))?.slice(0, -script.length - 1);
  if (name === undefined) return null;
  const sheets = paths.flatMap((path) =>
    path.startsWith(`${name}/`) ? (/\/([a-z0-9-]+)\.css$/.exec(path)?.[1] ?? []) : [],
  );
  return { name, themes: sheets.filter((sheet) => !notThemes.has(sheet)).sort() };
}
