import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import { chartColours } from './chart-colours.js';
import type { PlottedOption } from './drawn-option.js';
import type { Plot } from './plot.js';
import { trendBands } from './trend-bands.js';
import { trendLayout, type TrendLayout } from './trend-layout.js';
import { trendMarks } from './trend-marks.js';
import { noteMarks } from './trend-notes.js';
import { referenceMarks } from './trend-references.js';
import { barSeries, lineSeries } from './trend-series.js';
import { isBar, type TrendInput } from './trend-input.js';

/** Longest change of a drawing that is already there, in milliseconds. */
const changeTime = 180;

/** The part of an axis that says what stands along it. */
export interface AxisOption {
  readonly min: number;
  readonly max: number;
  /** Between grid lines. */
  readonly interval?: number;
  readonly axisLabel: {
    /** Where labels stand; without it on every grid line. */
    readonly customValues?: readonly number[];
    readonly formatter: (value: number) => string;
    readonly [other: string]: unknown;
  };
  readonly [other: string]: unknown;
}

/** A development as an ECharts option. */
export interface ChartOption extends PlottedOption {
  readonly plot: Plot;
  readonly xAxis: AxisOption;
  readonly yAxis: AxisOption;
  readonly series: readonly (LineSeriesOption | BarSeriesOption)[];
}

/**
 * The development of an indicator over time as an ECharts option. Deterministic: what is drawn, and where, follows
 * from the input alone. The place of every figure is fixed here in pixels, so an option fits one size only.
 */
export function trendOption(input: TrendInput): ChartOption {
  const layout = trendLayout(input);
  const { plot } = layout;
  return {
    plot,
    animation: !input.reducedMotion,
    animationDuration: 0,
    animationDurationUpdate: changeTime,
    animationEasingUpdate: 'cubicOut',
    backgroundColor: chartColours.ground,
    textStyle: { fontFamily: input.font.family, fontSize: input.font.size, color: chartColours.text },
    grid: { id: 'plot', ...plot.margin, containLabel: false, outerBoundsMode: 'none' },
    xAxis: timeAxisOption(input, layout),
    yAxis: valueAxisOption(input, layout),
    series: [
      ...trendBands(input, layout),
      ...trendMarks(input, layout),
      ...(isBar(input.shape) ? barSeries : lineSeries)(input, layout),
      ...referenceMarks(input, layout),
      ...noteMarks(input, layout),
    ],
  };
}

function timeAxisOption({ font }: TrendInput, { plot, ticks }: TrendLayout): AxisOption {
  const texts = new Map(ticks.map((tick) => [tick.index, tick.text]));
  const places = [...texts.keys()];
  return {
    id: 'time',
    type: 'value',
    ...plot.x,
    // The extent is exact: ECharts neither makes room for bars nor moves the axis to the zero line.
    containShape: false,
    silent: true,
    axisLine: { show: false, onZero: false },
    splitLine: { show: false },
    axisTick: { show: true, length: 4, customValues: places, lineStyle: { color: chartColours.muted, width: 1 } },
    axisLabel: {
      customValues: places,
      formatter: (place: number) => texts.get(place) ?? '',
      hideOverlap: false,
      margin: 8,
      color: chartColours.muted,
      fontFamily: font.family,
      fontSize: font.size,
    },
  };
}

function valueAxisOption({ font }: TrendInput, { values, valueLabels, plot }: TrendLayout): AxisOption {
  return {
    id: 'values',
    type: 'value',
    ...plot.y,
    interval: values.step,
    silent: true,
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: chartColours.line, width: 1 } },
    axisLabel: {
      inside: true,
      margin: 0,
      align: 'left',
      verticalAlign: 'bottom',
      padding: [0, 0, 4, 0],
      formatter: (value: number) => valueLabels[Math.round((value - values.min) / values.step)] ?? '',
      hideOverlap: false,
      color: chartColours.muted,
      fontFamily: font.family,
      fontSize: font.size,
    },
  };
}
