import type { EChartsCoreOption } from 'echarts/core';
import type { BarBox } from './bar-boxes.js';
import type { Plot } from './plot.js';

/** An ECharts option with figures along a time axis, and where it puts them. */
export interface PlottedOption extends EChartsCoreOption {
  readonly plot: Plot;
  readonly bars?: never;
}

/** An ECharts option with figures as bars, and where it puts them. */
export interface BarredOption extends EChartsCoreOption {
  readonly plot?: never;
  readonly bars: readonly BarBox[];
}

export type DrawnOption = PlottedOption | BarredOption;
