import { parsePeriod } from '@peilglas/model';
import type * as v from 'valibot';
import type { Draft, DraftDimension, Observation, TableSource, Wanted } from '../draft.js';
import { ImportError } from '../import-error.js';
import { readAddress } from '../source-answer.js';
import { SourceHttp, type HttpSettings } from '../source-http.js';
import { codesOf, configSchema, figuresSchema, metadataSchema, type Metadata } from './pxweb-answers.js';
import { blocks, type Block } from './pxweb-blocks.js';
import { draftTable } from './pxweb-draft.js';
import { readFigures } from './pxweb-figures.js';

/** A table of a PxWebApi 2 server. Described once, then read in blocks that the server allows. */
export class PxWebTable implements TableSource {
  readonly table: string;
  readonly #root: URL;
  readonly #http: SourceHttp;
  #language = 'nl';
  #mostCells = 1;
  #ids: readonly string[] = [];
  /** Codes as the server writes them, per dimension. */
  #codes: Block = [];
  /** Codes that every figure gets besides: of a period or a topic that the table has no dimension for. */
  #constant: { readonly period: string | null; readonly topic: string | null } = { period: null, topic: null };

  /**
   * @param address of the API: `https://example.org/api/v2`.
   * @throws ImportError for a name or an address that cannot be one.
   */
  constructor(address: string, table: string, http: HttpSettings = {}) {
    if (!/^[^\s/?#]{1,100}$/.test(table) || /^\.+$/.test(table))
      throw new ImportError(`${table} is no name of a table`, 'Give its id, as in the list at <url>/tables');
    this.table = table;
    const base = readAddress(address, '<url>');
    this.#root = new URL(`${base.href.replace(/\/$/, '')}/`);
    this.#http = new SourceHttp(base, http);
  }

  async describe(period?: string): Promise<Draft> {
    const config = await this.#http.ask({ url: new URL('config', this.#root), schema: configSchema, what: 'config' });
    if (!config) {
      const remedy = 'Give the address that ends in /v2, so that <url>/config exists';
      throw new ImportError(`There is no PxWebApi 2 at ${this.#root.host}`, remedy);
    }
    const offered = config.languages.map(({ id }) => id);
    this.#language = ['nl', 'en', config.defaultLanguage].find((id) => offered.includes(id)) ?? offered[0] ?? 'nl';
    this.#mostCells = config.maxDataCells;
    const main = await this.#metadata(this.#language);
    const english = this.#language !== 'en' && offered.includes('en') ? await this.#metadata('en') : null;
    this.#ids = main.id;
    this.#codes = main.id.map((id) => codesOf(main, id));
    const draft = draftTable(
      this.table,
      this.#root.host,
      { main, mainLanguage: this.#language, english },
      config.license,
    );
    const time = main.role.time?.length ? null : this.#time(period);
    const topic = draft.dimensions.at(main.id.length)?.codes[0]?.code ?? null;
    this.#constant = { period: time?.codes[0]?.code ?? null, topic };
    return { ...draft, dimensions: [...draft.dimensions, ...(time ? [time] : [])] };
  }

  async *observations(wanted: Wanted, expected: (count: number) => void): AsyncGenerator<readonly Observation[]> {
    const chosen = this.#codes.map((codes, index) => {
      const set = new Set(wanted[index]);
      return wanted[index] ? codes.filter((code) => set.has(code.trim())) : codes;
    });
    expected(chosen.reduce((product, codes) => product * codes.length, 1));
    const more = [this.#constant.topic, this.#constant.period].filter((code) => code !== null);
    for (const block of blocks(chosen, this.#mostCells)) {
      const figures = await this.#figures(block);
      yield more.length === 0 ? figures : figures.map((each) => ({ ...each, codes: [...each.codes, ...more] }));
    }
  }

  async #figures(block: Block): Promise<readonly Observation[]> {
    const what = `${this.table}/data`;
    const url = this.#url('data');
    url.searchParams.set('outputFormat', 'json-stat2');
    const selection = this.#ids.map((variableCode, index) => ({ variableCode, valueCodes: block[index] ?? [] }));
    const figures = await this.#http.ask({ url, schema: figuresSchema, what, body: { selection } });
    if (!figures) throw this.#absent();
    return readFigures(figures, this.#ids, what);
  }

  async #metadata(language: string): Promise<Metadata> {
    const url = this.#url('metadata');
    url.searchParams.set('lang', language);
    const metadata: v.InferOutput<typeof metadataSchema> | null = await this.#http.ask({
      url,
      schema: metadataSchema,
      what: `${this.table}/metadata`,
    });
    if (!metadata) throw this.#absent();
    return metadata;
  }

  #time(given: string | undefined): DraftDimension {
    if (given === undefined || !parsePeriod(given))
      throw new ImportError(`${this.table} has no dimension of time`, 'Give the period it is about, as --period 2024');
    const label = { nl: 'Perioden', en: 'Periods' };
    return { id: 'Perioden', role: 'time', label, codes: [{ code: given, label: { nl: given } }] };
  }

  #absent(): ImportError {
    const remedy = 'Look the id up in the list at <url>/tables; a table that needs a token cannot be imported';
    return new ImportError(`There is no table ${this.table} at ${this.#root.host}`, remedy);
  }

  #url(part: 'metadata' | 'data'): URL {
    const url = new URL(`tables/${encodeURIComponent(this.table)}/${part}`, this.#root);
    url.searchParams.set('lang', this.#language);
    return url;
  }
}
