import { defineElement } from '../shared/define-element.js';
import { ShareChart } from './share-chart.js';

declare global {
  interface HTMLElementTagNameMap {
    'share-chart': ShareChart;
  }
}

defineElement('share-chart', ShareChart);
