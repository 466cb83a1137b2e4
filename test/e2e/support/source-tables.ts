/**
 * The demo's source files, and how a Dutch page must write their figures. Knows nothing of the packages: what the
 * elements show is held against this.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../../demo/tables/', import.meta.url));

interface Labelled {
  readonly code: string;
  readonly label: { readonly nl: string };
}

interface Indicator extends Labelled {
  readonly decimals: number;
  /** Indicators that say between which figures the true one lies. */
  readonly bounds?: { readonly lower: string; readonly upper: string };
  readonly unit: { readonly nl: string };
}

interface Dimension {
  readonly id: string;
  readonly role?: 'geo' | 'time' | 'metric';
  readonly column: string;
  readonly total?: string;
  readonly codes?: readonly Labelled[];
}

interface Manifest {
  readonly data: { readonly value: string; readonly status: string };
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
}

/** One line of a file: the value as written there, and its status; both empty when there is no such line. */
export interface SourceCell {
  readonly value: string;
  readonly status: string;
}

export interface SourceTable {
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly Indicator[];
  /** In order of time. */
  readonly periods: readonly string[];
  /** @param codes one code per dimension, in the manifest's order of dimensions */
  readonly cell: (codes: readonly string[]) => SourceCell;
}

const tables = new Map<string, SourceTable>();

export function sourceTable(id: string): SourceTable {
  const table = tables.get(id) ?? readTable(id);
  tables.set(id, table);
  return table;
}

function readTable(id: string): SourceTable {
  const { data, dimensions, indicators } = parse(readFileSync(`${folder}${id}.yaml`, 'utf8')) as Manifest;
  const [header = [], ...rows] = readFileSync(`${folder}${id}.csv`, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const column = (name: string): number => header.indexOf(name);
  const axes = dimensions.map((dimension) => column(dimension.column));
  const cells = new Map<string, SourceCell>();
  for (const row of rows) {
    // The demo's files have no quoted texts; a line that does would not have as many parts as the header.
    assert.equal(row.length, header.length, `${id}: ${row.join()}`);
    const cell = { value: row[column(data.value)] ?? '', status: row[column(data.status)] ?? '' };
    cells.set(axes.map((axis) => row[axis]).join(), cell);
  }
  const time = axes[dimensions.findIndex(({ role }) => role === 'time')] ?? -1;
  return {
    dimensions,
    indicators,
    periods: [...new Set(rows.map((row) => row[time] ?? ''))].sort(),
    cell: (codes) => cells.get(codes.join()) ?? { value: '', status: '' },
  };
}

const notes: Readonly<Record<string, string>> = { P: 'voorlopig', R: 'nader voorlopig' };
const markers: Readonly<Record<string, string>> = { P: '*', R: '**' };

/** `161.235`, `−0,4`: exactly as many decimals as the indicator has. */
function writeNumber(value: string, decimals: number): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('nl-NL', options).format(Number(value)).replace('-', '−');
}

/** A cell of a table on the page: `740* voorlopig`, `. niet bekend`. */
export function writeCell({ value, status }: SourceCell, { decimals }: Indicator): string {
  if (value === '') return status === 'M' ? 'niet van toepassing' : '. niet bekend';
  return [writeNumber(value, decimals) + (markers[status] ?? ''), notes[status]].filter(Boolean).join(' ');
}

/** Behind a figure between which bounds it lies: ` (69,7–74,9)`. */
export function writeMargin([lower, upper]: readonly SourceCell[], { decimals }: Indicator): string {
  if (!lower?.value || !upper?.value) return '';
  return ` (${writeNumber(lower.value, decimals)}–${writeNumber(upper.value, decimals)})`;
}

/** A figure with its unit: `161.235 inwoners`, `€ 48,7 duizend`, `12,8 %`. @param marker stands right after the number */
function writeFigure({ value }: SourceCell, { decimals, unit }: Indicator, marker = ''): string {
  const number = writeNumber(value, decimals) + marker;
  const [, scale, rest = ''] = /^(x 1\.000 )?(.*)$/.exec(unit.nl) ?? [];
  const euro = rest === 'euro' || rest === '€';
  return [euro && '€', number, scale && 'duizend', !euro && rest].filter(Boolean).join(' ');
}

/** The big figure of a tile; the unit is left out where the label is just that word. */
export function writeTileFigure(cell: SourceCell, indicator: Indicator): string {
  const marker = markers[cell.status] ?? '';
  const { unit, label, decimals } = indicator;
  if (unit.nl === label.nl.toLowerCase()) return writeNumber(cell.value, decimals) + marker;
  return writeFigure(cell, indicator, marker);
}

/** Figure, unit and status in one line: `800 m³, voorlopig`; or why there is no figure. */
export function writeObservation(cell: SourceCell, indicator: Indicator): string {
  if (cell.value === '') return cell.status === 'M' ? 'niet van toepassing' : 'niet bekend';
  return [writeFigure(cell, indicator), notes[cell.status]].filter(Boolean).join(', ');
}

/** `2023`, or `1e helft 2023` for `2023-H1`. */
export function writePeriod(code: string): string {
  return code.replace(/^(\d{4})-H(\d)$/, '$2e helft $1');
}
