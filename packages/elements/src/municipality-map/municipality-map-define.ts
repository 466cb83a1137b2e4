import { defineElement } from '../shared/define-element.js';
import { MunicipalityMap } from './municipality-map.js';

declare global {
  interface HTMLElementTagNameMap {
    'municipality-map': MunicipalityMap;
  }
}

defineElement('municipality-map', MunicipalityMap);
