import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { spacedBy } from './spaced-width.js';

/** The parts of ECharts that are drawn with; importing this file registers them. Nothing else reaches the chunk. */
use([LineChart, BarChart, GridSimpleComponent, SVGRenderer]);

const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');

/** As wide as it is high in any font that has it: ECharts takes the height of a line from it. */
const square = '国';

/** As ECharts itself does on a canvas, and with the reader's text spacing. */
if (context) {
  setPlatformAPI({
    measureText: (text, font = '12px sans-serif') => {
      // To find a font that has it takes a browser longer than all other texts.
      if (text === square) return { width: Number.parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? '12') };
      context.font = font;
      return { width: context.measureText(text).width + spacedBy(text, font) };
    },
  });
}
