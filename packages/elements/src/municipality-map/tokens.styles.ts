import { css } from 'lit';

/**
 * One scale for light and dark pages, so that "the dark municipalities" are the same ones for everybody; each step is
 * told from the next in grey too. Borders and names go by how light an area is, not by the page.
 */
export const mapTokens = css`
  :host {
    --_step-1: var(--peil-sequential-1-color, #eaf3f9);
    --_step-2: var(--peil-sequential-2-color, #b5d6ea);
    --_step-3: var(--peil-sequential-3-color, #6fb0d6);
    --_step-4: var(--peil-sequential-4-color, #2474ab);
    --_step-5: var(--peil-sequential-5-color, #0a3d66);
    --_border-on-light: var(--peil-map-border-on-light-color, #2b3846);
    --_border-on-dark: var(--peil-map-border-on-dark-color, #fff);
    --_text-on-light: var(--peil-map-text-on-light-color, #16202b);
    --_text-on-dark: var(--peil-map-text-on-dark-color, #fff);
    --_hatch: var(--peil-map-hatch-color, var(--_control));
  }
`;
