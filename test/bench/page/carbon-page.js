/** Carbon Charts, with the style sheet that its drawings need. It names the line below the drawing. */
import { LineChart } from '@carbon/charts';
import '@carbon/charts/styles.css';
import { benchOf } from './draw.js';
import { numberOf } from './words.js';

benchOf({
  start(place, { name, periods, values, decimals }) {
    const { format } = numberOf(decimals);
    return new LineChart(place, {
      data: periods.map((key, at) => ({ group: name, key, value: values[at] })),
      options: {
        animations: false,
        resizable: false,
        width: '640px',
        height: '320px',
        toolbar: { enabled: false },
        tooltip: { enabled: false },
        legend: { clickable: false },
        points: { enabled: false },
        grid: { x: { enabled: false } },
        axes: {
          bottom: { mapsTo: 'key', scaleType: 'labels' },
          left: { mapsTo: 'value', includeZero: false, ticks: { number: 5, formatter: (value) => format(value) } },
        },
      },
    });
  },
  isDrawn: (place) => place.querySelector('path.line') !== null,
});
