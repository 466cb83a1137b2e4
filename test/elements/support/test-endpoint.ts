// The endpoint publishes all demo tables when it is first asked, which may take longer than one test should.
before(async function () {
  this.timeout(0);
  await fetch('/endpoint/first/api/v2/config');
});

type Fault =
  | 'none'
  | 'unauthorised'
  | 'forbidden'
  | 'missing'
  | 'refused'
  | 'broken'
  | 'closed'
  | 'html'
  | 'truncated'
  | 'hollow'
  | 'held'
  | 'hostile';

export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The page went away before the answer was there. */
  readonly aborted: boolean;
}

/** The real endpoint with the demo tables, at an address of its own; see endpoint-middleware.mjs. */
export class TestEndpoint {
  readonly #room = `/endpoint/${crypto.randomUUID()}`;
  readonly address = `${this.#room}/api/v2`;

  async fault(kind: Fault): Promise<this> {
    const { ok } = await fetch(`${this.#room}/fault/${kind}`);
    if (!ok) throw new Error(`No fault "${kind}"`);
    return this;
  }

  /** A token for the social domain of one municipality. */
  async token(municipality: string): Promise<string> {
    return (await fetch(`${this.#room}/token/${municipality}`)).text();
  }

  /** Everything asked of tables so far, oldest first. @param kind the last part of the path */
  async requests(kind?: 'metadata' | 'data'): Promise<readonly AskedRequest[]> {
    const answer = await fetch(`${this.#room}/requests`);
    const requests = (await answer.json()) as readonly AskedRequest[];
    return requests.filter(({ path }) => (kind === undefined ? !path.includes('/shapes/') : path.endsWith(`/${kind}`)));
  }
}
