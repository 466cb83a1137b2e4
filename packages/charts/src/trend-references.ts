import type { LineSeriesOption } from 'echarts/charts';
import { chartColours } from './chart-colours.js';
import { isClearOfLines, type LabelBox } from './place-end-labels.js';
import { placeAt, plotX, plotY, type Plot } from './plot.js';
import { textWidth } from './text-width.js';
import { isBar, type Size, type TrendInput } from './trend-input.js';
import type { TrendLayout } from './trend-layout.js';
import { carrier, mark } from './trend-marks.js';
import { plainText } from './trend-series.js';

/** Between a line and the words above or below it, CSS pixels. */
const gap = 3;

interface Spot {
  readonly box: LabelBox;
  readonly isAbove: boolean;
  /** Whether nothing else is drawn there. */
  readonly isFree: boolean;
}

/**
 * Levels to compare with as thin lines across the plot, each with its words where nothing else is drawn. A target is a
 * little heavier, and ends in a triangle.
 */
export function referenceMarks(input: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  const { references = [], size, font, shape } = input;
  const { plot, inset } = layout;
  const taken: LabelBox[] = [];
  const start = placeAt(plot, size, inset);
  return references.map(({ value, text, isTarget }, position): LineSeriesOption => {
    const spot = spotFor(textWidth(text, font, isTarget), value, input, layout, taken);
    taken.push(spot.box);
    const colour = chartColours.text;
    return {
      ...mark,
      id: `reference ${position}`,
      // Over bars, which it would else go behind; below lines.
      z: isBar(shape) ? 4 : 2,
      data: [
        { value: [start, value], symbol: 'none' },
        {
          ...carrier,
          value: [placeAt(plot, size, spot.box.left), value],
          label: {
            ...plainText(text),
            position: 'right',
            distance: 0,
            align: 'left',
            verticalAlign: spot.isAbove ? 'bottom' : 'top',
            offset: [0, spot.isAbove ? -gap : gap],
            padding: [1, 2],
            ...(!spot.isFree && { backgroundColor: chartColours.surface }),
            color: colour,
            fontWeight: isTarget ? 600 : 'normal',
          },
        },
        {
          value: [plot.x.max, value],
          symbol: isTarget ? 'triangle' : 'none',
          symbolSize: 8,
          symbolRotate: 90,
        },
      ],
      itemStyle: { color: colour, opacity: 1 },
      lineStyle: { color: colour, width: isTarget ? 1.5 : 1, cap: 'butt' },
    };
  });
}

/** The first place from the right where words are clear of lines, bars and each other; above the line where they may. */
function spotFor(
  width: number,
  value: number,
  { size, font, shape }: TrendInput,
  { plot, inset, barWidth }: TrendLayout,
  taken: readonly LabelBox[],
): Spot {
  const y = plotY(plot, size, value);
  const height = font.size * 1.2 + gap;
  const last = Math.max(inset, size.width - plot.margin.right - width - 12);
  const spots: Spot[] = [];
  for (let left = last; left >= inset; left -= Math.max(8, font.size)) {
    for (const isAbove of [true, false]) {
      const top = isAbove ? y - gap - height : y + gap;
      spots.push({ box: { left, right: left + width, top, bottom: top + height }, isAbove, isFree: true });
    }
  }
  const free = spots.find(
    ({ box }) =>
      box.top >= 0 &&
      box.bottom <= size.height - plot.margin.bottom &&
      taken.every((other) => isApart(box, other)) &&
      (isBar(shape) ? isClearOfBars(box, plot, size, barWidth) : isClearOfLines(box, plot, size)),
  );
  const top = y - gap - height;
  return free ?? { box: { left: last, right: last + width, top, bottom: top + height }, isAbove: true, isFree: false };
}

function isApart(a: LabelBox, b: LabelBox): boolean {
  return a.right < b.left || b.right < a.left || a.bottom <= b.top || b.bottom <= a.top;
}

function isClearOfBars(box: LabelBox, plot: Plot, size: Size, barWidth: number): boolean {
  const base = plotY(plot, size, 0);
  return plot.lines.every(({ heights, shift }) =>
    heights.every((height, index) => {
      if (height === null) return true;
      const [x, y] = [plotX(plot, size, index + shift), plotY(plot, size, height)];
      const bar = {
        left: x - barWidth / 2,
        right: x + barWidth / 2,
        top: Math.min(y, base),
        bottom: Math.max(y, base),
      };
      return isApart(box, bar);
    }),
  );
}
