import { css } from 'lit';

/** Lower than charts with an axis: one bar and a list of its parts, or a few bars. */
export const styles = css`
  .frame {
    min-block-size: var(--peil-share-frame-height-narrow, 34rem);
  }

  .drawing {
    min-block-size: 10rem;
    max-block-size: none;
  }

  .tooltip {
    max-inline-size: min(26rem, 100%);
  }

  th[scope='row'] {
    min-inline-size: 7rem;
  }

  @container (inline-size >= 22rem) {
    .frame {
      min-block-size: var(--peil-share-frame-height, 28rem);
    }

    .drawing {
      min-block-size: 10rem;
      max-block-size: none;
    }
  }
`;
