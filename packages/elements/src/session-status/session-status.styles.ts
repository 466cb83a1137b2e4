import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    font-size: 0.875em;
  }

  .session {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }

  p {
    display: grid;
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
