export type { BarBox, Box } from './bar-boxes.js';
export { Chart, type Drawing } from './chart.js';
export { chartColours } from './chart-colours.js';
export type { CompareInput, ComparedRow } from './compare-input.js';
export { compareHeight } from './compare-layout.js';
export { compareOption, type CompareOption } from './compare-option.js';
export type { BarredOption, DrawnOption, PlottedOption } from './drawn-option.js';
export { needsLegend } from './end-labels.js';
export { legendEntries, lineStyles, type LineStyle, type Marker } from './line-style.js';
export { nearestPlace, plotPosition, type Plot, type PlotPlace, type PlotPosition } from './plot.js';
export { missingStyle, partStyle, restStyle, type PartStyle } from './part-style.js';
export type { PyramidInput, PyramidSide } from './pyramid-input.js';
export { pyramidOption, type PyramidOption } from './pyramid-option.js';
export { restShare, type ShareBar, type ShareInput } from './share-input.js';
export { shareHeight, shareOption, type ShareOption } from './share-option.js';
export { alignPoints, timeAxis, type AxisStep, type TimeAxis } from './time-axis.js';
export { bandedLines } from './trend-bands.js';
export type {
  ChartFont,
  DrawingRoom,
  Margin,
  Size,
  TrendInput,
  TrendLine,
  TrendNote,
  TrendReference,
  TrendShape,
} from './trend-input.js';
export { trendOption, type AxisOption, type ChartOption } from './trend-option.js';
export { axisStartsAtZero } from './trend-scale.js';
