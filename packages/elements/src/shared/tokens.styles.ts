import { css } from 'lit';

/**
 * The tokens every element reads, once. A host's `--peil-*` comes first, then the NL Design System token that means the
 * same, then our own default, which follows `color-scheme`. What lies between text and ground is mixed from those two: a
 * house style with text, ground and accent is complete, in light and in dark.
 *
 * The accent keeps 4.5:1 to the ground: its lightness is clamped. The seed is the accent as given over a black whose alpha
 * is the luminance Y of the ground, and so tells both: Y = 2 alpha - 1, and lightness and chroma of the accent are 2 alpha
 * times those of the seed. See docs/decisions/022-palettes-in-css.md.
 */
export const tokens = css`
  :host {
    --_muted: var(--peil-muted-color, color-mix(in lab, var(--_text) 75%, var(--_surface)));
    --_hairline: var(--peil-hairline-color, color-mix(in lab, var(--_text) 16%, var(--_surface)));
    --_control: var(--peil-control-color, color-mix(in lab, var(--_text) 60%, var(--_surface)));
    --_worse: var(--peil-worse-color, light-dark(#a04a00, #f0a45d));
    --_better: var(--peil-better-color, light-dark(#00558f, #6db8f2));
    --_surface: var(--peil-surface-color, var(--utrecht-document-background-color, light-dark(#fff, #12181f)));
    --_text: var(--peil-text-color, var(--utrecht-document-color, light-dark(#16202b, #eef2f6)));
    --_radius: var(--peil-radius, 0);
    --_seed: color-mix(
      in lab,
      var(--peil-accent-color, var(--utrecht-link-color, light-dark(#00558f, #6db8f2))),
      color(from var(--_surface) xyz 0 0 0 / y)
    );
    --_light: clamp(min(1000 * alpha - 445, var(--_dark)), 2 * alpha * l, max(60 * alpha - 11.5, var(--_dark)));
    --_dark: (0.59 - alpha) * 1e4;
    --_accent: lch(from var(--_seed) var(--_light) calc(c * min(2 * alpha, var(--_light) / l)) h / 100%);

    color: var(--_text);
    font-family: var(--peil-font-family, inherit);
    font-size: var(--peil-font-size, max(1rem, 16px));
    font-style: normal;
    line-height: 1.4;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: break-word;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`;
