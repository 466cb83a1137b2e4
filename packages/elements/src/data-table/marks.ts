import type { Observation, StatusCode } from '@peilglas/model';
import { formatObservation, tableWordsFor } from '@peilglas/text';
import type { Grid } from './read-grid.js';

/** Marks beside figures first, then those in place of one. */
const order: readonly StatusCode[] = ['P', 'R', 'O', 'C', 'U', 'N', 'M'];

/** One observation of each status that the cells of a table have. */
export function* statusesOf({ rows, columns, observation }: Grid): Generator<undefined, readonly Observation[]> {
  const found = new Map<StatusCode, Observation>();
  for (let row = 0; row < rows.size; row++) {
    for (let column = 0; column < columns.size; column++) {
      const cell = observation(row, column);
      if (cell.status !== 'A' && !found.has(cell.status)) found.set(cell.status, cell);
    }
    if (((row + 1) * columns.size) % 256 < columns.size) yield;
  }
  return order.flatMap((status) => found.get(status) ?? []);
}

/** What the marks in a table mean, for those that it has; what has a word in its own cell needs none here. */
export function describeMarks(statuses: readonly Observation[], grid: Grid, lang: string): string {
  const meanings = new Map<string, string[]>();
  for (const status of statuses) {
    const { figure, marker, note } = formatObservation(status, grid.cube.indicator(), lang);
    const mark = status.value === null ? figure || tableWordsFor(lang).blank : marker;
    if (mark && note) meanings.set(mark, [...(meanings.get(mark) ?? []), note]);
  }
  const either = new Intl.ListFormat([lang, 'nl'], { type: 'disjunction' });
  return [...meanings].map(([mark, notes]) => `${mark} ${either.format(notes)}`).join(' · ');
}
