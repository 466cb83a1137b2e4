import { MalformedDatasetError, NotFoundError, TooManyCellsError, type Cube } from '@peilglas/model';
import { AnswerCache, type Asking } from './answer-cache.js';
import { HttpClient, resolveAddress, type Question } from './http-client.js';
import { parseDataset } from './parse-dataset.js';
import { dataQuestion, tableUrl } from './pxweb-question.js';
import { codesOf, covers, RequestBatch, type Codes } from './request-batch.js';
import {
  isPersonal,
  maxAge,
  type DescribeRequest,
  type ReadRequest,
  type Source,
  tellsVisitors,
  type SourceSettings,
} from './source.js';

interface Table {
  /** Key of the table in this language. */
  readonly key: string;
  readonly endpoint: URL;
  readonly name: string;
  readonly lang: string;
}

/**
 * Tables of a PxWebApi 2 endpoint. All that is asked of one table and language within a tick goes out as one request
 * where that is not wasteful; metadata and answers are remembered for five minutes.
 */
export class PxWebSource implements Source {
  readonly endpoint: string;
  readonly #http: HttpClient;
  readonly #metadata: AnswerCache<Cube>;
  readonly #answers: AnswerCache<Cube>;
  readonly #batch = new RequestBatch();
  /** Codes of each request made, per table, with its key among the answers. */
  readonly #asked = new Map<string, Map<string, Codes>>();

  constructor(settings: SourceSettings) {
    this.endpoint = settings.endpoint;
    this.#http = new HttpClient(settings);
    const keeps = (cube: Cube): boolean => tellsVisitors(settings) || !isPersonal(cube);
    this.#metadata = new AnswerCache(maxAge, keeps);
    this.#answers = new AnswerCache(maxAge, keeps);
  }

  async describe({ table, lang, signal, fresh }: DescribeRequest): Promise<Cube> {
    return this.#describe(this.#table(table, lang), { signal, fresh });
  }

  async read(request: ReadRequest): Promise<Cube> {
    const { table: name, lang, select, signal, fresh } = request;
    const table = this.#table(name, lang);
    const metadata = await this.#describe(table, { signal, fresh });
    const wanted = metadata.slice(select(metadata));
    if (wanted.size === 0) return wanted;
    const codes = codesOf(wanted);
    const merged = this.#remembered(table, codes, fresh) ?? (await this.#batch.join(`${table.key} ${fresh}`, codes));
    const answer = await this.#answer(table, metadata, merged, { signal, fresh }).catch((error: unknown) => {
      // Together it was too much; alone it may not be.
      if (!(error instanceof TooManyCellsError) || covers(codes, merged)) throw error;
      return this.#answer(table, metadata, codes, { signal, fresh });
    });
    try {
      return sliceOf(answer, wanted);
    } catch (error) {
      if (fresh) throw error;
      // Caches on the way may give figures of before an update beside what is known of the table since: both anew.
      return this.read({ ...request, fresh: true });
    }
  }

  forget(): void {
    this.#metadata.forget(isPersonal);
    this.#answers.forget(isPersonal);
  }

  #table(name: string, lang: string): Table {
    const endpoint = resolveAddress(this.endpoint);
    // Names of dots only would climb out of the path; half a character can stand in no address.
    if (!endpoint || /^\.*$|\p{Cs}/u.test(name)) throw new NotFoundError(`No table "${name}" at "${this.endpoint}"`);
    const language = lang.split('-')[0]?.toLowerCase() || 'nl';
    return { key: `${language} ${name}`, endpoint, name, lang: language };
  }

  #describe({ key, endpoint, name, lang }: Table, asking: Asking): Promise<Cube> {
    const url = tableUrl(endpoint, name, 'metadata', lang);
    return this.#metadata.get(key, (signal) => this.#cube({ url, lang, fresh: !!asking.fresh, signal }), asking);
  }

  #answer({ key, endpoint, name, lang }: Table, metadata: Cube, codes: Codes, asking: Asking): Promise<Cube> {
    const question = dataQuestion(endpoint, name, lang, metadata, codes);
    const answerKey = question.url.href + (question.body ?? '');
    const asked = this.#asked.get(key) ?? new Map<string, Codes>();
    this.#asked.set(key, asked.set(answerKey, codes));
    const load = (signal: AbortSignal): Promise<Cube> =>
      this.#cube({ ...question, lang, fresh: !!asking.fresh, signal });
    return this.#answers.get(answerKey, load, asking);
  }

  /** The codes of an earlier request of which the answer, remembered or under way, holds all of these. */
  #remembered({ key }: Table, codes: Codes, fresh: boolean | undefined): Codes | undefined {
    if (fresh) return undefined;
    const asked = this.#asked.get(key);
    for (const [answerKey, each] of asked ?? []) {
      if (!this.#answers.has(answerKey)) asked?.delete(answerKey);
      else if (covers(each, codes)) return each;
    }
    return undefined;
  }

  async #cube(question: Question): Promise<Cube> {
    return parseDataset(await this.#http.json(question));
  }
}

/** @throws MalformedDatasetError for figures of something else, which are no answer that there are none */
function sliceOf(answer: Cube, wanted: Cube): Cube {
  const [asked, given] = [wanted.publication.table, answer.publication.table];
  try {
    if (asked === given || !asked || !given)
      return answer.slice(Object.fromEntries(wanted.dimensions.map(({ id, codes }) => [id, codes])));
  } catch {
    // Said below, for both.
  }
  throw new MalformedDatasetError('$', 'what was asked for');
}
