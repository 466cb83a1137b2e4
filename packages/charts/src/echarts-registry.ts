import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** The parts of ECharts that are drawn with; importing this file registers them. Nothing else reaches the chunk. */
use([LineChart, BarChart, GridSimpleComponent, SVGRenderer]);
