import { tableWordsFor, type Words } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Patience } from '../shared/cube-controller.js';
import { waitingView } from '../shared/waiting-view.js';
import { columnGroupsView, headView } from './head-view.js';
import { tableSubline } from './name-table.js';
import type { Stretch } from './row-window.js';
import { revealFocus } from './reveal-focus.js';
import { rowsView } from './rows-view.js';
import type { TableLook } from './table-look.js';

/** The table in its box, which scrolls by keys also where there is nothing to press in it. */
export function scrollerView(
  look: TableLook,
  title: string,
  stretches: readonly Stretch[],
  scrolled: () => void,
): TemplateResult {
  const { grid, lang, isWindowed, pickable } = look;
  const words = tableWordsFor(lang);
  const headers = Math.max(1, grid.columns.dimensions.length);
  return html`<div
      class="scroller ${isWindowed ? 'windowed' : ''}"
      part="scroller"
      role="region"
      tabindex="0"
      aria-label=${words.table(title)}
      @scroll=${isWindowed ? scrolled : nothing}
      @focusin=${revealFocus}
    >
      <table part="table" translate="no" aria-rowcount=${isWindowed ? headers + grid.rows.size : nothing}>
        <caption>
          <span class="visually-hidden" lang=${grid.cube.publication.language ?? nothing}>${title}</span>
          <span class="stay">${tableSubline(grid, lang)}</span>
        </caption>
        ${columnGroupsView(look)} ${headView(look)} ${rowsView(look, stretches)}
      </table>
    </div>
    ${pickable === null ? nothing : html`<p id="keys" hidden>${words.pickKeys}</p>`}`;
}

/** Bars in place of rows; the room of the whole is reserved by the frame. */
export function skeletonView(words: Words, patience: Patience): TemplateResult {
  const bars = Array.from({ length: 8 }, () => html`<p><span class="bar"></span><span class="bar"></span></p>`);
  return html`<div class="waiting" aria-hidden="true">${bars}</div>
    ${waitingView(words, patience)}`;
}

/** What the marks mean; in each cell it is said in words for those who hear the table. */
export function marksView(marks: string): TemplateResult {
  return html`<p class="marks muted" part="marks" aria-hidden="true">${marks}</p>`;
}

/** How much room the headers take that stay in sight, for the style sheet. */
export function headerSizes(scroller: HTMLElement): readonly (readonly [string, string])[] {
  const head = scroller.querySelector('thead')?.offsetHeight ?? 0;
  const first = scroller.querySelector<HTMLElement>('.first')?.offsetWidth ?? 0;
  return [
    ['--_head', `${head}px`],
    ['--_first', `${first}px`],
  ];
}
