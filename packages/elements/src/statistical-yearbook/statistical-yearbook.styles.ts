import { css } from 'lit';

export const styles = css`
  :host {
    --_offset: var(--peil-yearbook-offset, 1rem);

    display: block;
    container: yearbook / inline-size;
  }

  .book {
    min-block-size: var(--peil-yearbook-height, 100vb);
  }

  .title {
    min-block-size: 1.25em;
    margin-block-end: 1rem;
    font-family: var(--peil-heading-font-family, inherit);
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.25;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: end;
    margin-block-end: 0.5rem;
  }

  /* As high as the list is, before it is there. */
  .picker {
    flex: 0 1 22rem;
    min-block-size: 4rem;
  }

  .tools button {
    min-block-size: 2.5rem;
  }

  .message {
    margin-block: 1rem;
  }

  .version,
  .sign-in {
    max-inline-size: 70ch;
    margin-block: 1rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_hairline);
    font-size: 0.9375em;
  }

  .version p,
  .sign-in p {
    margin-block: 0 0.5rem;
  }

  .version ul {
    margin: 0;
    padding-inline-start: 1.25rem;
  }

  .waiting {
    display: grid;
    gap: 1.5rem;
    margin-block: 2rem;
  }

  .contents {
    margin-block: 1.5rem;
    font-size: 0.9375em;
  }

  .contents-title {
    display: none;
    margin: 0 0 0.5rem;
    padding-inline-start: calc(0.75rem + 3px);
    font-weight: 600;
  }

  .contents-button {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 2.75rem;
    font-weight: 600;
  }

  .contents-button::after {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
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
    padding-block: 0.5rem;
  }

  .contents ol ol {
    margin-block-end: 0.5rem;
  }

  .contents a {
    display: block;
    min-block-size: 1.5rem;
    padding: 0.25rem 0.75rem;
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
    padding-inline-start: 1.5rem;
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
    margin-block: 2.5rem 1rem;
    padding-block-end: 0.25rem;
    border-block-end: 2px solid var(--_accent);
    font-size: 1.5em;
  }

  .theme:first-child .theme-heading {
    margin-block-start: 0;
  }

  .chapter {
    margin-block-end: 3rem;
  }

  .chapter-heading {
    margin-block-end: 0.5rem;
    font-size: 1.25em;
  }

  .figure-heading {
    margin: 0;
    font-size: 1.125em;
  }

  .private {
    display: inline-block;
    margin: 0 0 0.5rem;
    padding: 0.125rem 0.5rem;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    font-size: max(0.8125em, 12px);
  }

  .description,
  .note {
    max-inline-size: 70ch;
    margin-block: 0 1rem;
  }

  .note {
    color: var(--_muted);
  }

  .sheet {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
    gap: 2.5rem;
    align-items: start;
    margin-block: 1.5rem 2.5rem;
  }

  /* No wider than a sheet of paper, on which the same drawing must fit. */
  .figure {
    min-inline-size: 0;
    max-inline-size: 44rem;
    container-type: inline-size;
  }

  .room {
    min-block-size: var(--peil-chart-frame-height-narrow, 44rem);
  }

  .figure[data-tag='kpi-tile'] .room {
    min-block-size: var(--peil-tile-height, 17.5rem);
  }

  .figure[data-tag='data-table'] .room {
    min-block-size: calc(var(--peil-table-height, 32rem) + 5rem);
  }

  .figure[data-tag='share-chart'] .room {
    min-block-size: var(--peil-share-frame-height-narrow, 34rem);
  }

  @container (inline-size >= 22rem) {
    .room {
      min-block-size: var(--peil-chart-frame-height, 38rem);
    }

    .figure[data-tag='share-chart'] .room {
      min-block-size: var(--peil-share-frame-height, 28rem);
    }
  }

  .definitions {
    --peil-definition-height: 0;

    border-block: 1px solid var(--_hairline);
  }

  summary {
    padding-block: 0.75rem;
    font-weight: 600;
    cursor: pointer;
  }

  /* So that what is in it comes near the screen once it is open. */
  .definitions > div {
    display: grid;
    gap: 2rem;
    min-block-size: 1rem;
    padding-block-end: 1.5rem;
  }

  @container yearbook (inline-size >= 60rem) {
    .spread {
      display: grid;
      grid-template-columns: 15rem minmax(0, 1fr);
      gap: 3rem;
      align-items: start;
      margin-block-start: 1.5rem;
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
    --peil-chart-height: 14rem;
    --peil-chart-frame-height: 24rem;
    --peil-share-frame-height: 22rem;

    /* Firefox takes every place on paper for a narrow one. */
    --peil-chart-height-narrow: 14rem;
    --peil-chart-frame-height-narrow: 24rem;
    --peil-share-frame-height-narrow: 22rem;
    --peil-table-height: auto;

    max-inline-size: 42rem;
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
    margin-block-end: 2rem;
    break-inside: avoid;
  }

  .paper .figure[data-tag='data-table'] .room {
    min-block-size: 0;
  }

  /* Read by few, looked up by some: small print. */
  .paper .definitions > div {
    display: block;
    columns: 2;
    column-gap: 2rem;
    font-size: 0.8125em;
  }

  .paper .definitions > div > * {
    margin-block-end: 1.5rem;
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
