/** Codes that a caller has a right to, or all there are. */
export type Rights = ReadonlySet<string> | 'all';

/** Who a token is about. */
export interface Subject {
  /** One of the configured issuers. */
  readonly issuer: string;
  /** Stands for the person or page in logs and limits; says nothing about them. */
  readonly pseudonym: string;
}

/** Who asks, as far as it matters for what may be seen. */
export interface Caller {
  /** Null without a token. */
  readonly subject: Subject | null;
  /** Themes this caller has the right to. */
  readonly themes: Rights;
  /** Codes of the municipalities whose rows this caller may see in tables that are bound to one. */
  readonly municipalities: Rights;
}

/** A caller without a token: only what is public. */
export const anyone: Caller = { subject: null, themes: new Set(), municipalities: new Set() };

export function hasRight(rights: Rights, code: string): boolean {
  return rights === 'all' || rights.has(code);
}
