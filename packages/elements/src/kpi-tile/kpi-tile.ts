import type { Cube, LoadState } from '@peilglas/model';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { DataElement } from '../shared/data-element.js';
import { DefinitionController } from '../shared/definition-controller.js';
import { frame } from '../shared/frame.styles.js';
import { headingView } from '../shared/heading-view.js';
import { loadStateView } from '../shared/load-state-view.js';
import { parseList } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';
import { sourceView } from '../shared/source-view.js';
import { tokens } from '../shared/tokens.styles.js';
import { changeView, comparisonView, figureView, skeletonView, sparklineView } from './kpi-tile-view.js';
import { styles } from './kpi-tile.styles.js';
import { readTile, type Tile } from './read-tile.js';
import type { TileMore } from './tile-more.js';

/**
 * One figure, with its change, its development as a sparkline, its reference date, status and source.
 *
 * @summary One figure
 * @attr compare-with - Region codes to compare with, space separated
 * @attr peers - Region codes of which to tell the average; several groups as `Twente=GM0141 GM0147; Steden=GM0153 GM0164`. A code of a province stands for its municipalities, `codelist:stedelijkheid-2020` for the groups of a codelist
 * @attr weight - Code of an indicator in the same table that weighs that average, such as the number of inhabitants; the one that the table says when absent
 * @attr target - A figure to be reached, and by when: `60:2030`, `60`
 * @attr since - Period to compare with: `2015`, `first`; a year earlier when absent
 * @attr without-sparkline - Leaves out the small line
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @csspart tile - The box
 * @csspart heading - The heading
 * @csspart figure - The figure with its unit
 * @csspart definition-button - Opens the definition
 * @csspart change - Change since another period, in words
 * @csspart comparison - Figures of other regions
 * @csspart target - How far there is to go
 * @csspart peers - Averages of groups
 * @csspart sparkline - The small line
 * @csspart source - Reference date, status and source
 * @cssprop --peil-tile-height - Least height, reserved before the figure is there; default 17.5rem, at least 280px
 */
export class KpiTile extends DataElement {
  static override readonly properties: PropertyDeclarations = {
    compareWith: { attribute: 'compare-with' },
    peers: {},
    weight: {},
    target: {},
    since: {},
    withoutSparkline: { type: Boolean, attribute: 'without-sparkline' },
  };

  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  declare compareWith: string | null;
  declare peers: string | null;
  declare weight: string | null;
  declare target: string | null;
  declare since: string | null;
  declare withoutSparkline: boolean;

  #more: TileMore | null = null;
  readonly #definition = new DefinitionController(this);

  constructor() {
    super();
    this.compareWith = null;
    this.since = this.peers = this.weight = this.target = null;
    this.withoutSparkline = false;
  }

  /** All periods, since change and sparkline need them; the own region first. */
  protected override get wanted(): Wanted {
    return {
      ...super.wanted,
      indicators: parseList(this.indicator).slice(0, 1),
      regions: this.regions.slice(0, 1),
      compareWith: parseList(this.compareWith),
      period: { kind: 'all' },
    };
  }

  protected override judge(cube: Cube): LoadState {
    const tile = this.#read(cube);
    if (!tile || tile.history.every(({ observation }) => observation.status === 'O')) return 'empty';
    return tile.point.observation.status === 'C' ? 'suppressed' : 'ready';
  }

  #read(cube: Cube): Tile | null {
    return readTile(cube, this.periodSelection, this.since, this.language.lang());
  }

  protected override render(): TemplateResult {
    const { state, cube } = this.figures;
    const tile = cube && this.#read(cube);
    return html`<div
        class="tile"
        part="tile"
        role="group"
        lang=${this.language.lang()}
        aria-busy=${state === 'loading'}
      >
        ${this.#headingView(tile, cube)} ${this.#bodyView(tile, cube)}
        <slot name="footer"></slot>
      </div>
      <slot hidden @slotchange=${this.readChild}></slot>`;
  }

  #headingView(tile: Tile | null, cube: Cube | null): TemplateResult {
    return headingView({
      text: this.heading ?? tile?.indicator.label ?? null,
      lang: this.heading ? null : cube?.publication.language,
      level: this.headingLevel,
      waiting: this.figures.state === 'loading',
      definition: tile &&
        cube && {
          label: this.language.words.about(tile.indicator.label),
          press: (button) => {
            // While other figures come, the button is still that of the one before.
            if (this.figures.cube === cube) void this.#definition.toggle(button, { cube, ...tile });
          },
        },
    });
  }

  #bodyView(tile: Tile | null, cube: Cube | null): unknown {
    const { state, patience } = this.figures;
    const { words } = this.language;
    const lang = this.language.lang();
    if (state === 'idle') return nothing;
    if (state === 'loading') return skeletonView(words, patience);
    const message =
      state === 'ready' ? nothing : loadStateView(this.figures, this.selectionText, this.language, this.act);
    if (!tile || !cube || state === 'empty') return message;
    if (state === 'suppressed') return html`${message}${this.#sourceView(tile, cube)}`;
    const { breaks } = cube.publication;
    return html`
      ${figureView(tile, lang)} ${changeView(tile, breaks, lang)} ${comparisonView(tile, lang)} ${this.#moreView(tile)}
      ${this.withoutSparkline ? nothing : sparklineView(tile, breaks, lang)} ${message} ${this.#sourceView(tile, cube)}
    `;
  }

  /** Few tiles have a target or peers: those fetch the code for it, and keep a line free until it is there. */
  #moreView(tile: Tile): unknown {
    if (!this.target && !this.peers) return nothing;
    if (this.#more) return this.#more.view(tile, this.ask(), this.wanted);
    import('./tile-more.js')
      .then(({ TileMore }) => {
        this.#more ??= new TileMore(this);
        this.requestUpdate();
      })
      // The tile stands without it; the next update asks again.
      .catch(() => undefined);
    return html`<p class="comparison waiting"> </p>`;
  }

  #sourceView(tile: Tile, cube: Cube): unknown {
    return this.withoutSource ? nothing : sourceView(tile, cube, this.language);
  }
}
