import type { Grid } from './read-grid.js';

const mostRows = 100;
const mostFigures = 1000;

/** Whether a table is readable as a picture, and no browser refuses to make it. */
export function fitsPicture({ rows, columns }: Grid): boolean {
  return rows.size <= mostRows && rows.size * columns.size <= mostFigures;
}
