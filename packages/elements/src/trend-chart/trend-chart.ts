import type { ChartOption, DrawingRoom, TrendInput, TrendShape } from '@peilglas/charts';
import { isProvisional, type Cube, type LoadState } from '@peilglas/model';
import { describePoint, summariseSeries, type ChartWords } from '@peilglas/text';
import { nothing, type PropertyDeclarations } from 'lit';
import { ChartElement } from '../chart/chart-element.js';
import { loadCharts, type ChartsModule } from '../chart/drawing-controller.js';
import type { Grid, Place } from '../chart/walk-places.js';
import type { Pointed } from '../shared/peil-point-event.js';
import { parseList } from '../shared/parse-attributes.js';
import type { Wanted } from '../shared/select-cells.js';
import { readTrend, type Trend } from './read-trend.js';
import { legendView, subline, tooltipView } from './trend-chart-view.js';
import { gridOf } from './trend-grid.js';
import { trendTableView } from './trend-table-view.js';

const shapes: readonly TrendShape[] = ['line', 'area', 'bar', 'stacked'];

/** What is drawn, but for what only the page knows. */
type Drawn = Omit<TrendInput, keyof DrawingRoom>;

/**
 * Development over periods: a sentence, a drawing, and the same figures as a table. Provisional figures are dashed, a
 * break in the series is marked, and what is missing stays a gap.
 *
 * @summary Development over time
 * @attr compare-with - Region codes to compare with, space separated
 * @attr shape - `line` (default), `area`, `bar` or `stacked`
 * @slot heading - Replaces the heading
 * @slot actions - Beside the heading
 * @slot footer - Below the source
 * @fires peil-point - Somebody looks at a place in the drawing, or no longer does
 * @csspart frame - Everything
 * @csspart summary - The sentence
 * @csspart drawing - The drawing with its tooltip
 * @csspart tooltip - The figures of one period
 * @csspart legend - Names of the lines, where the drawing has no room for them
 * @csspart table - The table, once it is opened
 * @cssprop --peil-chart-height - Height of the drawing; default 20rem. It gives or takes a little for the sentence
 * @cssprop --peil-chart-height-narrow - The same below 22rem of width; default 16rem
 * @cssprop --peil-chart-frame-height - Height of the whole, reserved before the figures are there; default 38rem
 * @cssprop --peil-chart-frame-height-narrow - The same below 22rem of width; default 44rem
 */
export class TrendChart extends ChartElement<Trend, Drawn, ChartOption, ChartsModule> {
  static override readonly properties: PropertyDeclarations = {
    compareWith: { attribute: 'compare-with' },
    shape: {},
  };

  declare compareWith: string | null;
  declare shape: string;

  protected readonly load = loadCharts;

  constructor() {
    super();
    this.compareWith = null;
    this.shape = 'line';
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
    const { lines } = readTrend(cube, this.language.lang());
    const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
    if (observations.some(({ value }) => value !== null)) return 'ready';
    return observations.some(({ status }) => status === 'C') ? 'suppressed' : 'empty';
  }

  protected override get manner(): readonly unknown[] {
    return [this.#shape];
  }

  protected override read(cube: Cube, lang: string): Trend {
    return readTrend(cube, lang);
  }

  protected override inputOf(trend: Trend, cube: Cube, lang: string): Drawn {
    return { ...trend, breaks: cube.publication.breaks, shape: this.#shape, lang };
  }

  protected override draw(module: ChartsModule, input: Drawn, room: DrawingRoom): ChartOption {
    return module.trendOption({ ...input, ...room });
  }

  protected override learn(module: ChartsModule, option: ChartOption): string {
    return String(module.axisStartsAtZero(option));
  }

  protected override summarise({ subject, told }: Trend, cube: Cube): string {
    const { breaks } = cube.publication;
    return summariseSeries({ indicator: subject, lines: told, breaks, lang: this.language.lang() });
  }

  protected override subline(trend: Trend): string {
    return subline(trend, this.language.lang());
  }

  protected override notes({ lines }: Trend, words: ChartWords): readonly (string | false | null | undefined)[] {
    const observations = lines.flatMap(({ points }) => points.map((point) => point.observation));
    const own = lines.find((line) => line.own) ?? lines[0];
    const dashed = this.#shape === 'line' || this.#shape === 'area';
    const { module, option } = this.drawing;
    return [
      module !== null && option !== null && !module.axisStartsAtZero(option) && words.axisNotZero,
      dashed && observations.some(({ status }) => isProvisional(status)) && words.legendProvisional,
      own?.points.some(({ observation }) => observation.value === null) && words.legendMissing,
    ];
  }

  protected override aboveDrawing(trend: Trend, module: ChartsModule | null): unknown {
    // Known before the first drawing, so that nothing moves then.
    if (!module || !this.input || !module.needsLegend({ ...this.input, ...this.drawing.room })) return nothing;
    return legendView(module.legendEntries(trend.lines, this.#shape), this.language.lang());
  }

  protected override grid({ lines }: Trend): Grid | null {
    const grid = gridOf(lines, this.drawing.module);
    if (!grid) return null;
    // Looking begins at the last figure of the line the chart is about.
    const last = (grid.rows[0] ?? []).findLastIndex(({ observation }) => observation.value !== null);
    return { lines: grid.rows.length, places: grid.steps.length, start: { line: 0, index: Math.max(0, last) } };
  }

  protected override describe({ lines, indicator }: Trend, { line, index }: Place): string {
    const point = gridOf(lines, this.drawing.module)?.rows[line]?.[index];
    return point ? describePoint(lines[line]?.label ?? '', point, indicator, this.language.lang()) : '';
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
    const styles = module.lineStyles(trend.lines, this.#shape);
    return grid ? tooltipView(trend, grid, styles, place, this.language.lang()) : nothing;
  }

  protected override tableContent(trend: Trend): unknown {
    return trendTableView(trend, this.language.lang());
  }

  get #shape(): TrendShape {
    return shapes.find((known) => known === this.shape) ?? 'line';
  }
}
