import { css } from 'lit';

/** What all frames share: headings, source lines, messages, buttons, skeletons, hidden text. */
export const frame = css`
  /* The definition button stands beside the first line, and never alone on a line of its own. */
  .header {
    display: flex;
    gap: 4px;
    align-items: start;
    margin-block-end: 2px;
  }

  .heading {
    min-inline-size: 0;
    font-family: var(--peil-heading-font-family, inherit);
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }

  /* Words are in a language from left to right, also on a page from right to left: € 100 is not 100 €. */
  p,
  li,
  dd,
  td,
  th,
  .heading {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .muted,
  .source {
    margin: 0;
    color: var(--_muted);
    font-size: max(0.8em, 12px);
  }

  .message {
    display: grid;
    gap: 8px;
    justify-items: start;
    align-content: start;
    margin: 0;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_hairline);
    font-size: 0.875em;
  }

  .message p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  button {
    min-block-size: 32px;
    min-inline-size: 24px;
    margin: 0;
    padding: 4px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-size: 0.875em;
    cursor: pointer;
  }

  button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  a {
    color: var(--_accent);
  }

  :focus-visible {
    outline: 2px solid var(--peil-focus-color, var(--_text));
    outline-offset: 2px;
  }

  .definition-button {
    flex: none;
    min-block-size: 1.5em;
    inline-size: 1.5em;
    padding: 0;
    border: 0;
    border-radius: 50%;
    color: var(--_muted);
    font-size: max(1rem, 16px);
    line-height: 0;
    anchor-name: --definition;
  }

  .definition-button svg {
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
  }

  .definition-button .dot {
    fill: currentcolor;
    stroke: none;
  }

  /* In line, so that a line with a bar is as high as a line with text. */
  .bar {
    display: inline-block;
    inline-size: var(--bar, 10em);
    max-inline-size: 100%;
    block-size: 0.8em;
    background: var(--peil-skeleton-color, color-mix(in lab, var(--_text) 8%, var(--_surface)));
    border-radius: var(--_radius);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media print {
    button {
      display: none;
    }
  }
`;
