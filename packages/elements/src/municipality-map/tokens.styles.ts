import { css } from 'lit';

/**
 * One scale for light and dark pages, in the hue of the accent, so that "the dark municipalities" are the same ones for
 * everybody; each step is told from the next in grey too. Borders and names go by how light an area is, not by the page.
 */
export const mapTokens = css`
  :host {
    --_chroma: min(2 * alpha * c, 50);
    --_step-1: var(--peil-sequential-1-color, lch(from var(--_seed) 96% calc(0.09 * var(--_chroma)) h / 100%));
    --_step-2: var(--peil-sequential-2-color, lch(from var(--_seed) 82% calc(0.35 * var(--_chroma)) h / 100%));
    --_step-3: var(--peil-sequential-3-color, lch(from var(--_seed) 67% calc(0.65 * var(--_chroma)) h / 100%));
    --_step-4: var(--peil-sequential-4-color, lch(from var(--_seed) 46% calc(0.9 * var(--_chroma)) h / 100%));
    --_step-5: var(--peil-sequential-5-color, lch(from var(--_seed) 24% calc(0.7 * var(--_chroma)) h / 100%));
    --_border-on-light: var(--peil-map-border-on-light-color, #2b3846);
    --_border-on-dark: var(--peil-map-border-on-dark-color, #fff);
    --_text-on-light: var(--peil-map-text-on-light-color, #16202b);
    --_text-on-dark: var(--peil-map-text-on-dark-color, #fff);
    --_hatch: var(--peil-map-hatch-color, var(--_control));
  }

  @supports not (
    (color: light-dark(red, red)) and (color: lch(from color(from red xyz 0 0 0 / y) calc(2 * alpha * l) c h / 100%))
  ) {
    :host {
      --_step-1: var(--peil-sequential-1-color, #e3eef6);
      --_step-2: var(--peil-sequential-2-color, #b5d3e8);
      --_step-3: var(--peil-sequential-3-color, #7fb2d8);
      --_step-4: var(--peil-sequential-4-color, #2a6fa3);
      --_step-5: var(--peil-sequential-5-color, #0b4a78);
    }
  }
`;
