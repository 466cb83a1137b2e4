import { css } from 'lit';

export const styles = css`
  /* Where the page makes boxes as wide as what is in them (a flex container, a dialog, a cell), this is that width. */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(22em, 80vi);
    min-inline-size: 0;

    /* Below these have a colour where they are needed; a page may have such names of its own. */
    --_ground: initial;
    --_part-edge: initial;
  }

  /*
   * As high as was reserved, whatever the length of the sentence: the drawing takes what the words leave. Only words that
   * would squeeze it below three quarters of its height make the frame grow; Firefox has no min-content for heights.
   */
  .frame {
    display: flex;
    flex-direction: column;
    min-block-size: var(--peil-chart-frame-height-narrow, max(44rem, 704px));
  }

  .subline {
    margin-block-end: 8px;
  }

  .summary {
    max-inline-size: 70ch;
    margin: 0 0 12px;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0 0 8px;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .legend li {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .legend .own {
    font-weight: 600;
  }

  /* Ten times as large, and made small: browsers that darken pages by themselves give dark colours in small drawings light ones. */
  .sample {
    flex: none;
    inline-size: 240px;
    block-size: 120px;
    margin: -54px -108px;
    transform: scale(0.1);
    overflow: visible;
    fill: none;
    stroke: currentcolor;
  }

  .sample.square {
    inline-size: 120px;
    margin-inline: -54px;
  }

  .sample .marker {
    fill: currentcolor;
    stroke: none;
  }

  .message {
    margin-block-end: 12px;
  }

  .drawing {
    position: relative;
    flex: 1 1 0;
    min-block-size: calc(var(--_chart-height-narrow) * 0.75);
    max-block-size: calc(var(--_chart-height-narrow) * 1.6);
  }

  /* Not over the words that stand close below it. */
  .drawing:focus-visible {
    outline-offset: 1px;
  }

  /* Words in a drawing were measured as they are written: a host's capitals would run over bars. */
  .canvas {
    position: absolute;
    inset: 0;
    text-transform: none;
  }

  /* A colour that is none (a slip in a token of the host) leaves a shape what it inherits: seen, not gone. */
  :where(.canvas svg) {
    fill: currentcolor;
    stroke: currentcolor;
  }

  :where(.canvas svg :not(g, tspan, [stroke])) {
    stroke: none;
  }

  .darkened {
    --_ground: var(--_surface);
  }

  /* Extensions that darken pages give colours that they cannot find one and the same; those here follow a dark page by themselves. */
  /* stylelint-disable declaration-no-important -- theirs is important */
  svg :is(:not(text, tspan), [fill^='lch'], [fill*='-on-'])[data-darkreader-inline-fill] {
    fill: revert-layer !important;
  }

  svg :is(:not(text, tspan), [fill^='lch'], [fill*='-on-'])[data-darkreader-inline-stroke] {
    stroke: revert-layer !important;
  }
  /* stylelint-enable declaration-no-important */

  /* White, unless the browser darkens pages. As wide as a few words in the font and the spacing of the reader; read to nobody. */
  .probe {
    position: absolute;
    inset-block-start: 0;
    background: Canvas;
    color-scheme: light;
    visibility: hidden;
    white-space: pre;
  }

  .probe::before {
    content: 'a b c';
  }

  .drawing.waiting {
    background: linear-gradient(var(--_guide) 1px, transparent 1px) 0 0 / 100% 25%;
    border-block-end: 1px solid var(--_guide);
    opacity: 0.6;
  }

  .tooltip {
    position: absolute;
    inset-block-start: 0;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: min(max(18rem, 288px), 100%);
    padding: 8px 12px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--peil-raised-color, var(--_surface));
    font-size: 0.875em;
  }

  .tooltip p {
    margin: 0;
    font-weight: 600;
  }

  .tooltip dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 2px 16px;
    margin: 4px 0 0;
  }

  .tooltip dt {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .tooltip dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .tooltip .active {
    font-weight: 600;
  }

  /* Some of it is known after drawing only: room for two lines where one may not do. */
  .axis-note {
    min-block-size: 2.8em;
  }

  .bar.whole {
    --bar: 100%;
  }

  .tools {
    display: flex;
    min-block-size: 32px;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 12px 8px;
  }

  .table {
    /* Holds the words for screen readers, which would else widen the page. */
    position: relative;
    max-inline-size: 100%;
    margin-block-start: 8px;
    overflow: auto;
  }

  table {
    border-collapse: collapse;
    font-size: 0.875em;
  }

  caption {
    padding-block: 4px;
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: 4px 16px 4px 0;
    border-block-end: 1px solid var(--_hairline);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }

  thead th {
    font-weight: 600;
  }

  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .mark {
    display: inline-block;
    inline-size: 0;
    overflow: visible;
  }

  .note {
    color: var(--_muted);
    font-size: max(0.85em, 12px);
  }

  @container (inline-size >= 22rem) and (inline-size >= 352px) {
    .axis-note {
      min-block-size: 1.4em;
    }

    .frame {
      min-block-size: var(--peil-chart-frame-height, max(38rem, 608px));
    }

    .drawing {
      min-block-size: calc(var(--_chart-height) * 0.75);
      max-block-size: calc(var(--_chart-height) * 1.3);
    }
  }

  /* Browsers put the reader's colours in place of ours, but not within a drawing. */
  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_surface: Canvas;
      --_hairline: color-mix(in lab, CanvasText 40%, Canvas);
      --_guide: var(--_hairline);
      --_accent: LinkText;
      --_neutral: CanvasText;
      --_series-2: CanvasText;
      --_series-3: CanvasText;
      --_series-4: CanvasText;
      --_series-5: CanvasText;
      --_series-6: CanvasText;
      --_series-7: CanvasText;
      --_series-8: CanvasText;
    }

    /* Bars and parts have no marker to be told by: each is a shade of its own, far from its neighbours, with an edge. */
    .parts {
      --_part-edge: CanvasText;
      --_neutral: color-mix(in lab, CanvasText 70%, Canvas);
      --_series-2: color-mix(in lab, CanvasText 12%, Canvas);
      --_series-3: CanvasText;
      --_series-4: color-mix(in lab, CanvasText 40%, Canvas);
      --_series-5: color-mix(in lab, CanvasText 60%, Canvas);
      --_series-6: color-mix(in lab, CanvasText 25%, Canvas);
      --_series-7: color-mix(in lab, CanvasText 85%, Canvas);
      --_series-8: Canvas;
    }

    .parts .sample path {
      stroke: var(--_part-edge);
    }
  }

  @media print {
    .tools,
    .tooltip {
      display: none;
    }

    /* Nothing is cut off where a browser does not let drawings follow the paper. */
    .canvas:not(.picture) :is(div, svg) {
      max-inline-size: 100%;
      max-block-size: 100%;
    }

    .canvas:not(.picture) svg {
      block-size: auto;
    }

    /* Figures that the page gave as a table; paper has no button for ours. */
    slot[hidden] {
      display: block;
    }
  }
`;
