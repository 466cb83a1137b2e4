import { defineElement } from '../shared/define-element.js';
import { PeriodPicker } from './period-picker.js';

declare global {
  interface HTMLElementTagNameMap {
    'period-picker': PeriodPicker;
  }
}

defineElement('period-picker', PeriodPicker);
