import { defineElement } from '../shared/define-element.js';
import { PopulationPyramid } from './population-pyramid.js';

declare global {
  interface HTMLElementTagNameMap {
    'population-pyramid': PopulationPyramid;
  }
}

defineElement('population-pyramid', PopulationPyramid);
