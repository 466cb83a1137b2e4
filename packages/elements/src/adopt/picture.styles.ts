import { css } from 'lit';

/**
 * Looks of pictures that a page came with. Each is there for narrow, middle and wide places: one of them is shown. The middle
 * of its three columns and rows takes what the others leave, and what is drawn in it sticks out on all sides.
 */
export const pictureStyles = css`
  .for-narrow {
    display: contents;
  }

  .for-middle,
  .for-wide,
  .for-above,
  .for-beside {
    display: none;
  }

  /* Its place is as large without it: what is further down the page is laid out when it comes into view, or on paper. */
  .canvas.picture {
    display: flex;
    overflow: hidden;
    direction: ltr;
    content-visibility: auto;
  }

  .picture svg {
    overflow: visible;
    flex: none;
  }

  .picture .edge[width] {
    block-size: 0;
  }

  .picture .edge[height] {
    inline-size: 0;
  }

  .picture .column {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }

  .picture .plot:not([height]) {
    flex: 1;
    min-block-size: 0;
  }

  .picture .plot:not([width]) {
    inline-size: 100%;
  }

  /* A map begins where the text around it does; in it, names go their own way. */
  .canvas.picture:has(.whole) {
    direction: inherit;
  }

  .picture .whole {
    block-size: 100%;
    max-inline-size: 100%;
    direction: ltr;
  }

  .picture line {
    shape-rendering: crispedges;
  }

  .picture text {
    font-size: max(0.8125em, 12px);
  }

  /* The table without a script: its button has the looks of the one that comes in its place. */
  .tools details {
    min-inline-size: 0;
    overflow: auto;
  }

  .tools details[open] {
    flex-basis: 100%;
  }

  /* The frame grows with it, and the picture stays as it is. */
  .frame:has(details[open]) {
    min-block-size: 0;
  }

  .frame:has(details[open]) .drawing {
    flex-basis: var(--_chart-height);
  }

  .tools summary {
    display: inline-block;
    min-block-size: 32px;
    padding: calc((32px - 1.4em) / 2 - 1px) 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    font-size: 0.875em;
    cursor: pointer;
  }

  .stretched path {
    vector-effect: non-scaling-stroke;
  }

  @container (inline-size >= 30rem) and (inline-size >= 480px) {
    .for-narrow {
      display: none;
    }

    .for-middle,
    .for-above {
      display: contents;
    }
  }

  @container (inline-size >= 36rem) and (inline-size >= 576px) {
    .for-above {
      display: none;
    }

    .for-beside {
      display: contents;
    }
  }

  @container (inline-size >= 45rem) and (inline-size >= 720px) {
    .for-middle {
      display: none;
    }

    .for-wide {
      display: contents;
    }
  }

  /* On paper, Firefox leaves out what comes or goes with the width of a place. The narrowest picture fits everywhere. */
  @media print {
    @supports (-moz-appearance: none) {
      .for-narrow {
        display: contents;
      }

      .for-middle,
      .for-wide,
      .for-above,
      .for-beside {
        display: none;
      }
    }
  }
`;
