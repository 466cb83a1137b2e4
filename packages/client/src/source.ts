import type { Cube, SliceSelection } from '@peilglas/model';

/** What a request carries to show who asks, where a bearer token alone does not do. */
export interface Credentials {
  /** A token bound to a key with its proof for this very request (DPoP, RFC 9449), or a header against forged requests. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `include`: the endpoint's cookies go along. Left out: no cookie does. */
  readonly credentials?: RequestCredentials;
}

export interface TokenRequest {
  readonly endpoint: string;
  /** `rejected`: the endpoint did not accept the last one; `expired`: it has run out. */
  readonly reason: 'initial' | 'expired' | 'rejected';
  /** The request that it is for, on the endpoint's own origin. */
  readonly url: URL;
  readonly method: 'GET' | 'POST';
}

/**
 * Where a token comes from: a session in the page, a callback of the host, a back end. One that is an `EventTarget` tells of
 * another visitor by `sessionchange`; of any other it is taken that each request may be for somebody else.
 */
export interface TokenProvider {
  /**
   * A bearer token for this request, credentials of another kind, or null when nobody is signed in.
   * Rejects with a `DataError` when asking again later may help; whatever else it rejects with means signed out.
   */
  getToken(request: TokenRequest): Promise<string | Credentials | null>;
}

export interface DescribeRequest {
  readonly table: string;
  /** BCP 47 tag of the language the texts should be in. */
  readonly lang: string;
  readonly signal?: AbortSignal;
  /** Passes by what is remembered of earlier answers. */
  readonly fresh?: boolean;
}

export interface ReadRequest extends DescribeRequest {
  /** The codes wanted, from the table's metadata; dimensions left out are wanted whole. */
  readonly select: (metadata: Cube) => SliceSelection;
}

/** Tables by name. Both methods reject with a `DataError`, or with the signal's reason when it is aborted. */
export interface Source {
  /** The table without figures: dimensions, codes, indicators, publication. */
  describe(request: DescribeRequest): Promise<Cube>;
  /** Exactly the codes selected, in the order selected. A selection that names no code of a dimension gives no cells. */
  read(request: ReadRequest): Promise<Cube>;
  /** Forgets what may be for one visitor only, and what is under way: somebody signed in or out. */
  forget(): void;
}

/** Whether a cube may differ from visitor to visitor; a publisher that does not say so is not taken to be public. */
export function isPersonal({ publication }: Cube): boolean {
  return publication.audience !== 'public';
}

/** Whether what is for one visitor can be remembered: not where nobody would tell (`sessionchange`) that another one came. */
export function tellsVisitors({ tokenProvider }: SourceSettings): boolean {
  return !tokenProvider || tokenProvider instanceof EventTarget;
}

export interface SourceSettings {
  /** Address of the API or file; may be relative to the page. */
  readonly endpoint: string;
  readonly tokenProvider?: TokenProvider | null;
  readonly fetch?: typeof fetch;
  /** Milliseconds for one attempt, 15 000 unless given. */
  readonly timeout?: number;
  /** Milliseconds before the first retry, 500 unless given; twice as long before each next one. */
  readonly retryDelay?: number;
}

/** How long answers are remembered, in milliseconds; the endpoint lets public tables be kept as long. */
export const maxAge = 300_000;
