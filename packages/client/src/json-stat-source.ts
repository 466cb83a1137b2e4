import { NotFoundError, type Cube } from '@peilglas/model';
import { AnswerCache, type Asking } from './answer-cache.js';
import { HttpClient, resolveAddress } from './http-client.js';
import { parseJsonStat } from './parse-json-stat.js';
import {
  isPersonal,
  maxAge,
  type DescribeRequest,
  type ReadRequest,
  type Source,
  tellsVisitors,
  type SourceSettings,
} from './source.js';

/** JSON-stat at a plain address. A table is '' for the endpoint itself, or an address relative to it. */
export class JsonStatSource implements Source {
  readonly endpoint: string;
  readonly #http: HttpClient;
  readonly #cubes: AnswerCache<Cube>;

  constructor(settings: SourceSettings) {
    this.endpoint = settings.endpoint;
    this.#http = new HttpClient(settings);
    this.#cubes = new AnswerCache(maxAge, (cube) => tellsVisitors(settings) || !isPersonal(cube));
  }

  async describe({ table, lang, signal, fresh }: DescribeRequest): Promise<Cube> {
    return this.#cube(table, lang, { signal, fresh });
  }

  async read({ table, lang, select, signal, fresh }: ReadRequest): Promise<Cube> {
    const cube = await this.#cube(table, lang, { signal, fresh });
    return cube.slice(select(cube));
  }

  forget(): void {
    this.#cubes.forget(isPersonal);
  }

  #cube(table: string, lang: string, asking: Asking): Promise<Cube> {
    const base = resolveAddress(this.endpoint);
    const url = base && resolveAddress(table, base);
    if (!url) throw new NotFoundError(`No table "${table}" at "${this.endpoint}"`);
    const load = async (signal: AbortSignal): Promise<Cube> =>
      parseJsonStat(await this.#http.json({ url, lang, fresh: !!asking.fresh, signal }));
    return this.#cubes.get(`${lang} ${url.href}`, load, asking);
  }
}
