import type { LineSeriesOption } from 'echarts/charts';
import { formatObservation, chartWordsFor } from '@peilglas/text';
import { breakWords } from './break-words.js';
import { chartColours } from './chart-colours.js';
import { missingPlaces } from './missing-places.js';
import { plotX, valueAt } from './plot.js';
import { textWidth } from './text-width.js';
import type { TrendLayout } from './trend-layout.js';
import { isBar, type TrendInput } from './trend-input.js';
import { plainText } from './trend-series.js';

/** What every mark has: it is there to be read. */
export const mark = {
  type: 'line',
  silent: true,
  emphasis: { disabled: true },
  legendHoverLink: false,
  animation: false,
  clip: false,
} as const satisfies LineSeriesOption;

/** An unseen symbol, there to carry a label. (A label would inherit an opacity of nothing.) */
export const carrier = { symbol: 'circle', symbolSize: 1, itemStyle: { color: 'transparent' } } as const;

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

/**
 * A thin line between the last period of the old method and the first of the new one, with a word beside its top. Where
 * there is one word for several, a line along their tops joins them.
 */
function breakMarks({ lang, size, font }: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  const { plot, endLabels, inset } = layout;
  const breaks = [...layout.breaks];
  const text = chartWordsFor(lang).break;
  const edge = size.width - plot.margin.right;
  const room = {
    width: textWidth(text, font),
    left: inset,
    right: endLabels.some((label) => label.x + label.width > edge) ? edge : size.width,
    gap: 8,
  };
  const places = breaks.map((index) => plotX(plot, size, index - 0.5));
  const words = breakWords(places, room);
  return breaks.map((index, position): LineSeriesOption => {
    const word = words.find(({ at }) => at === position);
    const joined = words.some(({ from, to }) => from < position && position <= to);
    const before = breaks[position - 1];
    const label = word && {
      ...plainText(text),
      position: word.side,
      distance: 0,
      offset: [0, -8],
      color: chartColours.muted,
    };
    return {
      ...mark,
      id: `break ${index}`,
      z: 2,
      data: [
        { value: [index - 0.5, plot.y.min], symbol: 'none' },
        { ...carrier, value: [index - 0.5, plot.y.max], ...(label && { label }) },
        ...(joined && before !== undefined ? [{ value: [before - 0.5, plot.y.max], symbol: 'none' }] : []),
      ],
      lineStyle: { color: chartColours.muted, width: 1, type: [2, 3], cap: 'butt' },
    };
  });
}

/** For the line the reader came for: a period that was published without a figure. */
function missingMarks(input: TrendInput, layout: TrendLayout): readonly LineSeriesOption[] {
  const { rows, styles, plot, endLabels, barWidth } = layout;
  const own = styles.findIndex((style) => style.own);
  const signs = new Map(
    (rows[own] ?? []).flatMap((point, index) => {
      if (point?.observation.value !== null) return [];
      const { figure } = formatObservation(point.observation, input.indicator, input.lang);
      return figure === '' ? [] : [[index, figure]];
    }),
  );
  const places = missingPlaces([...signs.keys()], own, plot, endLabels, input);
  const { size, font, shape } = input;
  // In a frame, as an empty cell of a table: a bare dot would be read as a figure.
  const width = Math.ceil(font.size * 0.9);
  const frame = {
    width,
    padding: [0, 2, 2, 2],
    lineHeight: width,
    borderWidth: 1,
    borderColor: chartColours.line,
    backgroundColor: chartColours.surface,
  };
  const framed = !isBar(shape) || barWidth >= width + 8;
  const data = [...signs.values()].map((sign, position) => {
    const { index = 0, y = 0 } = places[position] ?? {};
    const text = {
      ...plainText(sign),
      position: 'inside' as const,
      align: 'center' as const,
      color: chartColours.muted,
    };
    return { ...carrier, value: [index, valueAt(plot, size, y)], label: { ...text, ...(framed && frame) } };
  });
  return data.length === 0 ? [] : [{ ...mark, id: 'missing', z: 5, data, lineStyle: { width: 0, opacity: 0 } }];
}
