/** `vue-echarts`, one component per chart. */
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { LegacyGridContainLabel } from 'echarts/features';
import { createApp, h } from 'vue';
import VChart from 'vue-echarts';
import { benchOf } from './draw.js';
import { optionOf } from './echarts-option.js';

use([LineChart, GridComponent, SVGRenderer, LegacyGridContainLabel]);

benchOf({
  start(place, series) {
    const settings = { option: optionOf(series), initOptions: { renderer: 'svg', width: 640, height: 320 } };
    createApp({ render: () => h(VChart, settings) }).mount(place);
  },
  isDrawn: (place) => place.querySelector('svg path') !== null,
});
