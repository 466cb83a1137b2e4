import type { ChartOption, DrawingRoom, TrendInput, TrendShape } from '@peilglas/charts';
import { isProvisional, type Cube, type LoadState } from '@peilglas/model';
import { summariseSeries, trendWordsFor, type ChartWords } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { chartsCode, type ChartsModule } from '../chart/drawing-controller.js';
import type { Grid, Place } from '../chart/walk-places.js';
import type { Question } from '../shared/cube-controller.js';
import type { Pointed } from '../shared/peil-point-event.js';
import { parseList } from '../shared/parse-attributes.js';
import { parseLevels, parseTarget } from '../shared/parse-levels.js';
import type { Wanted } from '../shared/select-cells.js';
import { speakPlace } from './figure-words.js';
import { NotesController } from './notes-controller.js';
import { readLines } from './read-lines.js';
import { readTrend, type Trend, type TrendManner } from './read-trend.js';
import { SoundController } from './sound-controller.js';
import { melodyOf, soundView } from './sound-view.js';
import { legendView, notesView, subline, tooltipView } from './trend-chart-view.js';
import { styles } from './trend-chart.styles.js';
import { gridOf } from './trend-grid.js';
import { withBounds } from './trend-margins.js';
import { trendTableView } from './trend-table-view.js';
import { windowView, type TrendWindow } from './trend-window.js';

const shapes: readonly TrendShape[] = ['line', 'area', 'bar', 'stacked'];

/** What is drawn, but for what only the page knows. */
type Drawn = Omit<TrendInput, keyof DrawingRoom>;

/**
 * Development over periods: a sentence, a drawing, and the same figures as a table. Provisional figures are dashed, a
 * break in the series is marked, and what is missing stays a gap.
 *
 * Several indicators of one unit share an axis. With different units they are drawn as index figures, with the first
 * period that all have a figure for as 100, and the chart says so. Index figures have neither margins nor a value on the
 * other side of a break, since those are not comparable with the base.
 *
 * Figures whose indicator names its bounds get a margin: a band around one line or two (of more only around the own
 * one), a line through a bar; table, tooltip and speech have it for all.
 *
 * From 24 periods two lists choose which of them are shown; sentence, drawing and table are then about those. Files with
 * figures always have all periods.
 *
 * `<chart-note period="2021">` children say in plain text what there is to know about a period. They are numbered in the
 * drawing and stand below it and in the table; without script they are simply read. One about a period that the chart
 * does not have is left out.
 *
 * @summary Development over time
 * @attr compare-with - Region codes to compare with, space separated
 * @attr {'line' | 'area' | 'bar' | 'stacked'} shape - `line` (default), `area`, `bar` or `stacked`. What cannot be summed, or lacks a part, is not stacked but drawn as bars
 * @attr index - Base period of index figures, such as `2015`
 * @attr reference - Levels to compare with, in the unit that is drawn: `100:landelijk gemiddelde; 80`
 * @attr target - A figure to be reached, in the unit that is drawn, and by when: `12:2030`, `12`
 * @attr with-sound - Adds a button that plays a line as tones, higher for a higher figure
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-point - Somebody looks at a place in the drawing, or no longer does
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The figures of one period
 * @csspart legend - Names of the lines, where the drawing has no room for them
 * @csspart notes - What there is to know about periods
 * @csspart break-notes - What changed at the breaks in the series, once it is opened
 * @csspart from - The list of first periods, where there are many
 * @csspart to - The list of last periods
 * @csspart all-button - Shows all periods again
 * @csspart sound-button - Plays a line as tones
 * @csspart sound-line - The list of lines to play
 * @csspart table - The table, once it is opened
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem, at least 320px. It gives or takes a little for the sentence
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem, at least 256px
 * @cssprop --peil-chart-frame-height - Height of the whole, reserved before the figures are there; default 38rem, at least 608px
 * @cssprop --peil-chart-frame-height-narrow - The same below 22rem of width; default 44rem, at least 704px
 */
export class TrendChart extends ChartElement<Trend, Drawn, ChartOption, ChartsModule> {
  static override readonly properties: PropertyDeclarations = {
    compareWith: { attribute: 'compare-with' },
    shape: {},
    index: {},
    reference: {},
    target: {},
    withSound: { type: Boolean, attribute: 'with-sound' },
    window: { state: true },
  };

  static override readonly styles: CSSResultGroup = [super.styles, styles];

  declare compareWith: string | null;
  declare shape: string;
  declare index: string | null;
  declare reference: string | null;
  declare target: string | null;
  declare withSound: boolean;
  declare private window: TrendWindow | null;

  readonly #notes = new NotesController(this);
  readonly #sound = new SoundController(this);

  protected readonly code = chartsCode;
  protected override readonly isForetold = true;

  constructor() {
    super();
    this.compareWith = null;
    this.shape = 'line';
    this.index = null;
    this.reference = null;
    this.target = null;
    this.withSound = false;
    this.window = null;
  }

  protected override question(asked: Question): Question {
    const { select } = asked;
    return { ...asked, select: select && ((metadata) => withBounds(metadata, select(metadata))) };
  }

  protected override get wanted(): Wanted {
    const period = this.periodSelection;
    return {
      ...super.wanted,
      compareWith: parseList(this.compareWith),
      // One period is no development: a page that shows the latest figures still draws the way to them.
      period: period.kind === 'latest' ? { kind: 'all' } : period,
    };
  }

  protected override judge(cube: Cube): LoadState {
    const { lines } = readLines(cube, this.language.lang());
    const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
    if (observations.some(({ value }) => value !== null)) return 'ready';
    return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
  }

  get #asked(): TrendManner {
    return {
      shape: shapes.find((known) => known === this.shape) ?? 'line',
      index: this.index,
      levels: parseLevels(this.reference),
      target: parseTarget(this.target),
      window: this.window,
      notes: this.#notes.notes,
    };
  }

  protected override get manner(): readonly unknown[] {
    return [this.#asked];
  }

  protected override read(cube: Cube, lang: string): Trend {
    // What is heard would be about what was shown before.
    this.#sound.stop();
    return readTrend(cube, this.#asked, lang);
  }

  protected override inputOf(trend: Trend, _cube: Cube, lang: string): Drawn {
    return { ...trend, lang };
  }

  protected override draw(module: ChartsModule, input: Drawn, room: DrawingRoom): ChartOption {
    return module.trendOption({ ...input, ...room });
  }

  protected override summarise({ spoken, told, more }: Trend, cube: Cube): string {
    const { breaks } = cube.publication;
    const sentence = summariseSeries({ indicator: spoken, lines: told, breaks, lang: this.language.lang() });
    return [sentence, more].filter(Boolean).join(' ');
  }

  protected override subline(trend: Trend): string {
    return subline(trend, this.language.lang());
  }

  protected override notes(trend: Trend, words: ChartWords): readonly (string | false | null | undefined)[] {
    const { lines, shape, remarks } = trend;
    const own = lines.find((line) => line.own) ?? lines[0];
    const isLine = shape === 'line' || shape === 'area';
    const { input } = this;
    const { module } = this.drawing;
    const { band, whisker, soundMeaning } = trendWordsFor(this.language.lang());
    return [
      ...remarks,
      module !== null && input !== null && !module.axisStartsAtZero(input) && words.axisNotZero,
      lines.some((line) => isDashed(line, isLine)) && words.legendProvisional,
      own?.points.some(({ observation: { value, status } }) => value === null && status !== 'M') && words.legendMissing,
      shape !== 'stacked' && lines.some(({ margins }) => margins?.size) && (isLine ? band : whisker),
      this.withSound && soundMeaning,
    ];
  }

  protected override aboveDrawing(trend: Trend, module: ChartsModule | null): unknown {
    // Known before the first drawing, so that nothing moves then. One line needs none, and no look at the room for it.
    if (
      !module ||
      !this.input ||
      trend.lines.length < 2 ||
      !module.needsLegend({ ...this.input, ...this.drawing.room })
    )
      return nothing;
    return legendView(module.legendEntries(trend.lines, trend.shape), this.language.lang());
  }

  protected override frameClass(): string {
    return /bar|stacked/.test(this.reading?.shape ?? '') ? 'frame parts' : 'frame';
  }

  protected override belowDrawing(trend: Trend): unknown {
    return notesView(trend, this.language.lang());
  }

  protected override moreTools(trend: Trend): unknown {
    const { lines, periods, shown } = trend;
    const lang = this.language.lang();
    const window = windowView(periods, shown, lang, (window) => {
      this.window = window;
    });
    const sound = this.withSound ? soundView(lines, this.#sound, lang, () => void this.#play(trend)) : nothing;
    return html`${window} ${sound}`;
  }

  async #play({ lines }: Trend): Promise<void> {
    const grid = gridOf(lines, this.drawing.module);
    // Of fewer lines than there were when one was chosen the first is played.
    const line = lines[this.#sound.line] ? this.#sound.line : 0;
    const melody = grid && melodyOf(grid, line);
    if (!melody) return;
    await this.#sound.toggle(melody, (index) => {
      this.looking.follow(index === null ? null : { line, index });
    });
  }

  protected override grid({ lines }: Trend): Grid | null {
    const grid = gridOf(lines, this.drawing.module);
    if (!grid) return null;
    // Looking begins at the last figure of the line the chart is about.
    const last = (grid.rows[0] ?? []).findLastIndex(({ observation }) => observation.value !== null);
    return { lines: grid.rows.length, places: grid.steps.length, start: { line: 0, index: Math.max(0, last) } };
  }

  protected override describe(trend: Trend, { line, index }: Place): string {
    const point = gridOf(trend.lines, this.drawing.module)?.rows[line]?.[index];
    return point ? speakPlace(trend, line, point, this.language.lang()) : '';
  }

  protected override pointedAt({ lines, regions }: Trend, { line, index }: Place): Pointed {
    const period = gridOf(lines, this.drawing.module)?.steps[index]?.code ?? null;
    return { region: regions[line] ?? null, period };
  }

  /** At the same period, or at the last one where the other chart has none of these. */
  protected override placeOf({ lines, regions }: Trend, { region, period }: Pointed): Place | null {
    const line = region === null ? -1 : regions.indexOf(region);
    const steps = gridOf(lines, this.drawing.module)?.steps ?? [];
    const index = steps.findIndex(({ code }) => code === period);
    return line < 0 ? null : { line, index: index < 0 ? steps.length - 1 : index };
  }

  protected override tooltipView(trend: Trend, place: Place, module: ChartsModule): unknown {
    const grid = gridOf(trend.lines, module);
    const styles = module.lineStyles(trend.lines, trend.shape);
    return grid ? tooltipView(trend, grid, styles, place, this.language.lang()) : nothing;
  }

  protected override tableContent(trend: Trend): unknown {
    return trendTableView(trend, this.language.lang(), this.tableLang);
  }
}

/** A figure by itself is a point, which is not dashed. */
function isDashed({ points }: Trend['lines'][number], isLine: boolean): boolean {
  const figures = points.filter(({ observation }) => observation.value !== null);
  return (figures.length > 1 || !isLine) && figures.some(({ observation }) => isProvisional(observation.status));
}
