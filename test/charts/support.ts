import { observe, parsePeriod, plainIndicator, type Indicator, type Point, type StatusCode } from '@peilglas/model';
import { trendOption, type ChartOption, type TrendInput, type TrendLine } from '@peilglas/charts';

const inhabitants: Indicator = { ...plainIndicator('inwoners', 'Inwoners'), unit: 'inwoners', decimals: 0 };
export const share: Indicator = { ...plainIndicator('aandeel', 'Aandeel'), unit: '%', decimals: 1 };

export type Cell = readonly [code: string | number, value: number | null, status?: StatusCode];

function points(...cells: readonly Cell[]): readonly Point[] {
  return cells.map(([code, value, status = 'A']) => ({
    code: String(code),
    label: String(code),
    period: parsePeriod(String(code)),
    observation: observe(value, status),
  }));
}

export function line(id: string, own: boolean, ...cells: readonly Cell[]): TrendLine {
  return { id, label: id, own, points: points(...cells) };
}

/** Points of successive years. */
export function years(first: number, values: readonly (number | null)[]): readonly Cell[] {
  return values.map((value, index) => [first + index, value, value === null ? 'C' : 'A']);
}

export function trend(lines: readonly TrendLine[], rest: Partial<TrendInput> = {}): TrendInput {
  return {
    lines,
    indicator: inhabitants,
    breaks: [],
    shape: 'line',
    lang: 'nl',
    size: { width: 640, height: 320 },
    font: { family: 'sans-serif', size: 14 },
    ...rest,
  };
}

/** What is drawn for one line: the values of each stroke, and whether it is dashed. */
export function strokesOf(option: ChartOption, id: string): { values: unknown[]; dashed: boolean }[] {
  return option.series.flatMap((series) => {
    if (series.type !== 'line' || !String(series.id).startsWith(`line ${id} `)) return [];
    return [{ values: itemsOf(series).map(valueOf), dashed: series.lineStyle?.type !== 'solid' }];
  });
}

export function itemsOf(series: ChartOption['series'][number] | undefined): unknown[] {
  return Array.isArray(series?.data) ? series.data : [];
}

export function seriesById(option: ChartOption, id: string): ChartOption['series'][number] | undefined {
  return option.series.find((series) => series.id === id);
}

export function valueOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'value' in item ? item.value : item;
}

interface Labelled {
  readonly label: { readonly formatter: () => string };
}

function isLabelled(item: unknown): item is Labelled {
  return typeof item === 'object' && item !== null && 'label' in item;
}

/** The words of a data item's label; null when it has none. */
export function labelOf(item: unknown): string | null {
  return isLabelled(item) ? item.label.formatter() : null;
}

/** A figure with its line's label beside it: `position` in pixels from the top left of the figure's symbol. */
export interface LabelItem {
  readonly value: [number, number];
  readonly symbolSize: number;
  readonly label: { position: [number, number]; lineHeight: number; formatter: () => string };
}

export function isLabelItem(item: unknown): item is LabelItem {
  return isLabelled(item) && 'position' in item.label && Array.isArray(item.label.position);
}

export function allLabels(option: ChartOption): string[] {
  return option.series.flatMap((series) => itemsOf(series).map(labelOf)).filter((text) => text !== null);
}

/** Words under the time axis, with their places. */
export function ticksOf({ xAxis }: ChartOption): { index: number; text: string }[] {
  return (xAxis.axisLabel.customValues ?? []).map((index) => ({ index, text: xAxis.axisLabel.formatter(index) }));
}

export function gridLines({ yAxis }: ChartOption): number[] {
  const count = Math.round((yAxis.max - yAxis.min) / (yAxis.interval ?? NaN));
  return Array.from({ length: count + 1 }, (_, index) => yAxis.min + index * (yAxis.interval ?? 0));
}

export { trendOption };
