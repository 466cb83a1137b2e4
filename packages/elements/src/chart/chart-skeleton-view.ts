import type { Words } from '@peilglas/text';
import { html, type TemplateResult } from 'lit';
import type { Patience } from '../shared/cube-controller.js';
import { waitingView } from '../shared/waiting-view.js';

/** Bars where subline and sentence will be, and the drawing's grid. */
export function skeletonView(words: Words, patience: Patience): TemplateResult {
  return html`<p class="subline muted" aria-hidden="true"><span class="bar"></span></p>
    <p class="summary" aria-hidden="true"><span class="bar whole"></span></p>
    ${waitingView(words, patience)}
    <div class="drawing waiting" aria-hidden="true"></div>
    <div class="tools" aria-hidden="true"></div>`;
}
