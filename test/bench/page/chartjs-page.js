/** Chart.js, with the parts that this chart needs; it draws on a canvas. */
import { CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { benchOf } from './draw.js';
import { numberOf } from './words.js';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** The figure at the end of the line. */
const endLabel = {
  id: 'end-label',
  afterDatasetsDraw(chart) {
    const { x, y } = chart.getDatasetMeta(0).data.at(-1);
    chart.ctx.fillStyle = '#111';
    chart.ctx.fillText(chart.data.datasets[0].label, x + 8, y + 4);
  },
};

benchOf({
  start(place, { periods, values, decimals }) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 320];
    place.append(canvas);
    const { format } = numberOf(decimals);
    const pointRadius = values.map((_, at) => (at === values.length - 1 ? 4 : 0));
    return new Chart(canvas, {
      type: 'line',
      data: { labels: periods, datasets: [{ label: format(values.at(-1)), data: values, pointRadius }] },
      options: {
        animation: false,
        responsive: false,
        layout: { padding: { right: 64 } },
        scales: {
          x: { grid: { drawOnChartArea: false }, ticks: { autoSkip: false, maxRotation: 0 } },
          y: { ticks: { maxTicksLimit: 6, callback: (value) => format(value) } },
        },
      },
      plugins: [endLabel],
    });
  },
  isDrawn: (place) => place.querySelector('canvas') !== null,
});
