import { formatNumber, formatObservation, formatPoint, trendWordsFor } from '@peilglas/text';
import type { Indicator, Point } from '@peilglas/model';
import type { Trend } from './read-trend.js';

/** A figure of a line with its margin, or as an index figure with the one it stands for. */
export function figureWords(trend: Trend, line: number, point: Point, lang: string): string {
  const indicator = measuredBy(trend, line);
  const original = publishedAt(trend, line, point.code);
  if (!original) {
    const { text } = formatObservation(point.observation, indicator, lang);
    return [text, marginWords(trend, line, point.code, lang)].filter(Boolean).join(' ');
  }
  const { text } = formatObservation(point.observation, { ...indicator, unit: '' }, lang);
  const measured = trend.publishedAs[line] ?? indicator;
  if (original.observation.value === null) return text;
  // Its status is said once.
  const { value } = original.observation;
  const figure = formatObservation({ value, status: 'A', reason: null }, measured, lang).text;
  return `${text} (${figure})`;
}

/** `(11,0–13,8)`; empty without a margin. */
export function marginWords(trend: Trend, line: number, code: string, lang: string): string {
  const margin = trend.lines[line]?.margins?.get(code);
  if (!margin) return '';
  const write = (value: number): string => formatNumber(value, measuredBy(trend, line).decimals, lang);
  return trendWordsFor(lang).margin(write(margin.lower), write(margin.upper));
}

/** One place of the chart as it is spoken, with what there is to know about its period. */
export function speakPlace(trend: Trend, line: number, point: Point, lang: string): string {
  const { lines, notes } = trend;
  const indicator = measuredBy(trend, line);
  const margin = lines[line]?.margins?.get(point.code);
  const write = (value: number): string => formatNumber(value, indicator.decimals, lang);
  const figure = margin
    ? `${formatObservation(point.observation, indicator, lang).text}, ${trendWordsFor(lang).between(write(margin.lower), write(margin.upper))}`
    : figureWords(trend, line, point, lang);
  const place = [lines[line]?.label.trim(), formatPoint(point, lang)].filter(Boolean).join(', ');
  const told = notes.filter(({ code }) => code === point.code).map(({ text }) => text);
  return [`${place}: ${figure}`, ...told].join('. ');
}

/** Several indicators of one unit need not have the same decimals. */
export function measuredBy({ measured, indicator }: Trend, line: number): Indicator {
  return { ...indicator, decimals: (measured[line] ?? indicator).decimals };
}

export function publishedAt({ published }: Trend, line: number, code: string): Point | undefined {
  return published?.[line]?.points.find((point) => point.code === code);
}
