import { css } from 'lit';

export const styles = css`
  :host {
    --_offset: var(--peil-yearbook-offset, 16px);

    display: block;
    container: yearbook / inline-size;
  }

  .book {
    min-block-size: var(--peil-yearbook-height, 100vb);
  }

  .title {
    min-block-size: 1.25em;
    margin-block-end: 16px;
    font-family: var(--peil-heading-font-family, inherit);
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.25;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    align-items: end;
    margin-block-end: 8px;
  }

  /* As high as the list is, before it is there. */
  .picker {
    flex: 0 1 max(22rem, 352px);
    min-block-size: max(4rem, 64px);
  }

  .tools button {
    min-block-size: 40px;
  }

  .message {
    margin-block: 16px;
  }

  .version,
  .sign-in {
    max-inline-size: 70ch;
    margin-block: 16px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_hairline);
    font-size: 0.9375em;
  }

  .version p,
  .sign-in p {
    margin-block: 0 8px;
  }

  .version ul {
    margin: 0;
    padding-inline-start: 20px;
  }

  .waiting {
    display: grid;
    gap: 24px;
    margin-block: 32px;
  }

  .contents {
    margin-block: 24px;
    font-size: 0.9375em;
  }

  .contents-title {
    display: none;
    margin: 0 0 8px;
    padding-inline-start: calc(12px + 3px);
    font-weight: 600;
  }

  .contents-button {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 44px;
    font-weight: 600;
  }

  .contents-button::after {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: translateY(-2px) rotate(45deg);
  }

  .contents-button[aria-expanded='true']::after {
    transform: translateY(2px) rotate(225deg);
  }

  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ol.closed {
    display: none;
  }

  ol.open {
    padding-block: 8px;
  }

  .contents ol ol {
    margin-block-end: 8px;
  }

  .contents a {
    display: block;
    min-block-size: 24px;
    padding: 4px 12px;
    border-inline-start: 3px solid transparent;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }

  /* Within: contents that scroll would cut it off. */
  .contents a:focus-visible {
    outline-offset: -2px;
  }

  .contents ol ol a {
    padding-inline-start: 24px;
    font-weight: 400;
  }

  .contents a:hover {
    color: var(--_accent);
    text-decoration: underline;
  }

  .contents a[aria-current] {
    border-inline-start-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }

  .themes {
    min-inline-size: 0;
  }

  .theme-heading,
  .chapter-heading,
  .figure-heading {
    font-family: var(--peil-heading-font-family, inherit);
    font-weight: 600;
    line-height: 1.3;
    scroll-margin-block-start: var(--_offset);
  }

  .theme-heading {
    margin-block: 40px 16px;
    padding-block-end: 4px;
    border-block-end: 2px solid var(--_accent);
    font-size: 1.5em;
  }

  .theme:first-child .theme-heading {
    margin-block-start: 0;
  }

  .chapter {
    margin-block-end: 48px;
  }

  .chapter-heading {
    margin-block-end: 8px;
    font-size: 1.25em;
  }

  .figure-heading {
    margin: 0;
    font-size: 1.125em;
  }

  .private {
    display: inline-block;
    margin: 0 0 8px;
    padding: 2px 8px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    font-size: max(0.8125em, 12px);
  }

  .description,
  .note {
    max-inline-size: 70ch;
    margin-block: 0 16px;
  }

  .note {
    color: var(--_muted);
  }

  .sheet {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(max(24rem, 384px), 100%), 1fr));
    gap: 40px;
    align-items: start;
    margin-block: 24px 40px;
  }

  /* No wider than a sheet of paper, on which the same drawing must fit. */
  .figure {
    min-inline-size: 0;
    max-inline-size: max(44rem, 704px);
    container-type: inline-size;
  }

  .room {
    min-block-size: var(--peil-chart-frame-height-narrow, max(44rem, 704px));
  }

  .figure[data-tag='kpi-tile'] .room {
    min-block-size: var(--peil-tile-height, max(17.5rem, 280px));
  }

  .figure[data-tag='data-table'] .room {
    min-block-size: calc(var(--peil-table-height, max(32rem, 512px)) + max(5rem, 80px));
  }

  .figure[data-tag='share-chart'] .room {
    min-block-size: var(--peil-share-frame-height-narrow, max(34rem, 544px));
  }

  @container (inline-size >= 22rem) and (inline-size >= 352px) {
    .room {
      min-block-size: var(--peil-chart-frame-height, max(38rem, 608px));
    }

    .figure[data-tag='share-chart'] .room {
      min-block-size: var(--peil-share-frame-height, max(28rem, 448px));
    }
  }

  .definitions {
    --peil-definition-height: 0;

    border-block: 1px solid var(--_hairline);
  }

  summary {
    padding-block: 12px;
    font-weight: 600;
    cursor: pointer;
  }

  /* So that what is in it comes near the screen once it is open. */
  .definitions > div {
    display: grid;
    gap: 32px;
    min-block-size: 16px;
    padding-block-end: 24px;
  }

  @container yearbook (inline-size >= 60rem) and (inline-size >= 960px) {
    .spread {
      display: grid;
      grid-template-columns: max(15rem, 240px) minmax(0, 1fr);
      gap: 48px;
      align-items: start;
      margin-block-start: 24px;
    }

    .contents {
      position: sticky;
      inset-block-start: var(--_offset);
      max-block-size: calc(100vb - var(--_offset) * 2);
      margin: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }

    .contents-title {
      display: block;
    }

    .contents-button {
      display: none;
    }

    ol.closed {
      display: block;
    }

    ol.open {
      padding: 0;
    }
  }

  /* As wide as a sheet of A4 within its margins, so that drawings are made for it. */
  .paper {
    --peil-chart-height: max(14rem, 224px);
    --peil-chart-frame-height: max(24rem, 384px);
    --peil-share-frame-height: max(22rem, 352px);

    /* Firefox takes every place on paper for a narrow one. */
    --peil-chart-height-narrow: max(14rem, 224px);
    --peil-chart-frame-height-narrow: max(24rem, 384px);
    --peil-share-frame-height-narrow: max(22rem, 352px);
    --peil-table-height: auto;

    max-inline-size: max(42rem, 672px);
    font-size: 0.9375em;
  }

  .paper .spread {
    display: block;
  }

  .paper .contents {
    position: static;
    max-block-size: none;
    overflow: visible;
  }

  .paper .sheet {
    display: block;
  }

  .paper .figure {
    margin-block-end: 32px;
    break-inside: avoid;
  }

  .paper .figure[data-tag='data-table'] .room {
    min-block-size: 0;
  }

  /* Read by few, looked up by some: small print. */
  .paper .definitions > div {
    display: block;
    columns: 2;
    column-gap: 32px;
    font-size: 0.8125em;
  }

  .paper .definitions > div > * {
    margin-block-end: 24px;
  }

  @media print {
    .picker,
    .tools,
    .sign-in,
    .contents-button {
      display: none;
    }

    .contents-title,
    ol.closed {
      display: block;
    }

    .contents a {
      min-block-size: 0;
      border: 0;
      color: inherit;
    }

    .contents a[aria-current] {
      color: inherit;
      font-weight: inherit;
    }

    .contents > ol > li {
      break-inside: avoid;
    }

    summary {
      list-style: none;
    }

    .theme,
    .theme:first-child,
    .chapter + .chapter,
    .definitions {
      break-before: page;
    }

    .theme-heading,
    .chapter-heading,
    .description,
    .private,
    summary {
      break-after: avoid;
    }

    /* Room or a line below the last word would be a sheet of its own where the one before is full. */
    .definitions {
      border-block-end: 0;
    }

    .definitions > div {
      padding-block-end: 0;
    }

    .definitions > div > :last-child {
      margin-block-end: 0;
    }
  }
`;
