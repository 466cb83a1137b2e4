import { defineElement } from '../shared/define-element.js';
import { IndicatorPicker } from './indicator-picker.js';

declare global {
  interface HTMLElementTagNameMap {
    'indicator-picker': IndicatorPicker;
  }
}

defineElement('indicator-picker', IndicatorPicker);
