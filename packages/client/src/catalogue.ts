/** The list of tables: apart, since few pages ask for it and the others should not carry it. */
import { MalformedDatasetError, NotFoundError } from '@peilglas/model';
import { AnswerCache, type Asking } from './answer-cache.js';
import { HttpClient, resolveAddress } from './http-client.js';
import { parseCatalogue, type ListedTable } from './parse-catalogue.js';
import { sharing } from './sharing.js';
import { maxAge, tellsVisitors, type DescribeRequest, type SourceSettings } from './source.js';

export type { ListedTable, Theme } from './parse-catalogue.js';

const pageSize = 100;
/** More than any municipality has; an endpoint that says otherwise goes round in circles, or is no municipality's. */
const mostPages = 50;

export type CatalogueRequest = Omit<DescribeRequest, 'table'>;

/** Which tables an endpoint of PxWebApi 2 has for this visitor. */
export class Catalogue {
  readonly endpoint: string;
  readonly #http: HttpClient;
  readonly #lists: AnswerCache<readonly ListedTable[]>;

  constructor(settings: SourceSettings) {
    this.endpoint = settings.endpoint;
    this.#http = new HttpClient(settings);
    this.#lists = new AnswerCache(maxAge, () => tellsVisitors(settings));
  }

  /**
   * All tables that this visitor may know of, in the publisher's order, each once. Remembered for five minutes.
   * Rejects with a `DataError`, or with the signal's reason when it is aborted.
   */
  list({ lang, signal, fresh }: CatalogueRequest): Promise<readonly ListedTable[]> {
    const language = lang.split('-')[0]?.toLowerCase() || 'nl';
    const asking = { signal, fresh };
    return this.#lists.get(language, (leaving) => this.#pages(language, { ...asking, signal: leaving }), asking);
  }

  /** Somebody else may know of other tables. */
  forget(): void {
    this.#lists.forget(() => true);
  }

  async #pages(lang: string, { signal, fresh }: Asking & { readonly signal: AbortSignal }): Promise<ListedTable[]> {
    const tables = new Map<string, ListedTable>();
    for (let page = 1, last = 1; page <= last; page++) {
      const url = this.#address(lang, page);
      const answer = parseCatalogue(await this.#http.json({ url, lang, fresh: !!fresh, signal }));
      // What was published between two pages may stand on both.
      for (const table of answer.tables) tables.set(table.id, table);
      last = answer.totalPages;
      if (last > mostPages) throw new MalformedDatasetError('$.page.totalPages', `at most ${mostPages}`);
    }
    return [...tables.values()];
  }

  #address(lang: string, page: number): URL {
    const url = resolveAddress(this.endpoint);
    if (!url) throw new NotFoundError(`No catalogue at "${this.endpoint}"`);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/tables`;
    url.search = new URLSearchParams({ lang, pageSize: String(pageSize), pageNumber: String(page) }).toString();
    url.hash = '';
    return url;
  }
}

/** The page's catalogue of this endpoint. */
export const sharedCatalogue = sharing((settings) => new Catalogue(settings));
