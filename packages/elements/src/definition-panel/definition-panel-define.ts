import { defineElement } from '../shared/define-element.js';
import { DefinitionPanel } from './definition-panel.js';

declare global {
  interface HTMLElementTagNameMap {
    'definition-panel': DefinitionPanel;
  }
}

defineElement('definition-panel', DefinitionPanel);
