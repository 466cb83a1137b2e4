/** One answer of an endpoint as it came. */
export interface EmbeddedAnswer {
  /** Below the endpoint's address, with the query string: `tables/bevolking/metadata?lang=nl`. */
  readonly path: string;
  /** What was posted; absent for a GET. */
  readonly body?: string;
  /** The answer: parsed JSON, which is checked when it is used, as an answer over HTTP is. */
  readonly json: unknown;
}

/** What a prerendered page carries, in its `<script type="application/json" data-peil-embedded>`. */
export interface Embedded {
  /** Of the library that filled the page. */
  readonly version: string;
  /** When the answers were asked, as an ISO date-time. */
  readonly time: string;
  /** For how many seconds after that nothing needs to be asked. */
  readonly fresh: number;
  /** Addresses of the endpoint as the page has them. */
  readonly endpoints: readonly string[];
  readonly answers: readonly EmbeddedAnswer[];
}
