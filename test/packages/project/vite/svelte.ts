import '@peilglas/elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

/** What the checker of Svelte's templates sees; checked by TypeScript, and not run. */
export const tile: SvelteHTMLElements['kpi-tile'] = { table: 'bevolking', 'compare-with': 'NL01', class: 'tile' };
export const context: SvelteHTMLElements['data-context'] = {
  region: 'GM0153',
  'onpeil-selectcapture': ({ codes, currentTarget }) => {
    console.log(codes, currentTarget.region);
  },
};

type Refuses<Tag extends keyof SvelteHTMLElements, Given> = Given extends SvelteHTMLElements[Tag] ? never : true;
export const refused: readonly true[] = [
  true satisfies Refuses<'kpi-tile', { readonly 'without-source': 'yes' }>,
  true satisfies Refuses<'trend-chart', { readonly shape: 'pie' }>,
];
