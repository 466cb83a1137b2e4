import { defineElement } from '../shared/define-element.js';
import { SessionStatus } from './session-status.js';

declare global {
  interface HTMLElementTagNameMap {
    'session-status': SessionStatus;
  }
}

defineElement('session-status', SessionStatus);
