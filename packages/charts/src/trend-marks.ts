import type { LineSeriesOption } from 'echarts/charts';
import { formatObservation, chartWordsFor } from '@peilglas/text';
import { chartColours } from './chart-colours.js';
import { plotX } from './plot.js';
import { textWidth } from './text-width.js';
import type { TrendLayout } from './trend-layout.js';
import type { TrendInput } from './trend-input.js';
import { plainText } from './trend-series.js';

const mark = {
  type: 'line',
  silent: true,
  emphasis: { disabled: true },
  legendHoverLink: false,
  animation: false,
  clip: false,
} as const satisfies LineSeriesOption;

/** An unseen symbol, there to carry a label. (A label would inherit an opacity of nothing.) */
const carrier = { symbol: 'circle', symbolSize: 1, itemStyle: { color: 'transparent' } } as const;

/** What stands in the plot beside the figures: the zero line, breaks in the series, and the sign for "no figure". */
export function trendMarks(input: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  return [...zeroLine(layout), ...breakMarks(input, layout), ...missingMarks(input, layout)];
}

/** Only an axis that shows zero has a base line. */
function zeroLine({ plot }: TrendLayout): readonly LineSeriesOption[] {
  if (plot.y.min > 0 || plot.y.max < 0) return [];
  const data = [
    [plot.x.min, 0],
    [plot.x.max, 0],
  ];
  return [
    {
      ...mark,
      id: 'zero',
      z: 5,
      data,
      symbol: 'none',
      lineStyle: { color: chartColours.muted, width: 1, cap: 'butt' },
    },
  ];
}

/** A thin line between the last period of the old method and the first of the new one, with a word above the first. */
function breakMarks(
  { lang, size, font }: TrendInput,
  { plot, breaks, endLabels }: TrendLayout,
): readonly LineSeriesOption[] {
  const word = chartWordsFor(lang).break;
  const width = textWidth(word, font);
  let free = -Infinity;
  return [...breaks].map((index): LineSeriesOption => {
    const x = plotX(plot, size, index - 0.5);
    const toRight = x + width <= size.width - (endLabels.length > 0 ? plot.margin.right : 0);
    const start = toRight ? x : x - width;
    const room = start > free;
    if (room) free = start + width + 8;
    const label = { ...plainText(word), position: toRight ? ('right' as const) : ('left' as const) };
    return {
      ...mark,
      id: `break ${index}`,
      z: 2,
      data: [
        { value: [index - 0.5, plot.y.min], symbol: 'none' },
        {
          ...carrier,
          value: [index - 0.5, plot.y.max],
          ...(room && { label: { ...label, distance: 0, offset: [0, -8], color: chartColours.muted } }),
        },
      ],
      lineStyle: { color: chartColours.muted, width: 1, type: [2, 3], cap: 'butt' },
    };
  });
}

/** At the bottom of the plot, for the line the reader came for: a period that was published without a figure. */
function missingMarks(input: TrendInput, { rows, styles, plot }: TrendLayout): readonly LineSeriesOption[] {
  const own = styles.findIndex((style) => style.own);
  const data = (rows[own] ?? []).flatMap((point, index) => {
    if (point?.observation.value !== null) return [];
    const sign = formatObservation(point.observation, input.indicator, input.lang).figure;
    const label = {
      ...plainText(sign),
      position: 'top' as const,
      distance: 2,
      fontWeight: 600,
      color: chartColours.text,
    };
    return sign === '' ? [] : [{ ...carrier, value: [index, plot.y.min], label }];
  });
  return data.length === 0 ? [] : [{ ...mark, id: 'missing', z: 5, data, lineStyle: { width: 0, opacity: 0 } }];
}
