import { css } from 'lit';

/**
 * The tokens every element reads, once. A host's `--peil-*` comes first, then the NL Design System token that means the
 * same, then our own default, which follows `color-scheme`.
 */
export const tokens = css`
  :host {
    --_text: var(--peil-text-color, var(--utrecht-document-color, light-dark(#16202b, #eef2f6)));
    --_muted: var(--peil-muted-color, light-dark(#4d5a67, #b3bec9));
    --_surface: var(--peil-surface-color, var(--utrecht-document-background-color, light-dark(#fff, #12181f)));
    --_raised: var(--peil-raised-color, light-dark(#fff, #1d262f));
    --_hairline: var(--peil-hairline-color, light-dark(#d5dbe1, #36424d));
    --_control: var(--peil-control-color, light-dark(#6b7783, #8d99a5));
    --_accent: var(--peil-accent-color, var(--utrecht-link-color, light-dark(#00558f, #6db8f2)));
    --_better: var(--peil-better-color, light-dark(#00558f, #6db8f2));
    --_worse: var(--peil-worse-color, light-dark(#a04a00, #f0a45d));
    --_skeleton: var(--peil-skeleton-color, light-dark(#e9edf1, #26313b));
    --_focus: var(--peil-focus-color, var(--utrecht-focus-outline-color, var(--_text)));
    --_radius: var(--peil-radius, 0);

    color: var(--_text);
    font-family: var(--peil-font-family, inherit);
    font-size: var(--peil-font-size, 1rem);
    line-height: 1.4;
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
