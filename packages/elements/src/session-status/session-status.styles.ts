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
    gap: 0.25rem 0.75rem;
    align-items: center;
  }

  p {
    display: grid;
    min-inline-size: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
