import { defineElement } from '../shared/define-element.js';
import { DataContext } from './data-context.js';

declare global {
  interface HTMLElementTagNameMap {
    'data-context': DataContext;
  }
}

defineElement('data-context', DataContext);
