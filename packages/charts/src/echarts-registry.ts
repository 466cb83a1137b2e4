import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { spacedBy } from './spaced-width.js';

/** The parts of ECharts that are drawn with; importing this file registers them. Nothing else reaches the chunk. */
use([LineChart, BarChart, GridSimpleComponent, SVGRenderer]);

const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');

/** As ECharts itself does on a canvas, and with the reader's text spacing. */
if (context) {
  setPlatformAPI({
    measureText: (text, font = '12px sans-serif') => {
      context.font = font;
      return { width: context.measureText(text).width + spacedBy(text, font) };
    },
  });
}
