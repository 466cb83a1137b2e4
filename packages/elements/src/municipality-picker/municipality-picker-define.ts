import { defineElement } from '../shared/define-element.js';
import { MunicipalityPicker } from './municipality-picker.js';

declare global {
  interface HTMLElementTagNameMap {
    'municipality-picker': MunicipalityPicker;
  }
}

defineElement('municipality-picker', MunicipalityPicker);
