import type { Cube } from '@peilglas/model';
import { definitionWordsFor, formatDate } from '@peilglas/text';

/** What a reference is to, in words. */
export interface Cited {
  readonly title: string;
  /** Empty for figures without a region. */
  readonly region: string;
  readonly period: string;
}

/** A reference to figures, as a report gives it: source, what, version, and where and when they were seen. */
export function cite(cube: Cube, cited: Cited, lang: string): string {
  const reference = definitionWordsFor(lang).cite({
    ...cited,
    source: cube.source ?? '',
    version: cube.publication.version,
    url: location.href,
    seen: formatDate(new Date().toISOString(), lang),
  });
  // It is there to be copied: into texts that have lines of their own.
  return reference.replaceAll('\u00a0', ' ');
}
