/** Groupings of codes, such as cities and countryside: apart, since few pages compare by them. */
import { MalformedDatasetError, NotFoundError } from '@peilglas/model';
import { AnswerCache } from './answer-cache.js';
import { HttpClient, resolveAddress } from './http-client.js';
import { at, listOf, own, textOf, texts } from './read-json.js';
import { sharing } from './sharing.js';
import { maxAge, tellsVisitors, type SourceSettings } from './source.js';

/** One value of a codelist: what it is called, and the codes that belong to it. */
export interface CodeGroup {
  readonly label: string;
  readonly codes: readonly string[];
}

export interface CodelistRequest {
  readonly id: string;
  readonly lang: string;
  readonly signal: AbortSignal;
}

/** The codelists of an endpoint of PxWebApi 2. */
export class Codelists {
  readonly #endpoint: string;
  readonly #http: HttpClient;
  readonly #lists: AnswerCache<readonly CodeGroup[]>;

  constructor(settings: SourceSettings) {
    this.#endpoint = settings.endpoint;
    this.#http = new HttpClient(settings);
    this.#lists = new AnswerCache(maxAge, () => tellsVisitors(settings));
  }

  /**
   * The groups of a codelist in the publisher's order, remembered for five minutes. Rejects with a `DataError`, or with the
   * signal's reason when it is aborted.
   */
  read({ id, lang, signal }: CodelistRequest): Promise<readonly CodeGroup[]> {
    const language = lang.split('-')[0]?.toLowerCase() || 'nl';
    const load = async (leaving: AbortSignal): Promise<readonly CodeGroup[]> => {
      const url = this.#address(id, language);
      return parseCodelist(await this.#http.json({ url, lang: language, fresh: false, signal: leaving }));
    };
    return this.#lists.get(JSON.stringify([id, language]), load, { signal });
  }

  /** Somebody else may see other codes. */
  forget(): void {
    this.#lists.forget(() => true);
  }

  #address(id: string, lang: string): URL {
    const url = resolveAddress(this.#endpoint);
    if (!url) throw new NotFoundError(`No codelist at "${this.#endpoint}"`);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/codelists/${encodeURIComponent(id)}`;
    url.search = new URLSearchParams({ lang }).toString();
    url.hash = '';
    return url;
  }
}

/** @throws MalformedDatasetError with the JSON path and what was expected there */
export function parseCodelist(input: unknown): readonly CodeGroup[] {
  if (!Array.isArray(own(input, 'values'))) throw new MalformedDatasetError('$.values', 'a list');
  return listOf(input, 'values').map((value, position) => {
    const code = textOf(value, 'code');
    if (code === null) throw new MalformedDatasetError(at(at('$.values', position), 'code'), 'a code');
    // Without members a value stands for itself.
    const members = texts(own(value, 'valueMap'));
    return { label: textOf(value, 'label') ?? code, codes: members.length > 0 ? members : [code] };
  });
}

/** The page's codelists of this endpoint. */
export const sharedCodelists = sharing((settings) => new Codelists(settings));
