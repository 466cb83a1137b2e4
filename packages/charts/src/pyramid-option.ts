import type { Observation } from '@peilglas/model';
import type { LineSeriesOption } from 'echarts/charts';
import type { BarBox, Box } from './bar-boxes.js';
import { chartColours } from './chart-colours.js';
import type { BarredOption } from './drawn-option.js';
import { fill, hatch, outline, pixelSpace, stroke, write, type PixelText, type Segment } from './pixel-space.js';
import type { PyramidInput } from './pyramid-input.js';
import { cutText, textWidth } from './text-width.js';
import { valueAxis, valueLabels, type ValueAxis } from './value-axis.js';

/** Length of a bar without a figure, CSS pixels: it says that there is one, not how large it is. */
const stub = 14;
const colours = [chartColours.own, chartColours.other[0]] as const;

export interface PyramidOption extends BarredOption {
  readonly series: readonly LineSeriesOption[];
}

interface Side {
  readonly from: number;
  readonly way: 1 | -1;
}

interface Layout {
  readonly scale: ValueAxis;
  /** CSS pixels that the scale takes on either side. */
  readonly half: number;
  /** Where the scale of each side starts, and which way it goes. */
  readonly sides: readonly Side[];
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
  readonly thick: number;
  readonly line: number;
}

/**
 * Groups from the bottom up with a bar to either side each, on one scale, as an ECharts option. Figures below zero lie
 * on the inner side of its line. Another region or period lies over them as an outline. `bars` count the rows from the
 * top, and the left side before the right.
 */
export function pyramidOption(input: PyramidInput): PyramidOption {
  const layout = layoutOf(input);
  const rows = [...input.groups.keys()].reverse();
  const boxes = input.sides.map((side, line) =>
    rows.map((group, index): BarBox => {
      const box = boxOf(side.observations[group], index, line, layout);
      return { line, index, ...box, band: bandOf(index, line, input, layout) };
    }),
  );
  const known = (line: number, has: boolean): readonly Box[] =>
    (boxes[line] ?? []).filter((_, index) => {
      const observation = input.sides[line]?.observations[rows[index] ?? -1];
      return observation?.status !== 'M' && ((observation?.value ?? null) !== null) === has;
    });
  const overlay = input.sides.flatMap(({ others }, line) =>
    rows.flatMap((group, index) => {
      const observation = others?.[group];
      return typeof observation?.value === 'number' ? [boxOf(observation, index, line, layout)] : [];
    }),
  );
  return {
    ...pixelSpace(input.size, input),
    bars: boxes.flat(),
    series: [
      ...scaleLines(layout),
      ...[0, 1].flatMap((line) => [
        ...fill(line === 0 ? 'left' : 'right', known(line, true), colours[line] ?? chartColours.neutral),
        ...hatch(`missing ${line}`, known(line, false), { colour: chartColours.muted, width: 1 }),
        ...outline(`missing edge ${line}`, known(line, false), { colour: chartColours.muted, width: 1 }),
      ]),
      // On a rim of the ground, so that it is seen on its bar as well.
      ...outline('rim', overlay, { colour: chartColours.surface, width: 3.5, z: 4 }),
      ...outline('others', overlay, { colour: chartColours.text, width: 1.5, z: 5 }),
      ...baseLines(layout),
      ...write('texts', texts(input, rows, layout)),
      ...keySamples(input, layout),
    ],
  };
}

function layoutOf({ groups, sides, names, measured, size, font, lang }: PyramidInput): Layout {
  const line = Math.ceil(font.size * 1.4);
  const width = (text: string): number => textWidth(text, font);
  const values = sides.flatMap(({ observations, others }) =>
    [...observations, ...(others ?? [])].flatMap(({ value }) => value ?? []),
  );
  const scale = valueAxis(values, true, measured.decimals);
  const labels = valueLabels(scale, lang).map(width);
  const [innermost = 0, outermost = 0] = [labels[0], labels.at(-1)];
  // A group that cannot be told from the next costs more than shorter bars; nor may both scales run into each other.
  const gutter = Math.min(size.width * 0.46, Math.max(...groups.map(width), innermost) + 16);
  // Half of the outermost label of the scale stands beyond the plot.
  const overhang = outermost / 2;
  const half = Math.max(8, (size.width - gutter) / 2 - overhang);
  const middle = size.width / 2;
  const top = (names ? line + 8 : 0) + line + 6;
  const bottom = size.height - line - 6;
  const row = Math.max(2, (bottom - top) / Math.max(1, groups.length));
  return {
    scale,
    half,
    sides: [
      { from: Math.round(middle - gutter / 2), way: -1 },
      { from: Math.round(middle + gutter / 2), way: 1 },
    ],
    top,
    bottom,
    row,
    // Many groups make one shape; a few are bars apart.
    thick: row < 5 ? row : Math.round(Math.min(30, row * 0.8)),
    line,
  };
}

/** CSS pixels from the left at which a side has a value. */
function placeOf(value: number, { from, way }: Side, { scale, half }: Layout): number {
  return from + (way * half * (value - scale.min)) / (scale.max - scale.min);
}

/** From zero outwards, and below zero inwards; without a figure outwards, in a length that says nothing. */
function boxOf(observation: Observation | undefined, index: number, line: number, layout: Layout): Box {
  const side = layout.sides[line] ?? { from: 0, way: 1 };
  const zero = placeOf(0, side, layout);
  const value = observation?.value ?? null;
  const end =
    value !== null
      ? placeOf(value, side, layout)
      : observation?.status === 'M'
        ? zero
        : zero + side.way * (layout.scale.max > 0 ? stub : -stub);
  const y = layout.top + index * layout.row + (layout.row - layout.thick) / 2;
  return { x: Math.min(zero, end), y, width: Math.abs(end - zero), height: layout.thick };
}

function bandOf(index: number, line: number, { size }: PyramidInput, { top, row }: Layout): Box {
  return { x: line === 0 ? 0 : size.width / 2, y: top + index * row, width: size.width / 2, height: row };
}

/** Each line of the scale, counted from its lowest. */
function ticksOf(layout: Layout): readonly { readonly place: number; readonly x: number }[] {
  const { min, max, step } = layout.scale;
  const count = Math.round((max - min) / step);
  return layout.sides.flatMap((side) =>
    Array.from({ length: count + 1 }, (_, place) => ({ place, x: placeOf(min + place * step, side, layout) })),
  );
}

function scaleLines(layout: Layout): readonly LineSeriesOption[] {
  const lines = ticksOf(layout).map(({ x }): Segment => [x, layout.top, x, layout.bottom]);
  return stroke('scale', lines, { colour: chartColours.line, width: 1, z: 1 });
}

function baseLines(layout: Layout): readonly LineSeriesOption[] {
  const lines = layout.sides.map((side): Segment => {
    const zero = placeOf(0, side, layout);
    return [zero, layout.top, zero, layout.bottom];
  });
  return stroke('zero', lines, { colour: chartColours.muted, width: 1, z: 5 });
}

function texts(
  { groups, sides, names, size, font, lang }: PyramidInput,
  rows: readonly number[],
  layout: Layout,
): readonly PixelText[] {
  const { scale, top, bottom, row, line, half } = layout;
  const width = (text: string): number => textWidth(text, font);
  const labels = valueLabels(scale, lang);
  const widest = Math.max(...labels.map(width));
  const apart = (scale.step / (scale.max - scale.min)) * half;
  const zero = Math.round(-scale.min / scale.step);
  const everyTick = Math.max(1, Math.ceil((widest + 8) / Math.max(1, apart)));
  const everyRow = Math.max(1, Math.ceil((font.size * 1.15) / row));
  const gutter = (layout.sides[1]?.from ?? 0) - (layout.sides[0]?.from ?? 0);
  const heads = sides.map(({ label }, side): PixelText => {
    const at = layout.sides[side]?.from ?? 0;
    return {
      x: at,
      y: top - line / 2 - 4,
      text: cutText(label, half, width),
      align: side === 0 ? 'right' : 'left',
      bold: true,
    };
  });
  const key = keyNames(names, size, font).map((text, place, [first = '']): PixelText => {
    return { x: (place === 0 ? 0 : keyWidth(first, font)) + 18, y: line / 2, text };
  });
  return [
    ...key,
    ...heads,
    ...rows.flatMap((group, index): readonly PixelText[] =>
      group % everyRow === 0
        ? [
            {
              x: size.width / 2,
              y: top + (index + 0.5) * row,
              text: cutText(groups[group] ?? '', gutter - 6, width),
              align: 'center',
            },
          ]
        : [],
    ),
    ...ticksOf(layout).flatMap(({ place, x }): readonly PixelText[] =>
      (place - zero) % everyTick === 0
        ? [{ x, y: bottom + line / 2 + 4, text: labels[place] ?? '', align: 'center', colour: chartColours.muted }]
        : [],
    ),
  ];
}

/** Both names, beside each other. */
function keyNames(
  names: PyramidInput['names'],
  size: PyramidInput['size'],
  font: PyramidInput['font'],
): readonly string[] {
  const room = size.width / 2 - 30;
  return (names ?? []).map((name) => cutText(name, room, (text) => textWidth(text, font)));
}

function keyWidth(name: string, font: PyramidInput['font']): number {
  return 18 + textWidth(name, font) + 20;
}

/** Both colours for what is filled, an empty box for what is an outline. */
function keySamples({ names, size, font }: PyramidInput, { line }: Layout): readonly LineSeriesOption[] {
  const [first] = keyNames(names, size, font);
  if (first === undefined) return [];
  const box = (x: number, width: number): Box => ({ x, y: line / 2 - 6, width, height: 12 });
  return [
    ...fill('key left', [box(0, 6)], colours[0]),
    ...fill('key right', [box(6, 6)], colours[1]),
    ...outline('key others', [box(keyWidth(first, font) + 0.5, 11)], { colour: chartColours.text, width: 1.5 }),
  ];
}
