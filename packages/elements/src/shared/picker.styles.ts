import { css } from 'lit';

/** A label of one line and a control below it: as high before the options are there as after. */
export const pickerStyles = css`
  :host {
    display: block;
    min-inline-size: min(max(11rem, 176px), 100%);
  }

  .label {
    display: block;
    min-block-size: 20px;
    margin: 0 0 4px;
    font-size: max(0.875em, 12px);
    font-weight: 600;
    line-height: max(1.25rem, 20px);
    overflow-wrap: anywhere;
  }

  .control {
    display: grid;
    align-items: center;
    max-inline-size: var(--peil-picker-width, max(28rem, 448px));
  }

  .control > * {
    grid-area: 1 / 1;
  }

  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: max(2.5rem, 40px);
    margin: 0;
    padding-block: 4px;
    padding-inline: 12px 36px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
    appearance: none;
    cursor: pointer;
  }

  select:hover:enabled {
    border-color: var(--_accent);
  }

  select:disabled {
    border-color: var(--_hairline);
    color: var(--_muted);
    opacity: 1;
    cursor: default;
  }

  /* Lists that open outside the page take their colours from here. */
  option,
  optgroup {
    background: var(--_surface);
    color: var(--_text);
  }

  .arrow {
    justify-self: end;
    inline-size: 20px;
    margin-inline-end: 10px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    pointer-events: none;
  }

  select:disabled + .arrow {
    color: var(--_muted);
  }

  .bar {
    --bar: 7em;

    margin-inline-start: 12px;
    pointer-events: none;
  }

  .only {
    display: flex;
    align-items: center;
    min-block-size: max(2.5rem, 40px);
    margin: 0;
    overflow-wrap: anywhere;
  }

  .message {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-block-start: 4px;
    padding: 0;
    border: 0;
    font-size: max(0.875em, 12px);
  }

  p.muted {
    margin-block-start: 4px;
  }

  .message p.muted {
    margin: 0;
  }

  @media (forced-colors: active) {
    select:disabled,
    select:disabled + .arrow {
      border-color: GrayText;
      color: GrayText;
    }
  }

  .printed {
    display: none;
    margin: 0;
  }

  /* On paper what was chosen is text, however long, and nothing is there to press. */
  @media print {
    .control {
      display: none;
    }

    .printed {
      display: block;
    }

    .only {
      min-block-size: 0;
    }
  }
`;
