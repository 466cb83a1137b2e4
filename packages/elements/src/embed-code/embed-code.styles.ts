import { css } from 'lit';

export const styles = css`
  /* Where the page makes boxes as wide as what is in them (a flex container, a dialog, a cell), this is that width. */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(22rem, 80vi);
    min-inline-size: 0;
  }

  .embed {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    font-size: 0.9375em;
  }

  ::slotted(*) {
    margin-block-end: 1.5rem;
  }

  fieldset {
    display: grid;
    gap: 0.5rem 1.5rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 0.5rem;
    padding: 0;
    font-weight: 600;
  }

  label {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5rem;
    align-items: start;
    min-block-size: 1.5rem;
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
    gap: 0.25rem;
    margin: 0;
    padding: 0 0 0 0.75rem;
    border-inline-start: 3px solid var(--_worse);
    list-style: none;
  }

  pre {
    margin: 0;
    padding: 0.75rem;
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
    gap: 0.5rem 1rem;
    align-items: center;
    min-block-size: 2rem;
  }

  .actions p {
    min-inline-size: 0;
    margin: 0;
  }

  @container (inline-size >= 40rem) {
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
