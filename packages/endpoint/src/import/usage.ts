import { parsePeriod } from '@peilglas/model';
import type { Draft, DraftCategory, DraftDimension } from './draft.js';
import { ownPeriod } from './own-codes.js';
import type { Figure } from './source-status.js';

/** What the figures of an import turned out to hold. */
export class Usage {
  observationCount = 0;
  readonly #draft: Draft;
  readonly #codes: readonly Set<string>[];
  /** Most decimals per code of an indicator. */
  readonly #decimals = new Map<string, number>();
  readonly #unknownMarks = new Map<string, number>();
  readonly #metric: number;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#codes = draft.dimensions.map(() => new Set());
    this.#metric = draft.dimensions.findIndex(({ role }) => role === 'metric');
  }

  note(codes: readonly string[], { value, unknown }: Figure): void {
    this.observationCount++;
    codes.forEach((code, index) => this.#codes[index]?.add(code));
    if (unknown !== undefined) this.#unknownMarks.set(unknown, (this.#unknownMarks.get(unknown) ?? 0) + 1);
    const indicator = codes[this.#metric];
    if (value === null || indicator === undefined) return;
    const decimals = String(value).split('.')[1]?.length ?? 0;
    if (decimals > (this.#decimals.get(indicator) ?? 0)) this.#decimals.set(indicator, decimals);
  }

  has(dimension: number, code: string): boolean {
    return this.#codes[dimension]?.has(code) ?? false;
  }

  decimals(indicator: string): number {
    return this.#decimals.get(indicator) ?? 0;
  }

  get warnings(): readonly string[] {
    const marks = [...this.#unknownMarks].map(
      ([mark, count]) =>
        `${count} figures have the mark "${mark.slice(0, 40)}", which is not known here: they count as final`,
    );
    const more = this.#draft.indicators.flatMap(({ code, decimals }) =>
      decimals !== null && this.decimals(code) > decimals
        ? [`${code} has figures with ${this.decimals(code)} decimals; the source declares ${decimals}`]
        : [],
    );
    const time = this.#draft.dimensions.findIndex(({ role }) => role === 'time');
    const odd = [...(this.#codes[time] ?? [])].filter((code) => !parsePeriod(code));
    const periods =
      odd.length > 0
        ? [`${odd.slice(0, 5).join(', ')} cannot be read as a period; leave such periods out with --period`]
        : [];
    return [...marks, ...more, ...periods];
  }
}

/** The draft with our own codes, holding only what has figures. */
export function asPublished(draft: Draft, own: readonly ReadonlyMap<string, string>[], usage: Usage): Draft {
  const metric = draft.dimensions.findIndex(({ role }) => role === 'metric');
  const ownIndicator = (code: string): string => own[metric]?.get(code) ?? code;
  const { breaks = [], ...rest } = draft;
  return {
    ...rest,
    breaks: breaks.flatMap(({ indicators, ...each }) => {
      const about = indicators?.filter((code) => usage.has(metric, code)).map(ownIndicator);
      return about?.length === 0
        ? []
        : [{ ...each, period: ownPeriod(each.period), ...(about ? { indicators: about } : {}) }];
    }),
    dimensions: draft.dimensions.map((dimension, index) => usedPart(dimension, index, own[index] ?? new Map(), usage)),
    indicators: draft.indicators
      .filter(({ code }) => usage.has(metric, code))
      .map(({ bounds, weight, ...indicator }) => ({
        ...indicator,
        code: ownIndicator(indicator.code),
        decimals: Math.max(indicator.decimals ?? 0, usage.decimals(indicator.code)),
        ...(bounds && usage.has(metric, bounds.lower) && usage.has(metric, bounds.upper)
          ? { bounds: { lower: ownIndicator(bounds.lower), upper: ownIndicator(bounds.upper) } }
          : {}),
        ...(weight !== undefined && usage.has(metric, weight) ? { weight: ownIndicator(weight) } : {}),
      })),
  };
}

function usedPart(
  { total, codes, ...dimension }: DraftDimension,
  index: number,
  own: ReadonlyMap<string, string>,
  usage: Usage,
): DraftDimension {
  const used = codes.filter(({ code }) => usage.has(index, code));
  const parents = new Map(codes.map(({ code, parent }) => [code, parent]));
  return {
    ...dimension,
    ...(total !== undefined && usage.has(index, total) ? { total: own.get(total) ?? total } : {}),
    codes: used.map(({ code, parent, ...category }): DraftCategory => {
      const above = nearest(parent, parents, (each) => usage.has(index, each));
      return {
        code: own.get(code) ?? code,
        ...category,
        ...(above === undefined ? {} : { parent: own.get(above) ?? above }),
      };
    }),
  };
}

/** The code itself or the nearest one above it that is used; none in a circle. */
function nearest(
  code: string | undefined,
  parents: ReadonlyMap<string, string | undefined>,
  used: (code: string) => boolean,
): string | undefined {
  let above = code;
  for (let steps = 0; above !== undefined && steps <= parents.size; steps++) {
    if (used(above)) return above;
    above = parents.get(above);
  }
  return undefined;
}
