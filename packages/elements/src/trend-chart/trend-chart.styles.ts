import { css } from 'lit';

export const styles = css`
  .notes {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .breaks summary {
    padding-block: 4px;
    font-size: 0.875em;
    cursor: pointer;
  }

  .number-mark {
    display: inline-block;
    min-inline-size: 1.4em;
    border: 1px solid var(--_muted);
    border-radius: 0.7em;
    line-height: 1.3;
    text-align: center;
  }

  .tooltip .told {
    margin-block-start: 4px;
    font-weight: 400;
  }

  .choice,
  .sound {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .choice,
  .sound label {
    color: var(--_muted);
    font-size: 0.875em;
  }

  select {
    min-inline-size: 0;
    min-block-size: 32px;
    padding-inline: 6px;
    border: 1px solid var(--_control);
    border-radius: var(--_radius);
    background: var(--peil-raised-color, var(--_surface));
    color: var(--_text);
    font: inherit;
  }

  @media print {
    .breaks summary {
      display: none;
    }

    .breaks::details-content {
      content-visibility: visible;
      block-size: auto;
    }

    /* Paper has them below the drawing. */
    ::slotted(chart-note) {
      display: none;
    }
  }
`;
