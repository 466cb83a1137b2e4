import { css } from 'lit';

export const styles = css`
  /*
   * The map takes what the words leave, and never less than it needs; where there is room, the legend stands beside it. A grid in
   * either case: on paper, Firefox leaves out what another width would display in another way.
   */
  .layout {
    display: grid;
    flex: 1 0 auto;
    grid-template: auto auto 1fr / minmax(0, 1fr);
    margin-block-end: 4px;
  }

  .layout .controls {
    grid-area: 1 / 1 / auto / -1;
  }

  .layout .legend {
    grid-row: 2;
  }

  .layout .drawing {
    grid-row: 3;
    max-block-size: none;
  }

  @container (inline-size >= 36rem) and (inline-size >= 576px) {
    .layout {
      grid-template: auto minmax(var(--_chart-height), 1fr) / minmax(0, 1fr) fit-content(45%);
      gap: 0 24px;
    }

    .layout .drawing {
      grid-area: 2 / 1;
    }

    .layout .legend {
      grid-area: 2 / 2;
      flex-direction: column;
      align-self: start;
      margin: 0;
    }
  }

  .drawing.without {
    cursor: auto;
  }

  .legend .sample {
    stroke: var(--_control);
  }

  .legend .muted {
    white-space: nowrap;
  }

  /* The reader's two colours, mixed: still from the page's colour to the text's. */
  @media (forced-colors: active) {
    :host {
      --_step-1: Canvas;
      --_step-2: color-mix(in srgb, CanvasText 20%, Canvas);
      --_step-3: color-mix(in srgb, CanvasText 40%, Canvas);
      --_step-4: color-mix(in srgb, CanvasText 75%, Canvas);
      --_step-5: CanvasText;
      --_border-on-light: CanvasText;
      --_border-on-dark: Canvas;
      --_text-on-light: CanvasText;
      --_text-on-dark: Canvas;
      --_hatch: color-mix(in srgb, CanvasText 60%, Canvas);
    }

    svg {
      forced-color-adjust: none;
    }
  }
`;
