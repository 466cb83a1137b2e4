import { css } from 'lit';

export const styles = css`
  .tooltip {
    max-inline-size: min(max(24rem, 384px), 100%);
  }

  .tooltip dt:not(.active),
  .tooltip dd:not(.active) {
    color: var(--_muted);
  }
`;
