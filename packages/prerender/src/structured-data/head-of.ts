import { escapeMarkup } from '@peilglas/model';
import { ownAttribute } from '../find-children.js';
import { licenceAddress } from './licence-address.js';
import type { PublicTable } from './public-table.js';

/**
 * What programs that collect references read in the head of a page, by terms of the Dublin Core: which tables it shows, by
 * whom, under which licence, and of when its newest figures are. The page's own title and address are the site's.
 */
export function headOf(tables: readonly PublicTable[]): string {
  const terms: readonly (readonly [string, string | null])[] = tables.flatMap(({ address, cube, organisation }) => [
    ['dcterms.references', address],
    ['dcterms.source', cube.source],
    ['dcterms.publisher', organisation],
    ['dcterms.license', licenceAddress(cube.publication.licence) ?? cube.publication.licence],
  ]);
  const modified =
    tables
      .flatMap(({ cube }) => cube.updated ?? [])
      .sort()
      .at(-1) ?? null;
  const metas = [...terms, ['dcterms.modified', modified] as const].flatMap(([name, content]) =>
    content === null ? [] : [`<meta name="${name}" content="${escapeMarkup(content)}" ${ownAttribute}>`],
  );
  const links = tables.map(({ address }) => `<link rel="describedby" href="${escapeMarkup(address)}" ${ownAttribute}>`);
  return [...new Set([...metas, ...links])].join('');
}
