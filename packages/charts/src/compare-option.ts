import { compareWordsFor, describeStatus } from '@peilglas/text';
import type { LineSeriesOption } from 'echarts/charts';
import type { BarBox, Box } from './bar-boxes.js';
import { chartColours } from './chart-colours.js';
import type { CompareInput } from './compare-input.js';
import { compareLayout, type CompareLayout, type LaidRow } from './compare-layout.js';
import type { BarredOption } from './drawn-option.js';
import { dot, fill, pixelSpace, stroke, write, type PixelText, type Segment } from './pixel-space.js';
import { shortFigure } from './short-figure.js';
import { textWidth } from './text-width.js';
import { valueLabels } from './value-axis.js';

export interface CompareOption extends BarredOption {
  readonly series: readonly LineSeriesOption[];
  /** The rows drawn, as places in the input's rows; `bars` and keys count along these. */
  readonly shown: readonly number[];
  /** Whether rows were left out for want of room. */
  readonly isPartial: boolean;
  readonly startsAtZero: boolean;
}

/** A region that is drawn. */
interface Drawn extends LaidRow {
  readonly row: CompareInput['rows'][number];
}

/**
 * Regions below each other with a bar from zero each, or a dot for each of two periods, as an ECharts option. What is
 * drawn, and where, follows from these alone; an option fits one size only.
 *
 * @param heightForAll CSS pixels that the drawing has once nothing around it offers to show all: where they fit then, all are drawn
 */
export function compareOption(input: CompareInput, heightForAll = input.size.height): CompareOption {
  const layout = compareLayout(input, heightForAll);
  const drawn = layout.rows.flatMap((laid): readonly Drawn[] => {
    const row = 'row' in laid.shown ? input.rows[laid.shown.row] : undefined;
    return row ? [{ ...laid, row }] : [];
  });
  const shown = drawn.flatMap(({ shown: each }) => ('row' in each ? [each.row] : []));
  const bars = drawn.map((each, index): BarBox => ({ line: 0, index, ...barOf(each, layout), band: each.band }));
  return {
    ...pixelSpace(input.size, input),
    bars,
    shown,
    isPartial: shown.length < input.rows.length,
    startsAtZero: layout.scale === null || (layout.scale.min <= 0 && layout.scale.max >= 0),
    series: [
      ...(input.asDots ? dots(drawn, layout) : plainBars(drawn, bars, layout)),
      ...scaleMarks(input, layout),
      ...averageMarks(input, drawn, layout),
      ...write('names', names(input, layout)),
      ...write(
        'figures',
        drawn.map((each) => figure(input, each, layout)),
      ),
    ],
  };
}

/** From zero to the figure; of two periods, from one to the other. Without a figure, where the reason stands. */
function barOf({ row: { observation, before }, lane }: Drawn, { x, scale }: CompareLayout): Box {
  const { value } = observation;
  if (value === null) return { ...lane, width: Math.min(lane.width, 64) };
  const ends = [x(value), x(scale ? (before?.value ?? value) : 0)];
  const left = Math.min(...ends);
  const reach = scale ? 6 : 0;
  return { ...lane, x: left - reach, width: Math.max(...ends) - left + 2 * reach };
}

function plainBars(drawn: readonly Drawn[], bars: readonly Box[], { x }: CompareLayout) {
  const of = (own: boolean): readonly Box[] =>
    bars.filter((_, index) => drawn[index]?.row.own === own && drawn[index].row.observation.value !== null);
  // Between rows that are left out there is nothing to start from.
  const zero = joined(drawn.map(({ band }) => band)).map(({ y, height }): Segment => [x(0), y, x(0), y + height]);
  return [
    ...fill('others', of(false), chartColours.neutral),
    ...fill('own', of(true), chartColours.own),
    ...stroke('zero', zero, { colour: chartColours.muted, width: 1, z: 5 }),
  ];
}

function dots(drawn: readonly Drawn[], { x }: CompareLayout): readonly LineSeriesOption[] {
  return [false, true].flatMap((own) => {
    const colour = own ? chartColours.own : chartColours.neutral;
    const id = own ? 'own' : 'others';
    const rows = drawn.filter(({ row }) => row.own === own);
    const places = (pick: (row: Drawn['row']) => number | null | undefined): readonly (readonly [number, number])[] =>
      rows.flatMap(({ row, lane }) => {
        const value = pick(row) ?? null;
        return value === null ? [] : [[x(value), lane.y + lane.height / 2] as const];
      });
    const ways = rows.flatMap(({ row: { observation, before }, lane }): readonly Segment[] => {
      const y = lane.y + lane.height / 2;
      if (observation.value === null || typeof before?.value !== 'number') return [];
      return [[x(before.value), y, x(observation.value), y]];
    });
    return [
      ...stroke(`${id} way`, ways, { colour, width: own ? 2.5 : 1.5 }),
      ...dot(
        `${id} then`,
        places((row) => row.before?.value),
        { color: chartColours.surface, borderColor: colour },
      ),
      ...dot(
        `${id} now`,
        places((row) => row.observation.value),
        { color: colour, borderColor: colour },
      ),
    ];
  });
}

/** Under dots, which do not start at zero: thin lines at round figures, with the figure below. */
function scaleMarks({ lang, font }: CompareInput, { scale, x, top, bottom, line }: CompareLayout) {
  if (!scale) return [];
  const labels = valueLabels(scale, lang);
  const ticks = labels.map((text, place) => ({ text, at: x(scale.min + place * scale.step) }));
  const lines = ticks.map(({ at }): Segment => [at, top, at, bottom]);
  const widest = Math.max(...labels.map((label) => textWidth(label, font)));
  const apart = (ticks[1]?.at ?? 0) - (ticks[0]?.at ?? 0);
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(1, apart)));
  const texts = ticks.flatMap(({ text, at }, place): readonly PixelText[] =>
    place % every === 0 ? [{ x: at, y: bottom + line / 2 + 4, text, align: 'center', colour: chartColours.muted }] : [],
  );
  return [...stroke('scale', lines, { colour: chartColours.line, width: 1, z: 1 }), ...write('ticks', texts)];
}

/** A thin line with its label above. It does not run through names and figures. */
function averageMarks(input: CompareInput, drawn: readonly Drawn[], layout: CompareLayout) {
  const { average, size, font, indicator, lang } = input;
  const { x, top, narrow, line } = layout;
  if (average === null) return [];
  const rounded = { value: average, status: 'A', reason: null } as const;
  const text = compareWordsFor(lang).average(shortFigure(rounded, indicator, lang));
  const at = Math.round(x(average)) + 0.5;
  const free = drawn.filter((each) => {
    if (each.row.observation.value === null) return false;
    const { x: start, align, text: label, bold } = figure(input, each, layout);
    const width = textWidth(label, font, bold) + 3;
    return align === 'right' ? at < start - width || at > start + 3 : at < start - 3 || at > start + width;
  });
  const lanes = free.map(({ lane, band }) => (narrow ? { ...lane, y: lane.y - 2, height: lane.height + 4 } : band));
  const segments = joined(lanes).map(({ y, height }): Segment => [at, y, at, y + height]);
  const half = textWidth(text, font) / 2;
  const middle = Math.min(Math.max(at, half), size.width - half);
  return [
    // A rim of the ground, since bars may be of the colour of text: in forced colours they are.
    ...stroke('average rim', segments, { colour: chartColours.surface, width: 3, z: 5 }),
    ...stroke('average', segments, { colour: chartColours.text, width: 1, z: 5 }),
    ...write('average label', [
      { x: middle, y: top - 4 - line / 2, text, align: 'center', colour: chartColours.muted },
    ]),
  ];
}

/** Boxes that touch as one, from the top down. */
function joined(boxes: readonly Box[]): readonly Box[] {
  return boxes.reduce<readonly Box[]>((before, box) => {
    const last = before.at(-1);
    if (!last || Math.abs(last.y + last.height - box.y) > 0.5) return [...before, box];
    return [...before.slice(0, -1), { ...last, height: box.y + box.height - last.y }];
  }, []);
}

function names({ rows, lang }: CompareInput, { rows: laid, line }: CompareLayout): readonly PixelText[] {
  return laid.flatMap(({ shown, name, nameY, band }): readonly PixelText[] => {
    if (!('row' in shown)) {
      const text = compareWordsFor(lang).left(shown.left, shown.without);
      return [{ x: 0, y: band.y + band.height / 2, text, colour: chartColours.muted }];
    }
    const row = rows[shown.row];
    const colour = row?.own ? chartColours.own : row?.observation.value === null ? chartColours.muted : undefined;
    return name.map((text, place) => ({
      x: 0,
      y: nameY + (place - (name.length - 1) / 2) * line,
      text,
      bold: row?.own ?? false,
      ...(colour && { colour }),
    }));
  });
}

/** The figure at the end of a bar, or at the right edge for dots; where there is none, why. */
function figure({ indicator, lang, size }: CompareInput, { row, lane }: Drawn, layout: CompareLayout): PixelText {
  const { observation, own } = row;
  const y = lane.y + lane.height / 2;
  if (observation.value === null) {
    const text = describeStatus(observation, lang)?.split(':')[0] ?? '';
    return { x: lane.x + 4, y, text, colour: chartColours.muted };
  }
  const text = shortFigure(observation, indicator, lang);
  const style = { text, bold: own, colour: own ? chartColours.own : chartColours.text };
  if (layout.scale) return { x: size.width, y, align: 'right', ...style };
  const isBelow = observation.value < 0;
  const end = layout.x(observation.value) + (isBelow ? -5 : 5);
  return { x: end, y, align: isBelow ? 'right' : 'left', ...style };
}
