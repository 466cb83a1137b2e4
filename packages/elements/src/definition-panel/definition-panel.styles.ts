import { css } from 'lit';

export const styles = css`
  /* Where the page makes boxes as wide as what is in them (a flex container, a dialog, a cell), this is that width. */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(22rem, 80vi);
    min-inline-size: 0;
  }

  :host([popover]) {
    position: fixed;
    position-anchor: --definition;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    inline-size: min(26rem, 100vi - 1rem);
    max-block-size: min(32rem, 100vb - 2rem);
    margin: 0.25rem 0.5rem;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--peil-raised-color, var(--_surface));
    color: var(--_text);
    font-weight: 400;
    text-align: start;
  }

  :host([popover]:not(:popover-open)) {
    display: none;
  }

  :host([popover]) .panel {
    padding: 1rem;
  }

  :host(:not([popover])) .panel {
    min-block-size: var(--peil-definition-height, 24rem);
  }

  .panel {
    position: relative;
    font-size: 0.9375em;
  }

  .close {
    display: grid;
    float: inline-end;
    place-items: center;
    inline-size: 2rem;
    margin-inline: 0.5rem 0;
    padding: 0;
    border-color: transparent;
  }

  .close svg {
    inline-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }

  .panel > p,
  dd p {
    max-inline-size: 65ch;
    margin-block: 0.5rem 0;
  }

  dl {
    margin-block: 0.75rem 0;
  }

  /* A grid in a narrow place too: on paper, Firefox leaves out what another width would display in another way. */
  .entry {
    display: grid;
    padding-block: 0.5rem;
    border-block-start: 1px solid var(--_hairline);
  }

  dt {
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  dd p:first-child {
    margin-block-start: 0;
  }

  @container (inline-size >= 40rem) {
    .entry {
      grid-template-columns: 12rem 1fr;
      gap: 1rem;
    }
  }

  /* A name is on the sheet, and in the column, of what it names. */
  @media print {
    .header {
      break-after: avoid;
    }

    .entry {
      break-inside: avoid;
    }
  }
`;
