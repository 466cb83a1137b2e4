import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
    min-inline-size: 11em;
  }

  .tile {
    display: flex;
    flex-direction: column;
    gap: 4px;
    block-size: 100%;
    min-block-size: var(--peil-tile-height, max(17.5rem, 280px));
    padding: var(--peil-tile-padding, 16px);
    border: var(--peil-tile-border, 1px solid var(--_hairline));
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .heading {
    font-size: 1em;
  }

  /* Lines are as high as what is on them: a unit that has a line of its own stands close below its figure. */
  .figure {
    margin: 0;
    font-size: clamp(1.5em, 15cqi, 2.25em);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    line-height: 0;
  }

  .figure > span {
    line-height: 1.2;
  }

  .unit {
    font-size: max(0.45em, 14px);
    font-weight: 400;
    white-space: normal;
  }

  .marker {
    font-weight: 400;
  }

  .change,
  .comparison {
    margin: 0;
    font-size: 0.875em;
  }

  .comparison {
    color: var(--_muted);
  }

  .comparison > span:not(:last-child)::after {
    content: ' · ';
  }

  .arrow {
    inline-size: 0.7em;
    block-size: 0.7em;
    fill: currentcolor;
  }

  .better .arrow {
    color: var(--_better);
  }

  .worse .arrow {
    color: var(--_worse);
  }

  .sparkline {
    display: block;
    inline-size: 100%;
    block-size: 32px;
    margin-block: auto 4px;
    padding-block-start: 4px;
    box-sizing: content-box;
    overflow: visible;
    fill: none;
    color: var(--_accent);
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .sparkline .line {
    stroke-width: 1.5;
  }

  .sparkline .lone {
    stroke-width: 4;
  }

  .sparkline .last {
    stroke-width: 6;
  }

  .source {
    margin-block-start: auto;
  }

  .sparkline + .source {
    margin-block-start: 0;
  }

  @media (forced-colors: active) {
    .arrow {
      fill: CanvasText;
    }

    .sparkline {
      stroke: CanvasText;
    }
  }
`;
