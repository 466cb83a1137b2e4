/**
 * A client of PxWebApi 2 as somebody else would write it: from the specification only, for any server. It follows the
 * links it is given and knows no address but the one of the API.
 */
interface Link {
  readonly rel: string;
  readonly hreflang: string;
  readonly href: string;
}

export interface TableEntry {
  readonly id: string;
  readonly label: string;
  readonly variableNames: readonly string[];
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  readonly links: readonly Link[];
}

export interface Cube {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role?: Readonly<Partial<Record<'time' | 'geo' | 'metric', readonly string[]>>>;
  readonly dimension: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly category: {
          readonly index: Readonly<Record<string, number>>;
          readonly label: Readonly<Record<string, string>>;
        };
        readonly extension?: {
          readonly elimination?: boolean;
          readonly codelists?: readonly {
            readonly id: string;
            readonly type: string;
            readonly links: readonly Link[];
          }[];
        };
      }
    >
  >;
  readonly value: readonly (number | null)[] | null;
  readonly status?: Readonly<Record<string, string>>;
}

export interface Codelist {
  readonly id: string;
  readonly type: string;
  readonly values: readonly { readonly code: string; readonly label: string; readonly valueMap: readonly string[] }[];
}

export interface Choice {
  readonly variableCode: string;
  readonly codelist?: string;
  readonly valueCodes: readonly string[];
}

/** What the server refused, as the specification words it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

export class PxWebClient {
  readonly #root: string;

  /** @param root Address of the API, ending in its version. */
  constructor(root: string) {
    this.#root = root;
  }

  config(): Promise<{ maxDataCells: number; dataFormats: readonly string[]; defaultLanguage: string }> {
    return this.#json('config');
  }

  /** Every table, page by page. */
  async tables(query: Readonly<Record<string, string>> = {}): Promise<readonly TableEntry[]> {
    const found: TableEntry[] = [];
    let next: string | undefined = `tables?${new URLSearchParams(query).toString()}`;
    while (next !== undefined) {
      const page: { tables: TableEntry[]; page: { links?: Link[] } } = await this.#json(next);
      found.push(...page.tables);
      next = page.page.links?.find(({ rel }) => rel === 'next')?.href;
    }
    return found;
  }

  follow<T>(links: readonly Link[], rel: string): Promise<T> {
    const link = links.find((each) => each.rel === rel);
    if (!link) throw new Error(`No link ${rel}`);
    return this.#json(link.href);
  }

  table(id: string): Promise<TableEntry> {
    return this.#json(`tables/${id}`);
  }

  metadata(id: string): Promise<Cube> {
    return this.#json(`tables/${id}/metadata`);
  }

  defaultSelection(id: string): Promise<{ selection: readonly Choice[] }> {
    return this.#json(`tables/${id}/defaultselection`);
  }

  codelist(id: string): Promise<Codelist> {
    return this.#json(`codelists/${id}`);
  }

  /** Figures by address, with the parameters in brackets that the specification describes. */
  data(id: string, choices: readonly Choice[], outputFormat: string, more = ''): Promise<Response> {
    const query = new URLSearchParams({ outputFormat });
    for (const { variableCode, codelist, valueCodes } of choices) {
      query.append(`valuecodes[${variableCode}]`, valueCodes.join(','));
      if (codelist !== undefined) query.append(`codelist[${variableCode}]`, codelist);
    }
    return this.#ask(`tables/${id}/data?${query.toString()}${more}`);
  }

  dataByPost(id: string, selection: readonly Choice[]): Promise<Cube> {
    return this.#json(`tables/${id}/data`, { selection });
  }

  save(tableId: string, selection: readonly Choice[], outputFormat: string): Promise<{ id: string }> {
    return this.#json('savedqueries', { tableId, language: 'en', outputFormat, selection: { selection } });
  }

  savedQuery(id: string): Promise<{ savedQuery: { tableId: string; selection: { selection: readonly Choice[] } } }> {
    return this.#json(`savedqueries/${id}`);
  }

  runSavedQuery(id: string): Promise<Response> {
    return this.#ask(`savedqueries/${id}/data`);
  }

  async #json<T>(path: string, body?: object): Promise<T> {
    return (await (await this.#ask(path, body)).json()) as T;
  }

  async #ask(path: string, body?: object): Promise<Response> {
    const address = path.startsWith('/') || /^https?:/.test(path) ? new URL(path, this.#root) : `${this.#root}/${path}`;
    const posted = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(address, body ? posted : {});
    if (answer.ok) return answer;
    const problem = (await answer.json()) as { status: number; detail: string };
    throw new Refusal(problem.status, problem.detail);
  }
}
