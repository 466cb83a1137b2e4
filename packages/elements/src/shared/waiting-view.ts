import type { Words } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Patience } from './cube-controller.js';

/** Says that figures are on their way: to screen readers after a moment, to everybody when it takes long. */
export function waitingView(words: Words, patience: Patience): TemplateResult {
  if (patience === 'seen') return html`<p class="muted">${words.loadingSlow}</p>`;
  const text = { quiet: nothing, loading: words.loading, slow: words.loadingSlow }[patience];
  return html`<p class=${patience === 'slow' ? 'muted' : 'visually-hidden'} role="status">${text}</p>`;
}
