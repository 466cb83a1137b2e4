import '@peilglas/elements/react';
import type { JSX } from 'react';

/** Checked by TypeScript, and not run. */
export function Dashboard({ choose }: { readonly choose: (region: string | null) => void }): JSX.Element {
  return (
    <data-context region="GM0153" sync-url onpeil-select={(event) => choose(event.currentTarget.region)}>
      <kpi-tile table="bevolking" compare-with="NL01" heading-level={2} className="tile" />
      <trend-chart
        data={{}}
        compareWith="NL01"
        shape="bar"
        onpeil-point={({ pointed }) => choose(pointed?.region ?? null)}
      />
    </data-context>
  );
}

type Refuses<Tag extends keyof JSX.IntrinsicElements, Given> = Given extends JSX.IntrinsicElements[Tag] ? never : true;
export const refused: readonly true[] = [
  true satisfies Refuses<'kpi-tile', { readonly 'without-source': 'yes' }>,
  true satisfies Refuses<'trend-chart', { readonly shape: 'pie' }>,
  true satisfies Refuses<'data-table', { readonly 'onpeil-select': string }>,
];
