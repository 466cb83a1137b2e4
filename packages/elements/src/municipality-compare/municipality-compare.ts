import type { CompareInput, CompareOption, DrawingRoom } from '@peilglas/charts';
import { parsePeriodSelection, type Cube, type LoadState } from '@peilglas/model';
import { compareWordsFor, summariseComparison, type ChartWords } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { chartsCode, type ChartsModule } from '../chart/drawing-controller.js';
import { markMeanings } from '../chart/figure-cell-view.js';
import type { Grid, Place } from '../chart/walk-places.js';
import type { Question } from '../shared/cube-controller.js';
import type { Pointed } from '../shared/peil-point-event.js';
import { parseList, withOwnRegion } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import { choiceView, periodsView, speakPeer, subline, tableView, tooltipView } from './municipality-compare-view.js';
import { styles } from './municipality-compare.styles.js';
import { parsePeers } from './peer-groups.js';
import { judgePeers, noPeers, peersQuestion } from './peers-question.js';
import { readComparison, type Comparison, type ComparisonManner, type Peer } from './read-comparison.js';
import type { PeersWanted } from './select-peers.js';

/** What is drawn, but for what only the page knows. */
type Drawn = Omit<CompareInput, keyof DrawingRoom>;

/**
 * One indicator across municipalities: a sentence with the rank, sorted bars, and the same figures as a table. The own
 * municipality stands out; those without a figure have no rank, and stand at the end with the reason.
 *
 * Where not all fit, the drawing shows the first, the last and those around the own one, and a button shows all: a page
 * does not scroll within a page, and what is printed is what was seen.
 *
 * @summary One indicator across municipalities
 * @attr peers - Region codes to compare among; several groups as `Twente=GM0141 GM0147; Steden=GM0153 GM0164`. A code of a province stands for its municipalities, `codelist:stedelijkheid-2020` for the groups of a codelist. When absent all municipalities of the table; with a district or neighbourhood as region those of its kind beside it
 * @attr since - An earlier period, for a dot then and a dot now
 * @attr {'figure' | 'name'} order - `figure` (default) or `name`
 * @attr weight - Code of an indicator in the same table that weighs the average, such as the number of inhabitants; the one that the table says when absent
 * @attr without-average - Leaves out the average
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-select - Somebody chose a municipality
 * @fires peil-point - Somebody looks at a place in the drawing, or no longer does
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart controls - Order and group
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The figure of one municipality
 * @csspart legend - Which dot is which period
 * @csspart all-button - Draws every municipality
 * @csspart table - The table, once it is opened
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem, at least 320px. It gives or takes a little for the sentence
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem, at least 256px
 * @cssprop --peil-chart-frame-height - Height of the whole, reserved before the figures are there; default 38rem, at least 608px
 * @cssprop --peil-chart-frame-height-narrow - The same below 22rem of width; default 44rem, at least 704px
 */
export class MunicipalityCompare extends ChartElement<Comparison, Drawn, CompareOption, ChartsModule> {
  static override readonly properties: PropertyDeclarations = {
    peers: {},
    since: {},
    order: {},
    weight: {},
    withoutAverage: { type: Boolean, attribute: 'without-average' },
    group: { state: true },
    showsAll: { state: true },
  };

  static override readonly styles: CSSResultGroup = [super.styles, styles];

  declare peers: string | null;
  declare since: string | null;
  declare order: string;
  declare weight: string | null;
  declare withoutAverage: boolean;
  declare private group: number;
  declare private showsAll: boolean;

  #peers = noPeers;

  protected readonly code = chartsCode;

  constructor() {
    super();
    this.peers = null;
    this.since = null;
    this.order = 'figure';
    this.weight = null;
    this.withoutAverage = false;
    this.group = 0;
    this.showsAll = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The third of other groups is another group.
    if (changed.has('peers')) this.group = 0;
  }

  protected override question(asked: Question): Question {
    return peersQuestion(asked, this.#wantedPeers, this.#peers, (found) => {
      this.#peers = found;
    });
  }

  get #wantedPeers(): PeersWanted {
    const { wanted } = this;
    const period = wanted.period.kind === 'all' ? ({ kind: 'latest' } as const) : wanted.period;
    return {
      ...wanted,
      indicators: wanted.indicators.slice(0, 1),
      weight: this.weight,
      regions: this.regions.slice(0, 1),
      period,
      since: this.since ? parsePeriodSelection(this.since) : null,
      groups: parsePeers(this.peers),
    };
  }

  protected override get selectionText(): string {
    if (!this.figures.cube) return super.selectionText;
    const [own] = this.regions;
    return [own, this.since, this.period ?? this.context.period].filter(Boolean).join(', ');
  }

  protected override judge(cube: Cube): LoadState {
    return judgePeers(this.read(cube, this.language.lang()).rows.map(({ point }) => point.observation));
  }

  protected override get manner(): readonly unknown[] {
    return [this.#comparison, this.withoutAverage, this.showsAll];
  }

  get #comparison(): ComparisonManner {
    const order = this.order === 'name' ? 'name' : 'figure';
    const { groups, weight } = this.#peers;
    return { groups, weight, group: this.group, own: this.regions[0], order };
  }

  protected override read(cube: Cube, lang: string): Comparison {
    return readComparison(cube, this.#comparison, lang);
  }

  protected override inputOf(comparison: Comparison, _cube: Cube, lang: string): Drawn {
    const { rows, indicator, isSince } = comparison;
    return {
      rows: rows.map(({ code, label, own, point, before }) => ({
        code,
        label,
        own,
        observation: point.observation,
        before: before?.observation ?? null,
      })),
      indicator,
      average: this.#averageOf(comparison),
      asDots: isSince,
      all: this.showsAll,
      lang,
    };
  }

  protected override draw(module: ChartsModule, input: Drawn, room: DrawingRoom): CompareOption {
    return module.compareOption({ ...input, ...room }, this.#heightForAll(room));
  }

  /** Its button takes room that may be what all need: once it was there it would else stay, in whatever room there is. */
  #heightForAll({ size }: DrawingRoom): number {
    const canvas = this.renderRoot.querySelector('.canvas');
    const button = this.renderRoot.querySelector<HTMLElement>('[part=all-button]');
    if (!canvas || !button) return size.height;
    // Not hidden: it may have the focus.
    button.style.position = 'absolute';
    const height = canvas.clientHeight;
    button.style.position = '';
    return height;
  }

  protected override learn(_module: ChartsModule, { isPartial, startsAtZero, shown }: CompareOption): string {
    return JSON.stringify([isPartial, startsAtZero, shown.length]);
  }

  protected override summarise(comparison: Comparison): string {
    const { indicator, rows, kind, breaks } = comparison;
    const average = this.#averageOf(comparison);
    return summariseComparison({ indicator, figures: rows, kind, average, breaks, lang: this.language.lang() });
  }

  protected override subline(comparison: Comparison): string {
    return subline(comparison, this.language.lang());
  }

  protected override notes(comparison: Comparison, chart: ChartWords): readonly (string | false | null | undefined)[] {
    const { indicator, rows, average, weight, kind } = comparison;
    const lang = this.language.lang();
    const words = compareWordsFor(lang);
    const figures = rows.map(({ point }) => point.observation);
    const shown = !this.withoutAverage && average;
    return [
      shown === 'withheld' && words.averageWithheld,
      shown && shown !== 'withheld' && (weight ? words.averageWeighted(weight.label) : words.averageEqual[kind]),
      shown && shown !== 'withheld' && comparison.outsider && words.averageWithout(comparison.outsider),
      shown && shown !== 'withheld' && shown.missing > 0 && words.averageOf(shown.used, shown.used + shown.missing),
      this.drawing.option?.startsAtZero === false && chart.axisNotZero,
      markMeanings(figures, indicator, lang),
    ];
  }

  protected override keys(): string {
    return compareWordsFor(this.language.lang()).keys;
  }

  protected override aboveDrawing(comparison: Comparison): unknown {
    const { groups, kind, isSince } = comparison;
    const lang = this.language.lang();
    const words = compareWordsFor(lang);
    const names = groups.map(({ name }, place) => ({
      value: String(place),
      text: name ?? (groups.length > 1 ? `${words.group} ${place + 1}` : words.allPeers[kind]),
    }));
    const choice = choiceView(words.group, names, String(this.group), (value) => {
      this.group = Number(value);
    });
    return html`${groups.length > 1 ? html`<div class="controls" part="controls">${choice}</div>` : nothing}
    ${isSince ? periodsView(comparison, lang) : nothing}`;
  }

  protected override moreTools({ rows, kind }: Comparison): unknown {
    const words = compareWordsFor(this.language.lang());
    const orders = [
      { value: 'figure', text: words.byFigure },
      { value: 'name', text: words.byName },
    ];
    const order = choiceView(words.order, orders, this.#comparison.order, (value) => {
      this.order = value;
    });
    const isPartial = this.showsAll || this.drawing.option?.isPartial;
    const press = (): void => {
      this.showsAll = !this.showsAll;
    };
    return html`${
      isPartial
        ? html`<button type="button" part="all-button" @click=${press}>
            ${this.showsAll ? words.showFewer : words.showAll(rows.length, kind)}
          </button>`
        : nothing
    }
    ${rows.length > 2 ? order : nothing}`;
  }

  protected override frameClass(): string {
    return this.showsAll ? 'frame whole' : 'frame';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const drawing = this.renderRoot.querySelector<HTMLElement>('.drawing');
    const { module, room } = this.drawing;
    if (!drawing) return;
    const height = this.showsAll && module && this.input ? module.compareHeight({ ...this.input, ...room }) : null;
    drawing.style.blockSize = height === null ? '' : `${height}px`;
  }

  protected override grid({ rows }: Comparison): Grid | null {
    const { option } = this.drawing;
    if (!option) return null;
    const own = option.shown.findIndex((row) => rows[row]?.own);
    return { lines: 1, places: option.shown.length, start: { line: 0, index: Math.max(0, own) }, stacked: true };
  }

  protected override describe(comparison: Comparison, place: Place): string {
    const peer = this.#peerAt(comparison, place);
    return peer ? speakPeer(peer, comparison.indicator, this.language.lang()) : '';
  }

  protected override pointedAt(comparison: Comparison, place: Place): Pointed {
    const peer = this.#peerAt(comparison, place);
    return { region: peer?.code ?? null, period: peer?.point.code ?? null };
  }

  protected override placeOf({ rows }: Comparison, { region }: Pointed): Place | null {
    const index = this.drawing.option?.shown.findIndex((row) => rows[row]?.code === region) ?? -1;
    return index < 0 ? null : { line: 0, index };
  }

  protected override tooltipView(comparison: Comparison, place: Place): unknown {
    const peer = this.#peerAt(comparison, place);
    return peer ? tooltipView(peer, comparison.indicator, this.language.lang()) : nothing;
  }

  protected override tableContent(comparison: Comparison): unknown {
    return tableView(comparison, this.language.lang(), this.tableLang);
  }

  protected override choose(comparison: Comparison, place: Place): void {
    const peer = this.#peerAt(comparison, place);
    if (peer)
      this.dispatchEvent(new PeilSelectEvent('region', withOwnRegion(peer.code, parseList(this.context.region))));
  }

  #peerAt({ rows }: Comparison, { index }: Place): Peer | undefined {
    return rows[this.drawing.option?.shown[index] ?? -1];
  }

  #averageOf({ average }: Comparison): number | null {
    return this.withoutAverage || average === 'withheld' ? null : (average?.value ?? null);
  }
}
