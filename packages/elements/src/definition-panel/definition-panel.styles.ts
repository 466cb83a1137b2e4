import { css } from 'lit';

export const styles = css`
  /* Where the page makes boxes as wide as what is in them (a flex container, a dialog, a cell), this is that width. */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(22em, 80vi);
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
    inline-size: min(26em, 100vi - 16px);
    max-block-size: min(32em, 100vb - 32px);
    margin: 4px 8px;
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
    padding: 16px;
  }

  :host(:not([popover])) .panel {
    min-block-size: var(--peil-definition-height, max(24rem, 384px));
  }

  .panel {
    position: relative;
    font-size: 0.9375em;
  }

  .close {
    display: grid;
    float: inline-end;
    place-items: center;
    inline-size: 32px;
    margin-inline: 8px 0;
    padding: 0;
    border-color: transparent;
  }

  .close svg {
    inline-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }

  .panel > p,
  dd p {
    max-inline-size: 65ch;
    margin-block: 8px 0;
  }

  dl {
    margin-block: 12px 0;
  }

  /* A grid in a narrow place too: on paper, Firefox leaves out what another width would display in another way. */
  .entry {
    display: grid;
    padding-block: 8px;
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

  @container (inline-size >= 40rem) and (inline-size >= 640px) {
    .entry {
      grid-template-columns: max(12rem, 192px) 1fr;
      gap: 16px;
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
