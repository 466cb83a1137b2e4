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
    --_guide: color-mix(in lab, var(--_text) 16%, var(--_surface));
    --_night: clamp(0, var(--_dark), 1);
    --_floor: 17 + 35 * var(--_night);
    --_place: clamp(0, var(--_light) - (var(--_floor)), 42);
    --_series-2: var(
      --peil-series-2-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 18.5 - 1.6 * var(--_night), 42))
          calc(50 + 17 * var(--_night)) calc(70 + 38 * var(--_night)) / 100%
      )
    );
    --_series-3: var(
      --peil-series-3-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 17.9 - 2.3 * var(--_night), 42))
          calc(34 - 1 * var(--_night)) calc(200 - 62 * var(--_night)) / 100%
      )
    );
    --_series-4: var(
      --peil-series-4-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 16.8 + 3.2 * var(--_night), 42))
          calc(57 + 3 * var(--_night)) calc(300 - 10 * var(--_night)) / 100%
      )
    );
    --_series-5: var(
      --peil-series-5-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 11 + 16.1 * var(--_night), 42))
          calc(26 - 9 * var(--_night)) calc(259 - 31 * var(--_night)) / 100%
      )
    );
    --_series-6: var(
      --peil-series-6-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 14.1 + 0.9 * var(--_night), 42)) 12
          calc(86 - 81 * var(--_night)) / 100%
      )
    );
    --_series-7: var(
      --peil-series-7-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 22.9 + 3.5 * var(--_night), 42))
          calc(10 + 1 * var(--_night)) calc(20 + 68 * var(--_night)) / 100%
      )
    );
    --_series-8: var(
      --peil-series-8-color,
      lch(
        from var(--_seed) calc(var(--_floor) + mod(var(--_place) + 12.7 + 12.2 * var(--_night), 42))
          calc(16 + 29 * var(--_night)) calc(359 - 240 * var(--_night)) / 100%
      )
    );
    --_chart-height: var(--peil-chart-height, max(20rem, 320px));
    --_chart-height-narrow: var(--peil-chart-height-narrow, max(16rem, 256px));
  }

  /* Browsers that cannot compute them: colours that stand out at 3:1 from a light ground and from a dark one. */
  @supports not (
    (color: light-dark(red, red)) and (color: lch(from color(from red xyz 0 0 0 / y) calc(2 * alpha * l) c h / 100%))
  ) {
    :host {
      --_text: var(--peil-text-color, var(--utrecht-document-color, CanvasText));
      --_surface: var(--peil-surface-color, var(--utrecht-document-background-color, Canvas));
      --_accent: var(--peil-accent-color, var(--utrecht-link-color, #3883bb));
      --_series-2: var(--peil-series-2-color, #c37028);
      --_series-3: var(--peil-series-3-color, #098c85);
      --_series-4: var(--peil-series-4-color, #915bbd);
      --_series-5: var(--peil-series-5-color, #7095bd);
      --_series-6: var(--peil-series-6-color, #89806c);
      --_series-7: var(--peil-series-7-color, #846566);
      --_series-8: var(--peil-series-8-color, #d76e94);
    }
  }
`;
