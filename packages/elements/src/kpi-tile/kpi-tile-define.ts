import { defineElement } from '../shared/define-element.js';
import { KpiTile } from './kpi-tile.js';

declare global {
  interface HTMLElementTagNameMap {
    'kpi-tile': KpiTile;
  }
}

defineElement('kpi-tile', KpiTile);
