import { css } from 'lit';

export const styles = css`
  /* Where the page makes boxes as wide as what is in them (a flex container, a dialog, a cell), this is that width. */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(22em, 80vi);
    min-inline-size: 0;
  }

  /* As high as was reserved: a long table scrolls within, below a short one there is room. */
  .frame {
    min-block-size: var(--peil-table-height, max(32rem, 512px));
  }

  /* What it leaves is for heading, marks, downloads and source. */
  .scroller {
    position: relative;
    inline-size: fit-content;
    max-inline-size: 100%;
    max-block-size: max(12rem, 192px, var(--peil-table-height, max(32rem, 512px)) - max(8.5rem, 136px));
    overflow: auto;
    isolation: isolate;
    border-block-end: 1px solid var(--_hairline);

    /* What gets the focus does not hide behind headers; their size is measured. */
    scroll-padding-block-start: var(--_head, 48px);
    scroll-padding-inline-start: var(--_first, max(9rem, 144px));
  }

  .scroller.windowed {
    overflow-anchor: none;
  }

  table {
    background: var(--_surface);
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding-block-end: 8px;
    color: var(--_muted);
    text-align: start;
  }

  /* What belongs to columns that are wider than the screen stays in sight while they scroll. */
  .stay {
    position: sticky;
    inset-inline-start: 0;
    display: inline-block;
    max-inline-size: 100cqi;
  }

  .group .stay {
    inset-inline-start: var(--_first, max(9rem, 144px));
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }

  th,
  td {
    padding: 6px 12px;
    border-block-end: 1px solid var(--_hairline);
    font-weight: 400;
    vertical-align: baseline;
  }

  thead th,
  thead td,
  .first {
    background: var(--_surface);
  }

  thead th {
    border-block-end-color: var(--_control);
    font-weight: 600;
    vertical-align: bottom;
  }

  /* In line with the headers that are buttons. */
  .label:not(:has(> button)) {
    line-height: max(1.5rem, 24px);
  }

  .period {
    white-space: nowrap;
  }

  thead .group {
    border-block-end-color: var(--_hairline);
    text-align: start;
  }

  thead th.number,
  td {
    text-align: end;
  }

  thead th.number {
    min-inline-size: max(4.5rem, 72px);
  }

  th[scope='row'],
  th[scope='rowgroup'],
  .label {
    min-inline-size: min(max(9rem, 144px), 38cqi);
    max-inline-size: min(max(18rem, 288px), 45cqi);
    text-align: start;
    overflow-wrap: anywhere;
    hyphens: auto;
  }

  th[scope='rowgroup'] {
    vertical-align: top;
  }

  /* As wide with these rows as with those that come by scrolling. */
  .windowed .first {
    min-inline-size: min(max(18rem, 288px), 45cqi);
  }

  tbody:last-child > tr:last-child > *,
  tbody:last-child > tr > [scope='rowgroup'] {
    border-block-end: 0;
  }

  .first {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: 0;
  }

  td {
    white-space: nowrap;
  }

  .spacer td {
    padding: 0;
    border: 0;
  }

  .own > th,
  .own > td {
    font-weight: 600;
  }

  .cue,
  .unit,
  .note {
    color: var(--_muted);
    font-size: max(0.85em, 12px);
    font-weight: 400;
    hyphens: manual;
  }

  .mark {
    display: inline-block;
    inline-size: 0;
    overflow: visible;
  }

  .missing {
    color: var(--_muted);
  }

  .sort,
  .pick {
    display: inline-block;
    min-block-size: 0;
    max-inline-size: 100%;
    line-height: max(1.5em, 1.5rem, 24px);
    padding: 0;
    border: 0;
    font-size: inherit;
    font-weight: inherit;
    text-align: inherit;
    overflow-wrap: anywhere;
  }

  /* Words stay whole, and the table scrolls, unless one is longer than this. */
  .number .sort {
    max-inline-size: max(11rem, 176px);
    padding-inline-start: 14px;
    overflow-wrap: break-word;
  }

  .more {
    display: block;
    white-space: normal;
    overflow-wrap: normal;
  }

  [part='break-notes']::first-letter {
    text-transform: uppercase;
  }

  th:has(> .pick) {
    padding-block: 2px;
  }

  .pick {
    text-decoration: underline;
    text-decoration-color: var(--_hairline);
    text-underline-offset: 0.2em;
  }

  /* In the line, not a box beside it: where a text takes two lines, it would be as far from it as the column is wide. */
  .arrow {
    inline-size: 10px;
    block-size: 12px;
    margin-inline-start: 4px;
    fill: currentcolor;
    vertical-align: middle;
  }

  .number .arrow {
    margin-inline: -14px 4px;
  }

  .arrow.idle {
    color: var(--_control);
  }

  thead .definition-button {
    vertical-align: middle;
  }

  .scroller :focus-visible {
    outline-offset: -2px;
  }

  .marks {
    min-block-size: 1.4em;
    margin-block-start: 4px;
  }

  .tools {
    display: flex;
    min-block-size: 32px;
    margin-block: 8px;
  }

  .message {
    margin-block: 8px;
  }

  .waiting p {
    display: flex;
    gap: 20%;
    justify-content: space-between;
    margin: 0;
    padding-block: 6px;
    border-block-end: 1px solid var(--_hairline);
  }
`;

const whole = css`
  min-block-size: 0;

  .scroller {
    max-inline-size: none;
    max-block-size: none;
    overflow: visible;
  }

  thead,
  .first,
  .stay {
    position: static;
  }

  tr {
    break-inside: avoid;
  }

  .sort,
  .pick {
    display: inline;
    text-decoration: none;
  }

  .arrow.idle {
    display: none;
  }
`;

/** On paper, and in a picture. */
export const wholeStyles = css`
  .whole {
    ${whole}
  }

  @media print {
    .frame {
      ${whole}
    }

    .tools {
      display: none;
    }

    /* What does not fit on a sheet is cut off: many columns are set close, and small. */
    table:has(tr > :nth-child(9)) {
      font-size: max(0.625rem, 10px);
    }

    table:has(tr > :nth-child(9)) :is(th, td, th.number, .pick) {
      min-inline-size: 0;
      padding-inline: 0 6px;
      overflow-wrap: break-word;
      hyphens: manual;
    }

    table:has(tr > :nth-child(9)) :is(.cue, .unit, .note) {
      font-size: inherit;
    }

    table:has(tr > :nth-child(13)) {
      font-size: max(0.5625rem, 9px);
    }
  }
`;
