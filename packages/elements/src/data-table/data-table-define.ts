import { defineElement } from '../shared/define-element.js';
import { DataTable } from './data-table.js';

declare global {
  interface HTMLElementTagNameMap {
    'data-table': DataTable;
  }
}

defineElement('data-table', DataTable);
