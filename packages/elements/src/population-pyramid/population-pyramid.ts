import type { DrawingRoom, PyramidInput, PyramidOption, PyramidSide } from '@peilglas/charts';
import { isWholeUnknown, parsePeriodSelection, type Cube, type Indicator, type LoadState } from '@peilglas/model';
import { pyramidWordsFor, summarisePyramid, type ChartWords } from '@peilglas/text';
import type { CSSResultGroup, PropertyDeclarations } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { chartsCode, type ChartsModule } from '../chart/drawing-controller.js';
import { markMeanings } from '../chart/figure-cell-view.js';
import type { Grid, Place } from '../chart/walk-places.js';
import type { Question } from '../shared/cube-controller.js';
import { parseList } from '../shared/parse-attributes.js';
import { selectCells } from '../shared/select-cells.js';
import { nameOf, speakGroup, subline, tableView, tooltipView } from './population-pyramid-view.js';
import { styles } from './population-pyramid.styles.js';
import { asPercentages, readPopulation, type Population, type Pyramid } from './read-population.js';
import { selectPopulation, type AgeAndSex, type PopulationWanted } from './select-population.js';

/** What is drawn, but for what only the page knows. */
type Drawn = Omit<PyramidInput, keyof DrawingRoom>;

const percentages: Pick<Indicator, 'unit' | 'decimals'> = { unit: '%', decimals: 1 };

/**
 * Age by sex: a sentence, bars to either side for each age group, and the same figures as a table. Another region or an
 * earlier period lies over it as an outline. Regions are compared by shares, for their numbers differ too much.
 *
 * @summary Age by sex
 * @attr age - Id of the dimension with age groups; default `Leeftijd`
 * @attr sex - Id of the dimension with the sexes; default `Geslacht`
 * @attr left - Code of the sex on the left; the first one when absent
 * @attr right - Code of the sex on the right; the second one when absent
 * @attr {'count' | 'share'} measure - `count` or `share`; shares when regions are compared, counts otherwise
 * @attr compare-with - Code of a region to compare with
 * @attr since - An earlier period to compare with
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-point - Somebody looks at a place in the drawing, or no longer does
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The figures of one age group
 * @csspart table - The table, once it is opened
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem, at least 320px. It gives or takes a little for the sentence
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem, at least 256px
 * @cssprop --peil-chart-frame-height - Height of the whole, reserved before the figures are there; default 38rem, at least 608px
 * @cssprop --peil-chart-frame-height-narrow - The same below 22rem of width; default 44rem, at least 704px
 */
export class PopulationPyramid extends ChartElement<Pyramid, Drawn, PyramidOption, ChartsModule> {
  static override readonly properties: PropertyDeclarations = {
    age: { useDefault: true },
    sex: { useDefault: true },
    left: {},
    right: {},
    measure: {},
    compareWith: { attribute: 'compare-with' },
    since: {},
  };

  static override readonly styles: CSSResultGroup = [super.styles, styles];

  declare age: string;
  declare sex: string;
  declare left: string | null;
  declare right: string | null;
  declare measure: string | null;
  declare compareWith: string | null;
  declare since: string | null;

  protected readonly code = chartsCode;

  constructor() {
    super();
    this.age = 'Leeftijd';
    this.sex = 'Geslacht';
    this.left = null;
    this.right = null;
    this.measure = null;
    this.compareWith = null;
    this.since = null;
  }

  protected override question(asked: Question): Question {
    const { endpoint, table, lang } = asked;
    const wanted = this.#wantedPopulation;
    return {
      ...asked,
      identity: JSON.stringify([endpoint, table, lang, wanted]),
      select: (metadata) => selectPopulation(metadata, wanted, (each) => selectCells(metadata, each)),
    };
  }

  get #dimensions(): AgeAndSex {
    const { age, sex, left, right } = this;
    return { age, sex, left, right };
  }

  get #wantedPopulation(): PopulationWanted {
    const { wanted } = this;
    const compareWith = parseList(this.compareWith).slice(0, 1);
    return {
      ...wanted,
      indicators: wanted.indicators.slice(0, 1),
      regions: wanted.regions.slice(0, 1),
      compareWith,
      period: wanted.period.kind === 'all' ? { kind: 'latest' } : wanted.period,
      // One outline is what can be read: a region goes before a period.
      since: this.since && compareWith.length === 0 ? parsePeriodSelection(this.since) : null,
      dimensions: this.#dimensions,
    };
  }

  protected override judge(cube: Cube): LoadState {
    const [main] = this.read(cube, this.language.lang()).populations;
    const observations = main?.sides.flat() ?? [];
    if (observations.some(({ value }) => value !== null)) return 'ready';
    return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
  }

  protected override get manner(): readonly unknown[] {
    return [this.#dimensions, this.measure];
  }

  protected override read(cube: Cube, lang: string): Pyramid {
    return readPopulation(cube, this.#dimensions, this.wanted.filter, lang);
  }

  protected override inputOf(pyramid: Pyramid, _cube: Cube, lang: string): Drawn {
    const { groups, populations } = pyramid;
    const [main, other] = populations.map((population) => this.#figuresOf(pyramid, population));
    const side = (place: number): PyramidSide => ({
      label: pyramid.sides[place] ?? '',
      observations: main?.[place] ?? [],
      others: other?.[place] ?? null,
    });
    const [own, compared] = populations;
    return {
      groups,
      sides: [side(0), side(1)],
      names: own && compared ? [nameOf(own, pyramid, lang), nameOf(compared, pyramid, lang)] : null,
      measured: this.#measured(pyramid),
      lang,
    };
  }

  protected override draw(module: ChartsModule, input: Drawn, room: DrawingRoom): PyramidOption {
    return module.pyramidOption({ ...input, ...room });
  }

  protected override summarise(pyramid: Pyramid): string {
    const { indicator, groups, populations, breaks } = pyramid;
    const told = populations.map((population) => ({
      place: population.place,
      point: population.point,
      sides: this.#figuresOf(pyramid, population).map((observations, side) => ({
        label: pyramid.sides[side] ?? '',
        observations,
      })),
    }));
    const measured = this.#measured(pyramid);
    return summarisePyramid({ indicator, measured, groups, populations: told, breaks, lang: this.language.lang() });
  }

  protected override subline(pyramid: Pyramid): string {
    return subline(pyramid, this.#measured(pyramid), this.language.lang());
  }

  protected override notes(pyramid: Pyramid): readonly (string | false)[] {
    const { indicator, populations } = pyramid;
    const lang = this.language.lang();
    const words = pyramidWordsFor(lang);
    const observations = populations.flatMap(({ sides }) => sides.flat());
    const hasShares = this.#hasShares(pyramid);
    const exceeds = populations.some(({ composition }) => composition.exceeds);
    const isUnknown = populations.some(({ composition, total }) => isWholeUnknown(composition, total));
    return [
      hasShares && (pyramid.isPart ? words.asSharesOfChosen : words.asShares),
      exceeds && words.exceeds,
      this.#wantsShares(pyramid) && !hasShares && !exceeds && (isUnknown ? words.noShares : words.neverShares),
      (populations[0]?.composition.unknown ?? 0) > 0 && words.hasUnknown,
      markMeanings(observations, indicator, lang),
    ];
  }

  protected override keys(_words: ChartWords): string {
    return pyramidWordsFor(this.language.lang()).keys;
  }

  protected override grid({ groups }: Pyramid): Grid {
    return { lines: 2, places: groups.length, start: { line: 0, index: 0 }, stacked: true };
  }

  protected override describe(pyramid: Pyramid, { line, index }: Place): string {
    const group = pyramid.groups.length - 1 - index;
    return speakGroup(pyramid, line, group, this.#hasShares(pyramid), this.language.lang());
  }

  protected override tooltipView(pyramid: Pyramid, { line, index }: Place): unknown {
    const group = pyramid.groups.length - 1 - index;
    return tooltipView(pyramid, line, group, this.#hasShares(pyramid), this.language.lang());
  }

  protected override tableContent(pyramid: Pyramid): unknown {
    return tableView(pyramid, this.#hasShares(pyramid), this.language.lang(), this.tableLang);
  }

  #wantsShares({ comparesRegions }: Pyramid): boolean {
    return this.measure === 'share' || (this.measure !== 'count' && comparesRegions);
  }

  #hasShares(pyramid: Pyramid): boolean {
    const areParts = pyramid.populations.every(({ composition }) => composition.whole !== null && !composition.exceeds);
    return this.#wantsShares(pyramid) && areParts;
  }

  #measured(pyramid: Pyramid): Pick<Indicator, 'unit' | 'decimals'> {
    return this.#hasShares(pyramid) ? percentages : pyramid.indicator;
  }

  #figuresOf(pyramid: Pyramid, population: Population): Population['sides'] {
    return this.#hasShares(pyramid) ? asPercentages(population) : population.sides;
  }
}
