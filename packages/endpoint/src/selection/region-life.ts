/** What cannot exist: figures of a region in a period in which it was not there, as a municipality after its merger. */
import { parsePeriod, type Period } from '@peilglas/model';
import { Pace } from '../pace.js';
import type { Cells } from '../store/store.js';
import type { Category, Table } from '../table.js';
import { strides } from './cells.js';
import type { Selection } from './resolve-selection.js';

/** The cells, with `M` for those without a figure that cannot have one. A figure that is confidential stays so. */
export async function withRegionLives(table: Table, selection: Selection, cells: Cells): Promise<Cells> {
  const time = table.dimensions.findIndex(({ role }) => role === 'time');
  const categories = selection.map((chosen, index) =>
    chosen.map((position) => table.dimensions[index]?.codes[position]),
  );
  const periods = (categories[time] ?? []).map((category) => parsePeriod(category?.code ?? ''));
  const steps = strides(selection.map((chosen) => chosen.length));
  const placeIn = (index: number, cell: number): number =>
    Math.floor(cell / (steps[index] ?? 1)) % (selection[index]?.length ?? 1);
  /** By dimension that has any, by place in it: the places of periods in which its category was not there. */
  const absences = categories.flatMap((chosen, index) => {
    const absent = chosen.map(
      (category) => new Set([...periods.keys()].filter((at) => !existsIn(category, periods[at]))),
    );
    return absent.some(({ size }) => size > 0) ? [{ index, absent }] : [];
  });
  if (absences.length === 0) return cells;
  const status = new Map(cells.status);
  const pace = new Pace();
  for (const [cell, code] of cells.status) {
    if (cell % 1024 === 0) await pace.pause();
    const period = placeIn(time, cell);
    const isAbsent = absences.some(({ index, absent }) => absent[placeIn(index, cell)]?.has(period));
    if (isAbsent && code !== 'C' && (cells.values[cell] ?? null) === null) status.set(cell, 'M');
  }
  return { values: cells.values, status };
}

function existsIn(category: Category | undefined, period: Period | null | undefined): boolean {
  if (!category || !period) return true;
  const { from, until } = category;
  const day = (date: string): number => Date.parse(date) / 86_400_000;
  return (from === undefined || day(from) < period.end) && (until === undefined || day(until) >= period.start);
}
