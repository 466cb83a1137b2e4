export { Chart, type Drawing } from './chart.js';
export { chartColours } from './chart-colours.js';
export { needsLegend } from './end-labels.js';
export { legendEntries, lineStyles, type LineStyle, type Marker } from './line-style.js';
export { nearestPlace, plotPosition, type Plot, type PlotPlace, type PlotPosition } from './plot.js';
export type { PictureText } from './standalone-svg.js';
export { alignPoints, timeAxis, type AxisStep, type TimeAxis } from './time-axis.js';
export type { ChartFont, Size, TrendInput, TrendLine, TrendShape } from './trend-input.js';
export { axisStartsAtZero, trendOption, type AxisOption, type ChartOption } from './trend-option.js';
