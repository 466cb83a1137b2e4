import { format } from 'echarts/core';
import type { ChartFont } from './trend-input.js';

/** Width in CSS pixels, measured as ECharts itself does: on a canvas in a browser, by estimate elsewhere. */
export function textWidth(text: string, font: ChartFont, bold = false): number {
  return Math.ceil(format.getTextRect(text, `${bold ? '600 ' : ''}${font.size}px ${font.family}`).width);
}

/** Words over lines of at most `width`, never cut at a no-break space; a word that is wider by itself has a line to itself. */
export function wrapText(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && measure(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text of at most `width`, with an ellipsis in place of what does not fit. */
export function cutText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters =
    'Segmenter' in Intl ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
  let [fits, not] = [0, letters.length];
  while (not - fits > 1) {
    const middle = (fits + not) >> 1;
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`) <= width) fits = middle;
    else not = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}
