import type { SignedInUser } from '../session.js';

/** What the provider gave. Lives in one variable of one tab. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | null;
  /** What a renewal asks for (RFC 6749, section 3.3). */
  readonly scope: string;
  readonly id: string | null;
  readonly user: SignedInUser;
  /** The provider's code of the visitor (`sub`). */
  readonly subject: string;
  /** Milliseconds that the access token lives from now. */
  readonly lifetime: number;
  /** Milliseconds by which the provider's clock is ahead of the visitor's. */
  readonly ahead: number;
}

/**
 * How long something has been there. Measured twice, the longest counts: the visitor's clock may be wrong or be put
 * right meanwhile, and the page's own clock stands still while the machine sleeps.
 */
export class Age {
  readonly #steady = performance.now();
  readonly #clock = Date.now();

  get milliseconds(): number {
    return Math.max(performance.now() - this.#steady, Date.now() - this.#clock);
  }
}
