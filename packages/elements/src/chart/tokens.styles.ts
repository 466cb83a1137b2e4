import { css } from 'lit';

/**
 * Tokens that only charts read, on top of those that every element does. The colours of categories go by the seed of
 * tokens.styles.ts: the accent has one of eight steps of lightness between `--_floor` and 42 above it, and each category
 * one of the others. Their hues are those that stay apart in every form of colour blindness at these steps. On dark
 * grounds (`--_night` is 1 there) both are others. docs/house-style.md says how far apart any two are at least.
 */
export const chartTokens = css`
  :host {
    --_neutral: var(--peil-neutral-color, color-mix(in lab, var(--_text) 60%, var(--_surface)));
    --_night: clamp(0, var(--_dark), 1);
    --_floor: 17 + 35 * var(--_night);
    --_place: clamp(0, var(--_light) - (var(--_floor)), 42);
    --_series-2: var(
      --peil-series-2-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 25.4 - 8.5 * var(--_night), 42))
          calc(59 + 8 * var(--_night)) calc(25 + 83 * var(--_night)) / 100%
      )
    );
    --_series-3: var(
      --peil-series-3-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 13.7 + 1.9 * var(--_night), 42))
          calc(55 - 22 * var(--_night)) calc(154 - 16 * var(--_night)) / 100%
      )
    );
    --_series-4: var(
      --peil-series-4-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 21.9 - 1.9 * var(--_night), 42))
          calc(48 + 12 * var(--_night)) calc(329 - 39 * var(--_night)) / 100%
      )
    );
    --_series-5: var(
      --peil-series-5-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 12.1 + 15 * var(--_night), 42))
          calc(15 + 2 * var(--_night)) calc(280 - 52 * var(--_night)) / 100%
      )
    );
    --_series-6: var(
      --peil-series-6-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 23.5 - 8.5 * var(--_night), 42))
          calc(8 + 4 * var(--_night)) calc(331 + 34 * var(--_night)) / 100%
      )
    );
    --_series-7: var(
      --peil-series-7-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 18.6 + 7.8 * var(--_night), 42))
          calc(75 - 64 * var(--_night)) calc(287 + 161 * var(--_night)) / 100%
      )
    );
    --_series-8: var(
      --peil-series-8-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 14.2 + 10.7 * var(--_night), 42))
          calc(10 + 35 * var(--_night)) calc(9 + 110 * var(--_night)) / 100%
      )
    );
    --_chart-height: var(--peil-chart-height, 20rem);
    --_chart-height-narrow: var(--peil-chart-height-narrow, 16rem);
  }
`;
