import type { AreaFill, MapArea, MapDrawing, MapInput } from '@peilglas/charts/map';
import type { DrawingRoom } from '@peilglas/charts';
import { type Cube, type LoadState } from '@peilglas/model';
import { compareWordsFor, mapWordsFor, summariseComparison, type ChartWords } from '@peilglas/text';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { LazyCode } from '../chart/lazy-code.js';
import { markMeanings } from '../chart/figure-cell-view.js';
import type { Grid, Place } from '../chart/walk-places.js';
import {
  choiceView,
  speakPeer,
  subline,
  tableView,
  tooltipView,
} from '../municipality-compare/municipality-compare-view.js';
import { styles as compareStyles } from '../municipality-compare/municipality-compare.styles.js';
import { parsePeers } from '../municipality-compare/peer-groups.js';
import { judgePeers, noPeers, peersQuestion } from '../municipality-compare/peers-question.js';
import type { Question } from '../shared/cube-controller.js';
import type { Pointed } from '../shared/peil-point-event.js';
import { parseList, withOwnRegion } from '../shared/parse-attributes.js';
import { PeilSelectEvent } from '../shared/peil-select-event.js';
import { classSteps } from './class-steps.js';
import {
  legendView,
  mismatches,
  shortFigure,
  strangerView,
  waitingView,
  withoutShapesView,
} from './municipality-map-view.js';
import { styles } from './municipality-map.styles.js';
import { parseClasses } from './parse-classes.js';
import { readMap, type MappedRegion, type MapReading } from './read-map.js';
import { ShapesController } from './shapes-controller.js';
import { mapTokens } from './tokens.styles.js';

type MapModule = typeof import('@peilglas/charts/map');

/** The code of maps. */
export const mapCode = new LazyCode<MapModule>(() => import('@peilglas/charts/map'));

/**
 * One indicator on the map: a sentence with highest, lowest and own place, areas in classes from light to dark, and the
 * same figures as a table. The own municipality has an outline; areas without a figure are hatched, with the reason.
 *
 * Regions that the map has no boundaries for are named, and so are areas of the map that the table does not know: those
 * of another year have other municipalities.
 *
 * @summary One indicator across municipalities, on the map
 * @attr peers - Region codes to show; several groups as `Twente=GM0141 GM0147; Steden=GM0153 GM0164`. A code of a province stands for its municipalities, `codelist:stedelijkheid-2020` for the groups of a codelist. When absent all municipalities of the table; with a district or neighbourhood as region those of its kind beside it
 * @attr shapes - Address of GeoJSON or TopoJSON with the boundaries. Default `shapes/gemeenten` at the endpoint
 * @attr shapes-source - Who made the boundaries, where the file itself does not say so
 * @attr classes - `quantile` (default), `equal`, or at most four bounds as `10 20 30`
 * @attr with-figures - Writes figures on the map where they fit, for print
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-select - Somebody chose a municipality
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart controls - The group to show
 * @csspart legend - What each colour stands for
 * @csspart drawing - The map with its tooltip
 * @csspart tooltip - The figure of one municipality
 * @csspart table - The table, once it is opened
 * @cssprop --peil-sequential-1-color - The lightest class; up to `-5-` for the darkest
 * @cssprop --peil-map-border-on-light-color - Borders of the three lightest classes
 * @cssprop --peil-map-border-on-dark-color - Borders of the two darkest classes
 * @cssprop --peil-map-text-on-light-color - Names on the three lightest classes
 * @cssprop --peil-map-text-on-dark-color - Names on the two darkest classes
 * @cssprop --peil-map-hatch-color - Lines on areas without a figure
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem, at least 320px. It gives or takes a little for the sentence
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem, at least 256px
 * @cssprop --peil-chart-frame-height - Height of the whole, reserved before the figures are there; default 38rem, at least 608px
 * @cssprop --peil-chart-frame-height-narrow - The same below 22rem of width; default 44rem, at least 704px
 */
export class MunicipalityMap extends ChartElement<MapReading, MapInput, MapDrawing, MapModule> {
  static override readonly properties: PropertyDeclarations = {
    peers: {},
    shapes: {},
    shapesSource: { attribute: 'shapes-source' },
    classes: {},
    withFigures: { type: Boolean, attribute: 'with-figures' },
    group: { state: true },
  };

  static override readonly styles: CSSResultGroup = [super.styles, compareStyles, mapTokens, styles];

  declare peers: string | null;
  declare shapes: string | null;
  declare shapesSource: string | null;
  declare classes: string;
  declare withFigures: boolean;
  declare private group: number;

  protected readonly code = mapCode;
  readonly #shapes = new ShapesController(this, () => this.#askShapes());
  #peers = noPeers;

  constructor() {
    super();
    this.peers = null;
    this.shapes = null;
    this.shapesSource = null;
    this.classes = 'quantile';
    this.withFigures = false;
    this.group = 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The third of other groups is another group.
    if (changed.has('peers')) this.group = 0;
  }

  protected override question(asked: Question): Question {
    const { wanted } = this;
    const peers = {
      ...wanted,
      indicators: wanted.indicators.slice(0, 1),
      regions: this.regions.slice(0, 1),
      period: wanted.period.kind === 'all' ? ({ kind: 'latest' } as const) : wanted.period,
      groups: parsePeers(this.peers),
      since: null,
      weight: null,
    };
    return peersQuestion(asked, peers, this.#peers, (found) => {
      this.#peers = found;
    });
  }

  /** Those of the endpoint, unless the page says where others are. */
  #askShapes(): { readonly address: string; readonly lang: string } | null {
    const endpoint = this.endpoint ?? this.context.endpoint;
    const address = this.shapes ?? (endpoint && this.table ? `${endpoint.replace(/\/+$/, '')}/shapes/gemeenten` : null);
    return address && super.ask() ? { address, lang: this.language.lang() } : null;
  }

  protected override get selectionText(): string {
    if (!this.figures.cube) return super.selectionText;
    return [this.regions[0], this.period ?? this.context.period].filter(Boolean).join(', ');
  }

  protected override judge(cube: Cube): LoadState {
    return judgePeers(this.read(cube, this.language.lang()).rows.map(({ point }) => point.observation));
  }

  protected override get manner(): readonly unknown[] {
    const { state } = this.#shapes;
    return [this.regions[0], this.group, this.classes, this.withFigures, this.#askShapes(), state];
  }

  protected override read(cube: Cube, lang: string): MapReading {
    const { groups, weight } = this.#peers;
    const manner = { groups, weight, group: this.group, own: this.regions[0], order: 'figure' } as const;
    return readMap(cube, manner, { method: parseClasses(this.classes), shapes: this.#shapes.shapes }, lang);
  }

  protected override inputOf(reading: MapReading, _cube: Cube, lang: string): MapInput {
    const { classes, classOf } = reading.classes;
    const steps = classSteps(classes.length);
    const fillOf = ({ peer }: MappedRegion): AreaFill => {
      if (!peer) return 'outside';
      const { value } = peer.point.observation;
      return value === null ? 'missing' : (steps[classOf(value)] ?? 0);
    };
    return {
      areas: reading.mapped.map((region): MapArea => ({
        shape: region.shape,
        label: region.label,
        figure: this.withFigures ? shortFigure(region, reading, lang) : '',
        own: region.peer?.own ?? false,
        fill: fillOf(region),
      })),
    };
  }

  protected override draw(module: MapModule, input: MapInput, room: DrawingRoom): MapDrawing {
    return module.drawMap(input, { ...room, isRightToLeft: getComputedStyle(this).direction === 'rtl' });
  }

  protected override summarise({ indicator, rows, kind }: MapReading): string {
    return summariseComparison({ indicator, figures: rows, kind, average: null, lang: this.language.lang() });
  }

  protected override subline(reading: MapReading): string {
    const { groups, kind } = reading;
    const lang = this.language.lang();
    const group = groups[this.group]?.name ?? (this.peers ? '' : compareWordsFor(lang).allPeers[kind]);
    return [group, subline(reading, lang)].filter(Boolean).join(' · ');
  }

  protected override notes(reading: MapReading): readonly (string | false | null | undefined)[] {
    const lang = this.language.lang();
    const { shapes } = this.#shapes;
    const source = shapes && (shapes.source ?? this.shapesSource);
    const observations = reading.rows.map(({ point }) => point.observation);
    return [
      ...mismatches(reading, lang),
      markMeanings(observations, reading.indicator, lang),
      source && mapWordsFor(lang).shapesSource(source),
    ];
  }

  protected override drawingView(reading: MapReading, words: ChartWords): TemplateResult {
    return html`<div class="layout">${this.#mapView(reading, words)}</div>`;
  }

  #mapView(reading: MapReading, words: ChartWords): TemplateResult {
    const { state, retry } = this.#shapes;
    const { map, keys, shapesFailed, nothingPlaced } = mapWordsFor(this.language.lang());
    if (state === 'loading') return waitingView(this.aboveDrawing(reading));
    if (state !== 'ready')
      return withoutShapesView(shapesFailed, this.language.words.retry, state === 'failed' ? retry : null);
    if (reading.mapped.length === 0) return withoutShapesView(nothingPlaced, '', null);
    return super.drawingView(reading, { ...words, chart: map, chartKeys: keys });
  }

  protected override aboveDrawing(reading: MapReading): unknown {
    const { groups, classes } = reading;
    const lang = this.language.lang();
    const words = compareWordsFor(lang);
    const names = groups.map(({ name }, place) => ({
      value: String(place),
      text: name ?? `${words.group} ${place + 1}`,
    }));
    const choice = choiceView(words.group, names, String(this.group), (value) => {
      this.group = Number(value);
    });
    return html`${groups.length > 1 ? html`<div class="controls" part="controls">${choice}</div>` : nothing}
    ${legendView(reading, classSteps(classes.classes.length), lang)}`;
  }

  protected override grid({ mapped }: MapReading): Grid | null {
    if (mapped.length === 0) return null;
    const own = mapped.findIndex(({ peer }) => peer?.own);
    return {
      lines: 1,
      places: mapped.length,
      start: { line: 0, index: Math.max(0, own) },
      step: (key, { index }) => {
        const { module, option } = this.drawing;
        const next = module && option ? module.walkAreas(option.links(), key, index) : null;
        return next === null ? null : { line: 0, index: next };
      },
    };
  }

  protected override describe({ mapped, indicator }: MapReading, { index }: Place): string {
    const region = mapped[index];
    const lang = this.language.lang();
    if (!region) return '';
    return region.peer ? speakPeer(region.peer, indicator, lang) : `${region.label}: ${mapWordsFor(lang).notAmong}`;
  }

  protected override pointedAt({ mapped }: MapReading, { index }: Place): Pointed {
    const peer = mapped[index]?.peer;
    return { region: peer?.code ?? null, period: peer?.point.code ?? null };
  }

  protected override placeOf({ mapped }: MapReading, { region }: Pointed): Place | null {
    const index = mapped.findIndex(({ peer }) => peer?.code === region);
    return index < 0 ? null : { line: 0, index };
  }

  protected override tooltipView({ mapped, indicator }: MapReading, { index }: Place): unknown {
    const region = mapped[index];
    const lang = this.language.lang();
    if (!region) return nothing;
    return region.peer ? tooltipView(region.peer, indicator, lang) : strangerView(region, lang);
  }

  protected override tableContent(reading: MapReading): unknown {
    return tableView(reading, this.language.lang(), this.tableLang);
  }

  protected override choose({ mapped }: MapReading, { index }: Place): void {
    const peer = mapped[index]?.peer;
    if (peer)
      this.dispatchEvent(new PeilSelectEvent('region', withOwnRegion(peer.code, parseList(this.context.region))));
  }
}
