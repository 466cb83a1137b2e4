import { css } from 'lit';

/** The menu of files to save. */
export const downloads = css`
  .downloads {
    position: relative;
  }

  .downloads summary {
    min-block-size: 2rem;
    padding: 0.3rem 0.75rem;
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

  .downloads ul {
    position: absolute;
    z-index: 4;
    margin: 0.25rem 0 0;
    padding: 0.25rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_raised);
    list-style: none;
  }

  .downloads li button {
    inline-size: 100%;
    border-color: transparent;
    text-align: start;
    white-space: nowrap;
  }
`;
