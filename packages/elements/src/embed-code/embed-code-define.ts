import { defineElement } from '../shared/define-element.js';
import { EmbedCode } from './embed-code.js';

declare global {
  interface HTMLElementTagNameMap {
    'embed-code': EmbedCode;
  }
}

defineElement('embed-code', EmbedCode);
