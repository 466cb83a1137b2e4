import { css } from 'lit';

/** Where the panel opens. Anchors are known within one tree only, so this goes into the tree of the button. */
export const popoverStyles = css`
  .definition-popover {
    position-anchor: --definition;
    position-try-order: most-block-size;
    max-block-size: min(32rem, 100% - 0.5rem);
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
  }
`;
