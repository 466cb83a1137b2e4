/** A line chart as somebody writes it with ECharts, with what ours has: every year, the last point, its figure. */
import { numberOf } from './words.js';

export const optionOf = ({ periods, values, decimals }) => {
  const { format } = numberOf(decimals);
  const last = values.length - 1;
  return {
    animation: false,
    grid: { left: 8, right: 64, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: periods, boundaryGap: false, axisLabel: { interval: 0 } },
    yAxis: { type: 'value', scale: true, splitNumber: 4, axisLabel: { formatter: format } },
    series: [
      {
        type: 'line',
        data: values.map((value, place) => ({ value, symbol: place === last ? 'circle' : 'none' })),
        endLabel: { show: true, formatter: format(values[last]) },
      },
    ],
  };
};
