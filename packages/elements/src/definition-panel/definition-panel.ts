import type { Cube, Indicator, LoadState } from '@peilglas/model';
import { definitionWordsFor } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Question } from '../shared/cube-controller.js';
import { DataElement } from '../shared/data-element.js';
import { frame } from '../shared/frame.styles.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import { parseFilter } from '../shared/parse-attributes.js';
import { tokens } from '../shared/tokens.styles.js';
import { waitingView } from '../shared/waiting-view.js';
import type { DefinedFigure } from './defined-figure.js';
import { definitionView } from './definition-panel-view.js';
import { styles } from './definition-panel.styles.js';

/**
 * What a figure means: definition, unit, reference date, breaks in the series, source, validation, contact and how to
 * cite it. Stands in the page by itself, or opens as a popover from the definition button of another element.
 *
 * @summary What the figure means
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @csspart panel - The box
 * @csspart heading - The heading
 * @csspart close - Closes the popover
 * @cssprop --peil-definition-height - Least height in the page, reserved before the text is there; default 24rem, at least 384px
 */
export class DefinitionPanel extends DataElement {
  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  static override readonly properties: PropertyDeclarations = { figure: { attribute: false } };

  /** The figure it was opened from; null for a panel that stands in the page by itself. */
  declare figure: DefinedFigure | null;

  constructor() {
    super();
    this.figure = null;
  }

  /** Only the table's metadata is needed. */
  protected override ask(): Question | null {
    const question = super.ask();
    return question && { ...question, select: null };
  }

  protected override get selectionText(): string {
    return this.indicator ?? '';
  }

  protected override judge(cube: Cube): LoadState {
    return this.#indicatorOf(cube) ? 'ready' : 'empty';
  }

  /** Puts the focus where reading starts, for a panel that has just opened. */
  focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>('.close')?.focus();
  }

  protected override render(): TemplateResult {
    const { state, cube, patience } = this.figures;
    const { words } = this.language;
    const indicator = cube && this.#indicatorOf(cube);
    const waiting = state === 'loading';
    const message = () => loadStateView(this.figures, this.selectionText, this.language, this.act);
    const content =
      cube && indicator
        ? definitionView(this.figure ?? { cube, indicator, region: '', point: null }, this.language.lang())
        : waiting
          ? html`<p class="bar" aria-hidden="true"></p>
              ${waitingView(words, patience)}`
          : state === 'idle'
            ? nothing
            : message();
    return html`<div class="panel" part="panel" lang=${this.language.lang()} aria-busy=${waiting}>
        ${this.popover ? this.#closeView() : nothing}
        ${headingView({
          text: this.heading ?? indicator?.label ?? null,
          lang: this.heading ? null : cube?.publication.language,
          level: this.headingLevel,
          waiting,
          definition: null,
        })}
        ${state === 'stale' ? message() : nothing} ${content}
      </div>
      <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  #indicatorOf(cube: Cube): Indicator | null {
    if (this.indicator === null) {
      // One chosen for a whole page may be none of this table's.
      const chosen = parseFilter(this.filterText).get('indicator') ?? [];
      return cube.indicator(chosen.find((code) => cube.dimensionFor('metric')?.has(code)));
    }
    return cube.dimensionFor('metric')?.has(this.indicator) === false ? null : cube.indicator(this.indicator);
  }

  #closeView(): TemplateResult {
    return html`<button
      class="close"
      part="close"
      type="button"
      aria-label=${definitionWordsFor(this.language.lang()).close}
      @click=${() => {
        this.hidePopover();
      }}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"></path></svg>
    </button>`;
  }
}
