import { css } from 'lit';

/** Where the panel opens. Anchors are known within one tree only, so this goes into the tree of the button. */
export const popoverStyles = css`
  .definition-popover {
    position-anchor: --definition;
    position-try-order: most-block-size;

    /* Beside a button at an edge only a sliver is left: too little, so the panel opens on another side, where there is room. */
    min-block-size: min(16em, 50vb - 48px);
    max-block-size: min(32em, 100% - 8px);
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline,
      block-end,
      block-start;
  }

  .definition-dialog {
    inline-size: min(26em, 100vi - 48px);
    padding: 0;
    border: 1px solid;
  }

  .definition-dialog > * {
    --peil-definition-height: 0;

    min-block-size: 0;
    max-block-size: none;
    padding: 16px;
    background: var(--peil-raised-color, var(--_surface));
    color: var(--_text);
  }
`;
