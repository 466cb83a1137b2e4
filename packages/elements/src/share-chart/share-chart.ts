import type { DrawingRoom, ShareInput, ShareOption } from '@peilglas/charts';
import { isWholeUnknown, type Cube, type LoadState } from '@peilglas/model';
import { shareWordsFor, summariseShares, type ChartWords } from '@peilglas/text';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { chartsCode, type ChartsModule } from '../chart/drawing-controller.js';
import { markMeanings } from '../chart/figure-cell-view.js';
import type { Grid, Place } from '../chart/walk-places.js';
import type { Question } from '../shared/cube-controller.js';
import { parseList } from '../shared/parse-attributes.js';
import type { Pointed } from '../shared/peil-point-event.js';
import { selectCells } from '../shared/select-cells.js';
import { readShares, restShare, type Shares } from './read-shares.js';
import { styles } from './share-chart.styles.js';
import { selectParts, type PartsWanted } from './select-parts.js';
import { speakPart, subline, tableView, tooltipView } from './share-chart-view.js';

/** What is drawn, but for what only the page knows. */
type Drawn = Omit<ShareInput, keyof DrawingRoom>;

/**
 * Parts of a whole: a sentence, a bar of parts for each region or period, and the same figures as a table. Parts are
 * checked against their whole: what they leave of it is shown as such, and what is missing is never worked out.
 *
 * @summary Parts of a whole
 * @attr parts - Id of the dimension of which the categories are the parts, or `indicator` for the indicators named; the first classification of the table when absent
 * @attr whole - Code of the whole; the total that the table names when absent
 * @attr compare-with - Region codes to compare with, space separated
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-point - Somebody looks at a place in the drawing, or no longer does
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The parts of one bar
 * @csspart table - The table, once it is opened
 * @cssprop --peil-share-frame-height - Height of the whole, reserved before the figures are there; default 28rem, at least 448px
 * @cssprop --peil-share-frame-height-narrow - The same below 22rem of width; default 34rem, at least 544px
 */
export class ShareChart extends ChartElement<Shares, Drawn, ShareOption, ChartsModule> {
  static override readonly properties: PropertyDeclarations = {
    parts: {},
    whole: {},
    compareWith: { attribute: 'compare-with' },
  };

  static override readonly styles: CSSResultGroup = [super.styles, styles];

  declare parts: string | null;
  declare whole: string | null;
  declare compareWith: string | null;

  protected readonly code = chartsCode;

  constructor() {
    super();
    this.parts = null;
    this.whole = null;
    this.compareWith = null;
  }

  protected override question(asked: Question): Question {
    const { endpoint, table, lang } = asked;
    const wanted = this.#wantedParts;
    return {
      ...asked,
      identity: JSON.stringify([endpoint, table, lang, wanted]),
      select: (metadata) => selectParts(metadata, wanted, (each) => selectCells(metadata, each)),
    };
  }

  get #wantedParts(): PartsWanted {
    const { wanted, whole } = this;
    const period = wanted.period.kind === 'all' ? ({ kind: 'latest' } as const) : wanted.period;
    return { ...wanted, period, compareWith: parseList(this.compareWith), parts: this.parts ?? '', whole };
  }

  protected override judge(cube: Cube): LoadState {
    const observations = this.read(cube, this.language.lang()).wholes.flatMap((whole) => whole.observations);
    if (observations.some(({ value }) => value !== null)) return 'ready';
    return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
  }

  protected override get manner(): readonly unknown[] {
    return [this.parts, this.whole];
  }

  protected override read(cube: Cube, lang: string): Shares {
    return readShares(cube, { parts: this.parts ?? '', whole: this.whole }, lang);
  }

  protected override inputOf({ parts, wholes: bars, indicator }: Shares, _cube: Cube, lang: string): Drawn {
    return { parts, bars, indicator, lang };
  }

  protected override draw(module: ChartsModule, input: Drawn, room: DrawingRoom): ShareOption {
    return module.shareOption({ ...input, ...room });
  }

  protected override summarise({ indicator, parts, wholes, breaks }: Shares): string {
    const own = wholes.filter(({ code }) => code === wholes[0]?.code);
    const [now, then] = [own.at(-1), own.length > 1 ? own[0] : undefined];
    // Now, and to compare with it the first period there, and other regions now.
    const others = wholes.filter(({ code, point }) => code !== now?.code && point.code === now?.point.code);
    const told = [now, then, ...others].flatMap((whole) =>
      whole ? [{ place: whole.place, point: whole.point, ...whole.composition, rest: restShare(whole) }] : [],
    );
    return summariseShares({ indicator, parts, wholes: told, breaks, lang: this.language.lang() });
  }

  protected override subline(shares: Shares): string {
    return subline(shares, this.language.lang());
  }

  protected override notes({ wholes, indicator }: Shares): readonly (string | false)[] {
    const lang = this.language.lang();
    const words = shareWordsFor(lang);
    const compositions = wholes.map(({ composition }) => composition);
    const observations = wholes.flatMap((whole) => whole.observations);
    return [
      compositions.some(({ rest }) => rest !== null) && words.restNote(words.rest),
      compositions.some(({ origin }) => origin === 'sum') && words.sumNote,
      compositions.some(({ exceeds }) => exceeds) && words.exceeds,
      compositions.some(({ unknown }) => unknown > 0) && words.hasUnknown,
      wholes.some(({ composition, total }) => isWholeUnknown(composition, total)) && words.noShares,
      markMeanings(observations, indicator, lang),
    ];
  }

  protected override frameClass(): string {
    return 'frame parts';
  }

  protected override keys(_words: ChartWords): string {
    return shareWordsFor(this.language.lang()).keys;
  }

  /** Many bars need more than was reserved; the frame grows with them. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const drawing = this.renderRoot.querySelector<HTMLElement>('.drawing');
    const { module, room } = this.drawing;
    if (!drawing || !module || !this.input) return;
    drawing.style.minBlockSize = `${module.shareHeight({ ...this.input, ...room })}px`;
  }

  protected override grid({ parts, wholes }: Shares): Grid {
    const rest = wholes.some(({ composition }) => composition.rest !== null) ? 1 : 0;
    return { lines: parts.length + rest, places: wholes.length, start: { line: 0, index: 0 }, stacked: true };
  }

  protected override describe(shares: Shares, place: Place): string {
    return speakPart(shares, place, this.language.lang());
  }

  protected override pointedAt({ wholes }: Shares, { index }: Place): Pointed {
    const whole = wholes[index];
    return { region: whole?.code || null, period: whole?.point.code ?? null };
  }

  protected override placeOf({ wholes, region: only }: Shares, { region, period }: Pointed): Place | null {
    // Of one region all bars would be meant.
    const own = only === null ? wholes.filter(({ code }) => code === region) : [];
    const whole = own.find(({ point }) => point.code === period) ?? own.at(-1);
    return whole ? { line: 0, index: wholes.indexOf(whole) } : null;
  }

  protected override tooltipView(shares: Shares, place: Place, module: ChartsModule): unknown {
    const { partStyle, restStyle, missingStyle } = module;
    return tooltipView(
      shares,
      place,
      (line, { observations }) => {
        if (line >= shares.parts.length) return restStyle;
        return observations[line]?.value === null ? missingStyle : partStyle(line);
      },
      this.language.lang(),
    );
  }

  protected override tableContent(shares: Shares): unknown {
    return tableView(shares, this.language.lang(), this.tableLang);
  }
}
