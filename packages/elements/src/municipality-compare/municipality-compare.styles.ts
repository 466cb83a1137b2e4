import { css } from 'lit';

export const styles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-block-end: 8px;
  }

  .controls label,
  .tools label {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
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

  .drawing:not(.waiting) {
    cursor: pointer;
  }

  .tooltip .rank {
    color: var(--_muted);
    font-weight: 400;
  }

  .own th,
  .own td {
    font-weight: 600;
  }

  /* Every region: as high as they need, and the frame grows with it. */
  .frame.whole {
    min-block-size: 0;
  }

  .whole .drawing {
    flex: none;
    max-block-size: none;
  }

  @media print {
    .controls {
      display: none;
    }
  }
`;
