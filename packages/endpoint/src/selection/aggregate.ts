/**
 * Figures of groups, made from published figures only: an aggregate never tells more than the cells it is made of.
 */
import { roundTo } from '@peilglas/model';
import { Pace } from '../pace.js';
import type { Cells } from '../store/store.js';
import type { Indicator, Table } from '../table.js';
import { cellCount, strides } from './cells.js';
import type { Recoded } from './codelist.js';
import type { Selection } from './resolve-selection.js';

/** The cells of the table as published that an answer is made of: those asked for, where no codelist was applied. */
export function memberSelection(table: Table, { groups }: Recoded, selection: Selection): Selection {
  if (groups.every((group) => group === null)) return selection;
  return selection.map((chosen, index) => {
    const group = groups[index];
    const members = group ? chosen.flatMap((position) => group[position] ?? []) : chosen;
    return table.dimensions[index]?.role === 'metric' ? withParts(table, members) : sorted(members);
  });
}

/** With the numerators and denominators of what is derived. */
function withParts({ indicators }: Table, positions: readonly number[]): readonly number[] {
  const parts = positions.flatMap((position) => {
    const derived = indicators[position]?.derived;
    return derived ? [derived.numerator, derived.denominator] : [];
  });
  return sorted([...positions, ...parts.map((code) => positionOfIndicator(indicators, code)).filter((at) => at >= 0)]);
}

function sorted(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

function positionOfIndicator(indicators: readonly Indicator[], code: string): number {
  return indicators.findIndex((indicator) => indicator.code === code);
}

/**
 * The cells of an answer. A group of one member is that member. A group of more is for an additive indicator the sum of
 * its members, for a derived one computed anew from the groups' numerator and denominator, and not available for any other.
 * @param table As published, before codelists.
 * @param cells Those of `memberSelection`, with `M` for what cannot exist.
 */
export async function aggregate(table: Table, recoded: Recoded, selection: Selection, cells: Cells): Promise<Cells> {
  const published = new PublishedCells(table, memberSelection(table, recoded, selection), cells);
  const sizes = selection.map((chosen) => chosen.length);
  const steps = strides(sizes);
  const metric = table.dimensions.findIndex(({ role }) => role === 'metric');
  const values: (number | null)[] = [];
  const status = new Map<number, string>();
  const [count, pace] = [cellCount(sizes), new Pace()];
  for (let cell = 0; cell < count; cell++) {
    if (cell % 64 === 0) await pace.pause();
    const members = selection.map((chosen, index) => {
      const position = chosen[Math.floor(cell / (steps[index] ?? 1)) % (sizes[index] ?? 1)] ?? 0;
      return recoded.groups[index]?.[position] ?? [position];
    });
    const found = published.group(members, metric);
    values.push(found.value);
    if (found.status !== null) status.set(cell, found.status);
  }
  return { values, status };
}

interface Figure {
  readonly value: number | null;
  /** Null for a final figure. */
  readonly status: string | null;
}

const notAvailable: Figure = { value: null, status: 'O' };
const confidential: Figure = { value: null, status: 'C' };
const notApplicable: Figure = { value: null, status: 'M' };

/** Least certain first: a sum is no more certain than any of its parts. */
const uncertain = ['P', 'R', 'E', 'B'];

/** Published cells, found by their positions in the table. */
class PublishedCells {
  readonly #table: Table;
  readonly #cells: Cells;
  readonly #steps: readonly number[];
  readonly #places: readonly ReadonlyMap<number, number>[];
  readonly #time: number;

  constructor(table: Table, selection: Selection, cells: Cells) {
    this.#table = table;
    this.#cells = cells;
    this.#steps = strides(selection.map((chosen) => chosen.length));
    this.#places = selection.map((chosen) => new Map(chosen.map((position, place) => [position, place])));
    this.#time = table.dimensions.findIndex(({ role }) => role === 'time');
  }

  /** The figure of a group: per dimension the positions of its members, `metric` of which is always one indicator. */
  group(members: Selection, metric: number): Figure {
    const own = this.#numbers(members);
    const indicator = this.#table.indicators[members[metric]?.[0] ?? -1];
    const [first, ...others] = own;
    if (first === undefined || !indicator) return notAvailable;
    if (others.length === 0) return this.#at(first);
    if (own.some((cell) => this.#cells.status.get(cell) === 'C')) return confidential;
    if (indicator.additive && this.#addsUp(members, indicator)) return this.#sum(own, indicator);
    return indicator.derived ? this.#derive(members, metric, indicator) : notAvailable;
  }

  /** A stock counted at two moments is not two stocks. */
  #addsUp(members: Selection, { measuringType }: Indicator): boolean {
    return measuringType === 'Flow' || (members[this.#time] ?? []).length <= 1;
  }

  #derive(members: Selection, metric: number, { derived, decimals }: Indicator): Figure {
    if (!derived) return notAvailable;
    const [numerator = notAvailable, denominator = notAvailable] = [derived.numerator, derived.denominator].map(
      (code) => this.#part(members, metric, positionOfIndicator(this.#table.indicators, code)),
    );
    const parts = [numerator, denominator];
    if (parts.some(({ status }) => status === 'C')) return confidential;
    const [missing, other] = parts.filter(({ value }) => value === null);
    if (missing) return other && other.status !== missing.status ? notAvailable : missing;
    if (numerator.value === null || denominator.value === null || denominator.value === 0) return notAvailable;
    return {
      value: roundTo((derived.factor * numerator.value) / denominator.value, decimals),
      status: leastCertain(parts.map(({ status }) => status)),
    };
  }

  /** The same group of another indicator, which must add up. */
  #part(members: Selection, metric: number, position: number): Figure {
    if (!this.#table.indicators[position]?.additive) return notAvailable;
    return this.group(
      members.map((each, index) => (index === metric ? [position] : each)),
      metric,
    );
  }

  /** What cannot exist adds nothing; anything else that is missing makes the whole missing. */
  #sum(numbers: readonly number[], { decimals }: Indicator): Figure {
    const figures = numbers.map((cell) => this.#at(cell));
    const present = figures.filter(({ value }) => value !== null);
    const missing = figures.filter(({ value, status }) => value === null && status !== 'M');
    if (missing.length > 0) {
      return missing.every(({ status }) => status === 'N') ? { value: null, status: 'N' } : notAvailable;
    }
    if (present.length === 0) return notApplicable;
    return {
      value: roundTo(
        present.reduce((sum, { value }) => sum + (value ?? 0), 0),
        decimals,
      ),
      status: leastCertain(present.map(({ status }) => status)),
    };
  }

  #at(cell: number): Figure {
    const value = this.#cells.values[cell] ?? null;
    return { value, status: this.#cells.status.get(cell) ?? (value === null ? 'O' : null) };
  }

  /** Cells of every combination of members. */
  #numbers(members: Selection): readonly number[] {
    return members.reduce<readonly number[]>(
      (cells, positions, index) =>
        cells.flatMap((cell) =>
          positions.flatMap((position) => {
            const place = this.#places[index]?.get(position);
            return place === undefined ? [] : [cell + place * (this.#steps[index] ?? 0)];
          }),
        ),
      [0],
    );
  }
}

function leastCertain(statuses: readonly (string | null)[]): string | null {
  return uncertain.find((code) => statuses.includes(code)) ?? null;
}
