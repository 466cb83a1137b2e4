import { defineElement } from '../shared/define-element.js';
import { StatisticalYearbook } from './statistical-yearbook.js';

declare global {
  interface HTMLElementTagNameMap {
    'statistical-yearbook': StatisticalYearbook;
  }
}

defineElement('statistical-yearbook', StatisticalYearbook);
