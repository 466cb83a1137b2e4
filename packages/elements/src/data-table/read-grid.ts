import type { Cube, Dimension, DimensionRole, Indicator, Observation } from '@peilglas/model';
import { Side } from './side.js';

/** A cube laid out in rows and columns. Every code of it is in one of the two, or the only one of its dimension. */
export interface Grid {
  readonly cube: Cube;
  readonly rows: Side;
  readonly columns: Side;
  readonly observation: (row: number, column: number) => Observation;
  readonly indicator: (row: number, column: number) => Indicator;
}

/** Which dimensions go where, by role (`region`, `period`, `indicator`) or id, outermost first. */
export interface Pivot {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** What comes first where nobody says: in columns the outermost, and of several dimensions the one that is shown. */
const precedence: readonly (DimensionRole | null)[] = ['metric', null, 'geo', 'time'];

const roles: Readonly<Record<string, DimensionRole>> = { region: 'geo', period: 'time', indicator: 'metric' };

/**
 * Rows and columns of a cube. Dimensions with several codes that no attribute mentions become columns, or rows when only
 * columns are mentioned. Without attributes regions are the rows, or else the longest dimension. Names that the table
 * does not have are left out, as one page may pivot different tables alike.
 */
export function readGrid(cube: Cube, pivot: Pivot): Grid {
  const rows = find(cube, pivot.rows, []);
  const columns = find(cube, pivot.columns, rows);
  const open = inPrecedence(cube).filter(
    (dimension) => dimension.size > 1 && !rows.includes(dimension) && !columns.includes(dimension),
  );
  if (rows.length === 0 && columns.length > 0) rows.push(...open.splice(0));
  const [first] = rows.length === 0 ? [...open].sort(byRow) : [];
  if (first) rows.push(...open.splice(open.indexOf(first), 1));
  columns.push(...open);
  fill(cube, rows, columns, ['geo', 'time', null, 'metric']);
  fill(cube, columns, rows, ['time', 'metric', null, 'geo']);
  return gridOf(cube, new Side(rows), new Side(columns));
}

function gridOf(cube: Cube, rows: Side, columns: Side): Grid {
  const metric = cube.dimensionFor('metric');
  const across = Array.from({ length: columns.size }, (_, column) => columns.selection(column));
  let [row, down]: [number, Readonly<Record<string, string>>] = [0, rows.selection(0)];
  const selection = (nextRow: number, column: number): Readonly<Record<string, string>> => {
    // Cells are read row by row.
    if (nextRow !== row) [row, down] = [nextRow, rows.selection(nextRow)];
    return { ...down, ...across[column] };
  };
  const inRow = metric !== null && rows.dimensions.includes(metric);
  const inColumn = metric !== null && columns.dimensions.includes(metric);
  const only = cube.indicator();
  return {
    cube,
    rows,
    columns,
    observation: (nextRow, column) => cube.observation(selection(nextRow, column)),
    indicator: (nextRow, column) =>
      metric && (inRow || inColumn) ? cube.indicator(selection(nextRow, column)[metric.id]) : only,
  };
}

function find(cube: Cube, names: readonly string[], taken: readonly Dimension[]): Dimension[] {
  const found = names.flatMap((name) => {
    const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
    const dimension = cube.dimensions.find(({ id }) => id === name) ?? (role && cube.dimensionFor(role));
    return dimension && !taken.includes(dimension) ? [dimension] : [];
  });
  return [...new Set(found)];
}

function inPrecedence(cube: Cube): readonly Dimension[] {
  return precedence.flatMap((role) => cube.dimensions.filter((dimension) => dimension.role === role));
}

/** Regions first, else the longest. */
function byRow(a: Dimension, b: Dimension): number {
  return Number(b.role === 'geo') - Number(a.role === 'geo') || b.size - a.size;
}

/** A side without dimensions gets one that has a single code, so that its header says something. */
function fill(
  cube: Cube,
  side: Dimension[],
  other: readonly Dimension[],
  order: readonly (DimensionRole | null)[],
): void {
  if (side.length > 0) return;
  const free = cube.dimensions.filter((dimension) => !other.includes(dimension));
  const [best] = order.flatMap((role) => free.filter((dimension) => dimension.role === role));
  if (best) side.push(best);
}
