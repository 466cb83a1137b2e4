/** What an element must show, worked out from its attributes and the source files. */
import assert from 'node:assert/strict';
import {
  sourceTable,
  writeCell,
  writeMargin,
  writeObservation,
  writePeriod,
  writeTileFigure,
  type SourceCell,
  type SourceTable,
} from './source-tables.ts';

/** The attributes of an element that say which figures it shows. */
export interface Asked {
  readonly table: string;
  readonly indicator: string;
  readonly filter: string;
  readonly compareWith: string;
}

export interface ExpectedTile {
  /** `empty` when the source has no figure for the region at all; then all texts but the region's are empty. */
  readonly state: 'ready' | 'empty';
  readonly figure: string;
  readonly comparison: readonly string[];
  readonly region: string;
  /** Of the figure, as the page writes it. */
  readonly period: string;
}

/** Rows of cells as texts, the header first. */
export type TextTable = readonly (readonly string[])[];

type Codes = readonly string[];

const list = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

/** The codes wanted of each dimension; of time nothing, since each period is a row. */
function select(asked: Asked, region: string): readonly Codes[] {
  const { dimensions, indicators } = sourceTable(asked.table);
  const filters = list(asked.filter).map((part) => part.split(':'));
  return dimensions.map(({ id, role, total, codes = [] }) => {
    if (role === 'time') return [''];
    if (role === 'metric') return asked.indicator ? list(asked.indicator) : [indicators[0]?.code ?? ''];
    // A table that goes no further than municipalities is compared with no country.
    if (role === 'geo') {
      const regions = new Set([region, ...list(asked.compareWith)]);
      return [...regions].filter((each) => codes.some(({ code }) => code === each));
    }
    const chosen = filters.filter(([dimension]) => dimension === id).map(([, code = '']) => code);
    return chosen.length > 0 ? chosen : [total ?? ''];
  });
}

function combine(choices: readonly Codes[]): readonly Codes[] {
  return choices.reduce<readonly Codes[]>(
    (rows, codes) => rows.flatMap((row) => codes.map((code) => [...row, code])),
    [[]],
  );
}

function axisOf({ dimensions }: SourceTable, role: 'geo' | 'time' | 'metric'): number {
  return dimensions.findIndex((dimension) => dimension.role === role);
}

function labelOf({ dimensions, indicators }: SourceTable, axis: number, codes: Codes): string {
  const labels = dimensions[axis]?.role === 'metric' ? indicators : (dimensions[axis]?.codes ?? []);
  const found = labels.find(({ code }) => code === codes[axis]);
  assert.ok(found, `${String(codes[axis])} has no label`);
  return found.label.nl;
}

function indicatorOf(table: SourceTable, codes: Codes): SourceTable['indicators'][number] {
  const found = table.indicators.find(({ code }) => code === codes[axisOf(table, 'metric')]);
  assert.ok(found, `No indicator in ${codes.join()}`);
  return found;
}

function cellAt(table: SourceTable, codes: Codes, period: string): SourceCell {
  return table.cell(codes.with(axisOf(table, 'time'), period));
}

export function expectedTile(asked: Asked, region: string): ExpectedTile {
  const table = sourceTable(asked.table);
  const [own = [], ...others] = combine(select(asked, region));
  const indicator = indicatorOf(table, own);
  const period = table.periods.findLast((each) => cellAt(table, own, each).value !== '');
  const geo = axisOf(table, 'geo');
  if (period === undefined) {
    return { state: 'empty', figure: '', comparison: [], region: labelOf(table, geo, own), period: '' };
  }
  return {
    state: 'ready',
    figure: writeTileFigure(cellAt(table, own, period), indicator),
    comparison: others.map(
      (codes) => `${labelOf(table, geo, codes)}: ${writeObservation(cellAt(table, codes, period), indicator)}`,
    ),
    region: labelOf(table, geo, own),
    period: writePeriod(period),
  };
}

export function expectedChartTable(asked: Asked, region: string): TextTable {
  const table = sourceTable(asked.table);
  const choices = select(asked, region);
  const lines = combine(choices);
  const open = choices.flatMap((codes, axis) => (codes.length > 1 ? [axis] : []));
  const named = open.length > 0 ? open : [axisOf(table, 'geo')];
  return [
    ['Periode', ...lines.map((codes) => named.map((axis) => labelOf(table, axis, codes)).join(', '))],
    ...table.periods.map((period) => [
      writePeriod(period),
      ...lines.map((codes) => writeCellWithMargin(table, codes, period)),
    ]),
  ];
}

function writeCellWithMargin(table: SourceTable, codes: Codes, period: string): string {
  const indicator = indicatorOf(table, codes);
  const { lower, upper } = indicator.bounds ?? {};
  const bounds = [lower, upper].map((code = '') => cellAt(table, codes.with(axisOf(table, 'metric'), code), period));
  return writeCell(cellAt(table, codes, period), indicator) + writeMargin(bounds, indicator);
}

/** What a screen reader hears of the first line of a chart at one period: `Enschede, 2023: 161.235 inwoners`. */
export function expectedSpeech(asked: Asked, region: string, period: string): string {
  const table = sourceTable(asked.table);
  const [own = []] = combine(select(asked, region));
  const figure = writeObservation(cellAt(table, own, period), indicatorOf(table, own));
  return `${labelOf(table, axisOf(table, 'geo'), own)}, ${writePeriod(period)}: ${figure}`;
}
