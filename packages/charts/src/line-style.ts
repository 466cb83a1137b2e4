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
  readonly textColour: string;
  /** CSS pixels. */
  readonly width: number;
  /** The shape at the line's end and, with several comparisons, along the line. */
  readonly marker: Marker;
}

const markers: readonly Marker[] = ['rect', 'triangle', 'diamond', 'circle'];
const palette: readonly string[] = [chartColours.own, ...chartColours.other];

/**
 * The style of each line, in the order given. One own line is the accent and the others are neutral, told apart by
 * their marker; categories, and three or more bars side by side, each have a colour of their own.
 */
export function lineStyles(lines: readonly TrendLine[], shape: TrendShape = 'line'): readonly LineStyle[] {
  const oneOwn = lines.filter((line) => line.own).length === 1;
  const accented = lines.length === 1 || (oneOwn && (!isBar(shape) || (shape === 'bar' && lines.length === 2)));
  let others = 0;
  return lines.map(({ id, label, own }, index) => {
    const first = lines.length === 1 || (own && oneOwn);
    const rank = first ? 0 : oneOwn ? ++others : index;
    const inPalette = palette[rank % palette.length] ?? chartColours.neutral;
    return {
      id,
      label,
      own: first,
      colour: first ? chartColours.own : accented ? chartColours.neutral : inPalette,
      textColour: first ? chartColours.ownText : chartColours.muted,
      width: first ? 2.5 : 1.5,
      marker: first ? 'circle' : (markers[(oneOwn ? rank - 1 : rank) % markers.length] ?? 'circle'),
    };
  });
}
