import type { Point } from '@peilglas/model';
import { chartColours } from './chart-colours.js';
import { isBar, type TrendLine, type TrendShape } from './trend-input.js';

export type Marker = 'circle' | 'rect' | 'triangle' | 'diamond';

/** How one line is told from the others, in drawing, legend, tooltip and table alike. A dash always means provisional. */
export interface LineStyle {
  readonly id: string;
  readonly label: string;
  readonly own: boolean;
  /** A CSS colour, usually a variable. */
  readonly colour: string;
  /** CSS colour of a bar's edge, and of whatever must be seen against the ground; a light colour has a darker edge. */
  readonly edge: string;
  readonly textColour: string;
  /** CSS pixels. */
  readonly width: number;
  /** What stands for it in a legend: a line with its marker, or a square with its edge. */
  readonly sample: 'line' | 'bar';
  /** The shape at the line's end and, with several comparisons, along the line. */
  readonly marker: Marker;
  /** One of many that show where the own line stands among them: thin, and not told from the others. */
  readonly quiet: boolean;
}

/** More lines than this are not told apart by marker, and need a legend beside the labels at their ends. */
export const mostLines = 4;

type Colours = Pick<LineStyle, 'colour' | 'edge'>;

const markers: readonly Marker[] = ['rect', 'triangle', 'diamond', 'circle'];
const palette = [chartColours.own, ...chartColours.other].map(plain);
const neutrals: readonly Colours[] = [
  plain(chartColours.neutral),
  { colour: chartColours.lightNeutral, edge: chartColours.neutral },
  { colour: chartColours.surface, edge: chartColours.neutral },
];

/**
 * The style of each line, in the order given. One own line is the accent and the others are neutral: lines are told
 * apart by their marker, up to four; bars by three neutrals in turn. Categories each have a colour of their own, as
 * have the parts of a stack.
 */
export function lineStyles(lines: readonly TrendLine[], shape: TrendShape = 'line'): readonly LineStyle[] {
  const oneOwn = lines.filter((line) => line.own).length === 1;
  const compared = oneOwn && shape !== 'stacked';
  const bundled = compared && !isBar(shape) && lines.length > mostLines;
  let others = 0;
  return lines.map(({ id, label, own }, index) => {
    const first = lines.length === 1 || (own && oneOwn);
    const rank = first ? 0 : oneOwn ? ++others : index;
    const quiet = bundled && !first;
    return {
      id,
      label,
      own: first,
      ...(!compared || first ? turn(palette, rank) : turn(neutrals, isBar(shape) ? rank - 1 : 0)),
      textColour: first ? chartColours.own : chartColours.muted,
      width: first ? 2.5 : quiet ? 1 : 1.5,
      sample: isBar(shape) ? 'bar' : 'line',
      marker: first || quiet ? 'circle' : turn(markers, oneOwn ? rank - 1 : rank),
      quiet,
    };
  });
}

/** The same for a legend: lines in the order in which they end, from the highest down; bars in the order given. */
export function legendEntries(lines: readonly TrendLine[], shape: TrendShape = 'line'): readonly LineStyle[] {
  const styles = lineStyles(lines, shape);
  if (isBar(shape)) return styles;
  const ends = lines.map(({ points }) => lastValue(points));
  const order = [...styles.keys()].sort((a, b) => compareEnds(ends[a], ends[b]));
  return order.flatMap((line) => styles[line] ?? []);
}

function lastValue(points: readonly Point[]): number {
  return points.findLast(({ observation }) => observation.value !== null)?.observation.value ?? -Infinity;
}

function compareEnds(a = -Infinity, b = -Infinity): number {
  return a === b ? 0 : b - a;
}

function plain(colour: string): Colours {
  return { colour, edge: colour };
}

function turn<T>(list: readonly T[], rank: number): T {
  const item = list[rank % list.length];
  if (item === undefined) throw new RangeError(`No style for ${rank}`);
  return item;
}
