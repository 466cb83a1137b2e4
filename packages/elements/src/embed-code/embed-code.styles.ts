import { css } from 'lit';

export const styles = css`
  /* Where the page makes boxes as wide as what is in them (a flex container, a dialog, a cell), this is that width. */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(22em, 80vi);
    min-inline-size: 0;
  }

  .embed {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
    font-size: 0.9375em;
  }

  ::slotted(*) {
    margin-block-end: 24px;
  }

  fieldset {
    display: grid;
    gap: 8px 24px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 600;
  }

  label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px;
    align-items: start;
    min-block-size: 24px;
    cursor: pointer;
  }

  input {
    inline-size: 1em;
    block-size: 1em;
    margin: 0.1em 0 0;
    font-size: inherit;
    accent-color: var(--_accent);
  }

  small {
    display: block;
    color: var(--_muted);
    font-size: max(0.875em, 12px);
  }

  .warnings {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0 0 0 12px;
    border-inline-start: 3px solid var(--_worse);
    list-style: none;
  }

  pre {
    margin: 0;
    padding: 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--peil-raised-color, var(--_surface));
    font-size: 0.9em;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    user-select: text;
  }

  code {
    font-family: ui-monospace, Consolas, 'Liberation Mono', monospace;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    min-block-size: 32px;
  }

  .actions p {
    min-inline-size: 0;
    margin: 0;
  }

  @container (inline-size >= 40rem) and (inline-size >= 640px) {
    fieldset {
      grid-template-columns: repeat(3, 1fr);
    }

    legend {
      grid-column: 1 / -1;
    }
  }

  /* Nobody copies from paper. */
  @media print {
    .embed {
      display: none;
    }
  }
`;
