/** Highcharts. Its licence allows no use without one of its maker's: it is here to be measured with, and never shipped. */
import Highcharts from 'highcharts';
import { benchOf } from './draw.js';
import { numberOf } from './words.js';

benchOf({
  start(place, { name, periods, values, decimals }) {
    const { format } = numberOf(decimals);
    const endLabel = { enabled: true, format: format(values.at(-1)), align: 'left', x: 8, y: 12 };
    const last = {
      y: values.at(-1),
      marker: { enabled: true },
      dataLabels: { ...endLabel, crop: false, overflow: 'allow' },
    };
    return Highcharts.chart(place, {
      accessibility: { enabled: false },
      chart: { type: 'line', width: 640, height: 320, animation: false, marginRight: 64 },
      credits: { enabled: false },
      legend: { enabled: false },
      title: { text: undefined },
      xAxis: { categories: periods, tickWidth: 1, labels: { step: 1 } },
      yAxis: { title: { text: undefined }, tickAmount: 5, labels: { formatter: ({ value }) => format(value) } },
      plotOptions: { series: { animation: false, marker: { enabled: false } } },
      series: [{ name, data: [...values.slice(0, -1), last] }],
    });
  },
  isDrawn: (place) => place.querySelector('path.highcharts-graph') !== null,
});
