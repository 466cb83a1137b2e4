import { defineElement } from '../shared/define-element.js';
import { TrendChart } from './trend-chart.js';

declare global {
  interface HTMLElementTagNameMap {
    'trend-chart': TrendChart;
  }
}

defineElement('trend-chart', TrendChart);
