import '@peilglas/elements/vue';
import type { GlobalComponents } from 'vue';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

/** What the checker of Vue's templates sees; checked by TypeScript, and not run. */
export const tile: Props<'kpi-tile'> = { table: 'bevolking', compareWith: 'NL01', class: 'tile' };
export const context: Props<'data-context'> = {
  region: 'GM0153',
  clientId: 'portaal',
  onPeilSelect: ({ codes, currentTarget }) => [...codes, currentTarget.region],
};

type Refuses<Tag extends keyof GlobalComponents, Given> = Given extends Props<Tag> ? never : true;
export const refused: readonly true[] = [
  true satisfies Refuses<'kpi-tile', { readonly withoutSource: 'yes' }>,
  true satisfies Refuses<'trend-chart', { readonly shape: 'pie' }>,
];
