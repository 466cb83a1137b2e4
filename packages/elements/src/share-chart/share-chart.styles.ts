import { css } from 'lit';

/** Lower than charts with an axis: one bar and a list of its parts, or a few bars. */
export const styles = css`
  .frame {
    min-block-size: var(--peil-share-frame-height-narrow, max(34rem, 544px));
  }

  .drawing {
    min-block-size: max(10rem, 160px);
    max-block-size: none;
  }

  .tooltip {
    max-inline-size: min(max(26rem, 416px), 100%);
  }

  th[scope='row'] {
    min-inline-size: max(7rem, 112px);
  }

  @container (inline-size >= 22rem) and (inline-size >= 352px) {
    .frame {
      min-block-size: var(--peil-share-frame-height, max(28rem, 448px));
    }

    .drawing {
      min-block-size: max(10rem, 160px);
      max-block-size: none;
    }
  }
`;
