import { css } from 'lit';

/** Tokens that only charts read, on top of those that every element does. */
export const chartTokens = css`
  :host {
    --_neutral: var(--peil-neutral-color, light-dark(#66727e, #98a4b0));
    --_series-2: var(--peil-series-2-color, light-dark(#a04a00, #f0a45d));
    --_series-3: var(--peil-series-3-color, light-dark(#5b4a8a, #b9a6f0));
    --_series-4: var(--peil-series-4-color, light-dark(#0c6b58, #5fcdb3));
    --_chart-height: var(--peil-chart-height, 20rem);
    --_chart-height-narrow: var(--peil-chart-height-narrow, 16rem);
  }
`;
