import { defineElement } from '../shared/define-element.js';
import { MunicipalityCompare } from './municipality-compare.js';

declare global {
  interface HTMLElementTagNameMap {
    'municipality-compare': MunicipalityCompare;
  }
}

defineElement('municipality-compare', MunicipalityCompare);
