/** Hand-written ECharts, with the parts that this chart needs and no other. */
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { LegacyGridContainLabel } from 'echarts/features';
import { benchOf, frame } from './draw.js';
import { optionOf } from './echarts-option.js';

use([LineChart, GridComponent, SVGRenderer, LegacyGridContainLabel]);

const isDrawn = (place) => place.querySelector('svg path') !== null;
const drawn = benchOf({
  start(place, series) {
    const chart = init(place, null, { renderer: 'svg', width: 640, height: 320 });
    chart.setOption(optionOf(series));
    return chart;
  },
  isDrawn,
});

Object.assign(globalThis.bench, {
  /** Every drawing gets another width. */
  async resize(width) {
    await frame();
    const began = performance.now();
    for (const [number, place] of drawn.places.entries()) {
      place.style.inlineSize = `${width}px`;
      drawn.charts[number].resize({ width, height: 320 });
    }
    await frame();
    await frame();
    return { time: performance.now() - began };
  },
  /** Every drawing gets other colours, as ECharts has it: an option that is merged. */
  async theme([text, line]) {
    await frame();
    const began = performance.now();
    const axis = { axisLabel: { color: text }, axisLine: { lineStyle: { color: text } } };
    for (const chart of drawn.charts)
      chart.setOption({
        xAxis: axis,
        yAxis: axis,
        series: [{ lineStyle: { color: line }, itemStyle: { color: line }, endLabel: { color: line } }],
      });
    await frame();
    await frame();
    return { time: performance.now() - began };
  },
});
