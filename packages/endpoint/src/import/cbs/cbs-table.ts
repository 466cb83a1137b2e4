import { parsePeriod, type StatusCode } from '@peilglas/model';
import type * as v from 'valibot';
import type { Draft, DraftDimension, Observation, TableSource, Wanted } from '../draft.js';
import { ImportError } from '../import-error.js';
import { readAddress } from '../source-answer.js';
import { SourceHttp, type HttpSettings } from '../source-http.js';
import {
  codeSchema,
  dimensionSchema,
  groupSchema,
  measureSchema,
  observationSchema,
  propertiesSchema,
  type CbsCode,
  type CbsDimension,
  type Properties,
} from './cbs-answers.js';
import { draftDimension } from './cbs-dimension.js';
import { draftIndicators, isFigure } from './cbs-indicators.js';
import { filters } from './cbs-filter.js';
import { pages, wholeList } from './cbs-lists.js';
import { draftPublication } from './cbs-publication.js';

export const cbsBaseUrl = 'https://odata4.cbs.nl/CBS';

export interface CbsOptions extends HttpSettings {
  /** Address of the catalogue: `https://odata4.cbs.nl/CBS` (default), or one beside it. */
  readonly baseUrl?: string;
}

const metric = 'Onderwerp';

/** A table of Statistics Netherlands (CBS), by OData 4. Described once, then read. */
export class CbsTable implements TableSource {
  readonly table: string;
  readonly #root: URL;
  readonly #http: SourceHttp;
  #dimensions: readonly CbsDimension[] = [];
  /** Codes as CBS writes them, with their spaces, per dimension and code without. */
  readonly #written = new Map<string, ReadonlyMap<string, string>>();
  readonly #periodStatus = new Map<string, StatusCode>();
  readonly #texts = new Set<string>();
  /** Where the table has no dimension of time. */
  #onlyPeriod: string | null = null;

  /** @throws ImportError for a name or an address that cannot be one. */
  constructor(table: string, { baseUrl = cbsBaseUrl, ...http }: CbsOptions = {}) {
    if (!/^[A-Za-z0-9_-]{1,40}$/.test(table))
      throw new ImportError(`${table} is no name of a table of CBS`, 'Give it as in the address of StatLine: 37259eng');
    this.table = table;
    const base = readAddress(baseUrl, '--base-url');
    this.#root = new URL(`${base.href.replace(/\/$/, '')}/${table}/`);
    this.#http = new SourceHttp(base, http);
  }

  async describe(period?: string): Promise<Draft> {
    const what = this.#what('Properties');
    const properties = await this.#http.ask({ url: this.#url('Properties'), schema: propertiesSchema, what });
    if (!properties) {
      const remedy =
        'Look the name up in StatLine; older tables may not be there in OData 4. Or give another --base-url';
      throw new ImportError(`There is no table ${this.table} at ${this.#root.host}`, remedy);
    }
    const language = properties.Language.trim() || 'nl';
    this.#dimensions = await this.#list('Dimensions', dimensionSchema);
    const dimensions: DraftDimension[] = [];
    for (const dimension of this.#dimensions) {
      const codes = await this.#list(`${dimension.Identifier}Codes`, codeSchema);
      const groups = await this.#list(`${dimension.Identifier}Groups`, groupSchema);
      this.#note(dimension, codes);
      dimensions.push(draftDimension(dimension, { codes, groups }, language));
    }
    if (!dimensions.some(({ role }) => role === 'time')) dimensions.push(this.#time(properties, period));
    const measures = await this.#list('MeasureCodes', measureSchema);
    for (const measure of measures) if (!isFigure(measure)) this.#texts.add(measure.Identifier.trim());
    const indicators = draftIndicators(measures, await this.#list('MeasureGroups', groupSchema), language);
    const codes = indicators.map((indicator) => ({ code: indicator.code, label: indicator.label }));
    const metricLabel = { nl: 'Onderwerp', en: 'Topic' };
    return {
      ...draftPublication(this.table, properties, language),
      dimensions: [...dimensions, { id: metric, role: 'metric', label: metricLabel, codes }],
      indicators,
    };
  }

  async *observations(wanted: Wanted, expected: (count: number) => void): AsyncGenerator<readonly Observation[]> {
    const names = this.#dimensions.map(({ Identifier }) => Identifier);
    const kept = wanted.map((codes) => codes && new Set(codes));
    const questions = filters([
      ...names.map((name, index) => ({ name, codes: this.#asWritten(name, wanted[index] ?? null) })),
      { name: 'Measure', codes: wanted.at(-1) ?? null },
    ]);
    for (const filter of questions) {
      const url = this.#url('Observations');
      url.searchParams.set('$count', 'true');
      if (filter !== '') url.searchParams.set('$filter', filter);
      let read = 0;
      let total: number | undefined;
      for await (const { items, count } of pages(this.#http, url, observationSchema, this.#what('Observations'))) {
        total ??= count;
        read += items.length;
        if (questions.length === 1 && total !== undefined) expected(total);
        const figures = items.filter(({ Measure }) => !this.#texts.has(Measure.trim()));
        // A server that does not know $filter gives everything.
        const chosen = figures
          .map((item) => this.#observation(item, names))
          .filter(({ codes }) => codes.every((code, index) => kept[index]?.has(code) ?? true));
        yield chosen;
      }
      if (total !== undefined && read < total) {
        const remedy = 'Try again later; with --region or --period the questions are smaller';
        throw new ImportError(`The source gave ${read} of ${total} figures`, remedy);
      }
    }
  }

  #observation(item: v.InferOutput<typeof observationSchema>, names: readonly string[]): Observation {
    const codes = names.map((name) => {
      const code = item[name];
      return typeof code === 'string' ? code.trim() : '';
    });
    const periodStatus = codes.map((code) => this.#periodStatus.get(code)).find((status) => status !== undefined);
    return {
      codes: [...codes, ...(this.#onlyPeriod === null ? [] : [this.#onlyPeriod]), item.Measure.trim()],
      value: item.Value ?? null,
      status: item.ValueAttribute,
      ...(periodStatus ? { periodStatus } : {}),
    };
  }

  #asWritten(name: string, codes: readonly string[] | null): readonly string[] | null {
    return codes?.map((code) => this.#written.get(name)?.get(code) ?? code) ?? null;
  }

  #note({ Identifier, Kind }: CbsDimension, codes: readonly CbsCode[]): void {
    this.#written.set(Identifier, new Map(codes.map((code) => [code.Identifier.trim(), code.Identifier])));
    if (Kind !== 'TimeDimension') return;
    for (const { Identifier: code, Status } of codes) {
      const status = /nader|revised/i.test(Status) ? 'R' : /voorlopig|provisional/i.test(Status) ? 'P' : null;
      if (status) this.#periodStatus.set(code.trim(), status);
    }
  }

  /** Tables about one year have no dimension of time: CBS says the year of the table as a whole. */
  #time({ TemporalCoverage }: Properties, given: string | undefined): DraftDimension {
    const period = [TemporalCoverage.trim(), given?.trim() ?? ''].find((text) => parsePeriod(text));
    if (period === undefined)
      throw new ImportError(`${this.table} does not say which period it is about`, 'Give it, as --period 2024');
    this.#onlyPeriod = period;
    return {
      id: 'Perioden',
      role: 'time',
      label: { nl: 'Perioden', en: 'Periods' },
      codes: [{ code: period, label: { nl: period } }],
    };
  }

  #list<Item extends v.GenericSchema>(name: string, item: Item): Promise<readonly v.InferOutput<Item>[]> {
    return wholeList(this.#http, this.#url(name), item, this.#what(name));
  }

  #url(name: string): URL {
    return new URL(encodeURIComponent(name), this.#root);
  }

  #what(name: string): string {
    return `${this.table}/${name}`;
  }
}
