import { css } from 'lit';

/** The menu of files to save. */
export const downloads = css`
  .downloads {
    position: relative;
  }

  .downloads summary {
    min-block-size: 32px;
    padding: 4.8px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    font-size: 0.875em;
    cursor: pointer;
    list-style: none;
  }

  .downloads summary::-webkit-details-marker {
    display: none;
  }

  .downloads summary::after {
    content: ' ▾' / '';
  }

  .downloads summary:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .downloads .menu {
    position: absolute;
    z-index: 4;
    margin-block-start: 4px;
    padding: 4px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--peil-raised-color, var(--_surface));
    inline-size: max-content;
    max-inline-size: min(320px, 80vi);
  }

  /* Its button may stand at the end of a line, where there is no room beside it. */
  @container (inline-size < 40rem) or (inline-size < 640px) {
    .tools {
      position: relative;
    }

    .downloads {
      position: static;
    }

    .downloads .menu {
      inset-inline-start: 0;
      max-inline-size: min(320px, 100%);
    }
  }

  .downloads ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .downloads li button {
    inline-size: 100%;
    border-color: transparent;
    text-align: start;
  }

  .downloads .menu p {
    margin: 0;
    padding: 4px 12px;
    font-size: 0.875em;
  }

  .downloads .told:empty {
    padding: 0;
  }

  .downloads .copy {
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
