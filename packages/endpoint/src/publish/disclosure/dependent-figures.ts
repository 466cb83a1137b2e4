/** Figures that would give away a protected one: rates, means over few, and margins of uncertainty. */
import type { Indicator, Table } from '../../table.js';
import { metricOf, type CellIndex } from './cell-index.js';
import { hide, type Draft } from './columns.js';
import { coverMeans } from './cover-means.js';
import { leastBefore } from './round-counts.js';
import type { Before } from './rows-of-today.js';

/** Codes of indicators whose figures are protected: by a rule of their own, or since they come from such figures. */
function protectedIndicators(table: Table): ReadonlySet<string> {
  const found = new Set(table.indicators.filter(({ disclosure }) => disclosure).map(({ code }) => code));
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const { code, derived, bounds } of table.indicators) {
      if (derived && (found.has(derived.numerator) || found.has(derived.denominator))) found.add(code);
      if (bounds && found.has(code)) found.add(bounds.lower).add(bounds.upper);
    }
  }
  return found;
}

/**
 * Computes rates again from protected counts, hides means over too few, then margins around what is hidden or rounded.
 * A mean that an earlier version hid stays hidden. `truth` are the figures before protection, one per observation of the draft.
 */
export function protectDependents(
  table: Table,
  draft: Draft,
  truth: Float64Array,
  cells: CellIndex,
  before: Before,
): void {
  const metric = metricOf(table);
  const affected = protectedIndicators(table);
  const positionOf = new Map(table.indicators.map(({ code }, position) => [code, position]));
  const rowsOf = table.indicators.map((): number[] => []);
  draft.positions[metric]?.forEach((position, row) => rowsOf[position]?.push(row));
  const at = (row: number, code: string): number | undefined => cells.beside(row, metric, positionOf.get(code) ?? -1);
  const each = (indicator: Indicator, visit: (row: number) => void): void =>
    rowsOf[positionOf.get(indicator.code) ?? -1]?.forEach(visit);

  for (const indicator of inOrder(table)) {
    const { derived, disclosure, decimals, bounds } = indicator;
    if (derived && affected.has(indicator.code)) {
      const rounding = table.indicators[positionOf.get(derived.denominator) ?? -1]?.disclosure?.rounding;
      each(indicator, (row) => {
        const parts = [at(row, derived.numerator), at(row, derived.denominator)] as const;
        const [numerator, denominator] = parts.map((part) => draft.values[part ?? -1] ?? Number.NaN);
        if (numerator === undefined || denominator === undefined) return;
        if (parts.some((part) => draft.status[part ?? -1] === 'C') || (rounding && denominator === 0)) hide(draft, row);
        else if (!Number.isFinite(numerator / denominator)) withoutFigure(draft, row);
        else if (!Number.isNaN(draft.values[row] ?? Number.NaN)) {
          draft.values[row] = Number(((derived.factor * numerator) / denominator).toFixed(decimals));
        }
      });
    }
    const minimum = disclosure?.minimum;
    if (minimum) {
      const rounding = table.indicators[positionOf.get(minimum.of) ?? -1]?.disclosure?.rounding;
      each(indicator, (row) => {
        const base = at(row, minimum.of) ?? -1;
        const shown = draft.values[base] ?? Number.NaN;
        if (before.hidden.has(row)) hide(draft, row);
        // Whether this figure is shown tells no more about its base than the published base does, rounded as it may be.
        if (draft.status[base] === 'C' || (rounding && !(leastBefore(shown, rounding) >= minimum.atLeast))) {
          hide(draft, row);
        } else if (
          !((truth[base] ?? Number.NaN) >= minimum.atLeast) &&
          !Number.isNaN(draft.values[row] ?? Number.NaN)
        ) {
          hide(draft, row);
        }
      });
      const rows = rowsOf[positionOf.get(indicator.code) ?? -1] ?? [];
      const baseOf = (row: number): number => draft.values[at(row, minimum.of) ?? -1] ?? Number.NaN;
      coverMeans(table, draft, { indicator, rows, cells, baseOf, known: before.known });
    }
    if (!bounds || !affected.has(indicator.code)) continue;
    // The middle of a margin is the figure before it was rounded; to show it for some would tell which were not.
    const always = isRounded(table, indicator);
    each(indicator, (row) => {
      if (draft.status[row] !== 'C' && !always) return;
      for (const bound of [at(row, bounds.lower), at(row, bounds.upper)]) if (bound !== undefined) hide(draft, bound);
    });
  }
}

/** Whether the figures are rounded counts, or computed from them. */
function isRounded(table: Table, { code, disclosure, derived }: Indicator, path: readonly string[] = []): boolean {
  if (disclosure?.rounding) return true;
  if (!derived || path.includes(code)) return false;
  const parts = table.indicators.filter((each) => each.code === derived.numerator || each.code === derived.denominator);
  return parts.some((part) => isRounded(table, part, [...path, code]));
}

/** A rate without a numerator or denominator that is known, or with a denominator of nothing, is no figure. */
function withoutFigure(draft: Draft, row: number): void {
  if (Number.isNaN(draft.values[row] ?? Number.NaN)) return;
  draft.values[row] = Number.NaN;
  draft.status[row] = 'O';
}

/** Indicators after those that they are computed from, or are a margin of; a circle of definitions ends where it began. */
function inOrder(table: Table): readonly Indicator[] {
  const done = new Set<Indicator>();
  const visit = (code: string | undefined, path: readonly string[]): void => {
    const indicator = table.indicators.find((each) => each.code === code);
    if (!indicator || done.has(indicator) || path.includes(indicator.code)) return;
    const next = [...path, indicator.code];
    visit(indicator.derived?.numerator, next);
    visit(indicator.derived?.denominator, next);
    visit(indicator.disclosure?.minimum?.of, next);
    for (const { code: middle, bounds } of table.indicators)
      if (bounds?.lower === indicator.code || bounds?.upper === indicator.code) visit(middle, next);
    done.add(indicator);
  };
  for (const { code } of table.indicators) visit(code, []);
  return [...done];
}
