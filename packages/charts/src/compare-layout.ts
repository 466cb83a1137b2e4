import type { Box } from './bar-boxes.js';
import { chooseRows, type ShownRow } from './choose-rows.js';
import type { CompareInput, ComparedRow } from './compare-input.js';
import { isNarrow } from './end-labels.js';
import { shortFigure } from './short-figure.js';
import { cutText, textWidth, wrapText } from './text-width.js';
import { valueAxis, valueLabels, type ValueAxis } from './value-axis.js';

/** Least height of a row, CSS pixels: a target for a finger. */
const leastRow = 24;
const mostRow = 34;
/** Between name, bar and figure, CSS pixels. */
const gap = 8;

export interface LaidRow {
  readonly shown: ShownRow;
  readonly band: Box;
  /** Where the bar lies: its height, and the whole width that values have. */
  readonly lane: Box;
  readonly name: readonly string[];
  readonly nameY: number;
}

export interface CompareLayout {
  readonly rows: readonly LaidRow[];
  /** Pixel of a value. */
  readonly x: (value: number) => number;
  readonly narrow: boolean;
  readonly line: number;
  readonly top: number;
  readonly bottom: number;
  /** The scale of dots, which need not start at zero; null for bars. */
  readonly scale: ValueAxis | null;
}

/** What every row of a drawing takes, whatever its height. */
interface Measures {
  readonly narrow: boolean;
  readonly line: number;
  readonly names: readonly (readonly string[])[];
  readonly nameWidth: number;
  readonly least: number;
  readonly top: number;
  readonly foot: number;
}

export function compareLayout(input: CompareInput, heightForAll: number): CompareLayout {
  const { rows, size, average, asDots, indicator, lang, font } = input;
  const measures = measure(input);
  const { narrow, line, names, nameWidth, least, top, foot } = measures;
  const fitting = (height: number): number => Math.max(3, Math.floor((height - top - foot) / least));
  const ranked = rows.filter(({ observation }) => observation.value !== null).length;
  const own = rows.findIndex((row) => row.own);
  const fitsAll = input.all || rows.length <= fitting(heightForAll);
  const chosen = chooseRows(ranked, rows.length - ranked, own, fitsAll ? Infinity : fitting(size.height));
  const height = Math.min(Math.max(mostRow, least), Math.max(least, (size.height - top - foot) / chosen.length));

  const values = rows.flatMap(({ observation, before }) => [observation.value ?? [], before?.value ?? []].flat());
  if (average !== null) values.push(average);
  const scale = asDots ? valueAxis(values, false, indicator.decimals) : null;
  const low = scale?.min ?? Math.min(0, ...values);
  const high = scale?.max ?? Math.max(0, ...values);
  const figureWidth = (some: readonly ComparedRow[]): number =>
    Math.max(0, ...some.map((row) => textWidth(shortFigure(row.observation, indicator, lang), font, row.own)));
  const withFigure = rows.filter(({ observation }) => observation.value !== null);
  const belowZero = low < 0 ? figureWidth(withFigure.filter(isNegative)) + gap : 0;
  // Half of the lowest figure below the scale is left of it: cut off, −400 would read as 400.
  const [lowest = ''] = scale ? valueLabels(scale, lang) : [];
  const left = scale ? Math.max(nameWidth + gap, Math.ceil(textWidth(lowest, font) / 2)) : nameWidth + belowZero;
  const right = size.width - (asDots ? figureWidth(withFigure) + 2 * gap : barEnd(input, figureWidth));
  const plotWidth = Math.max(8, right - left);
  const x = (value: number): number => left + (high === low ? 0 : ((value - low) / (high - low)) * plotWidth);

  const laid = chosen.map((shown, place): LaidRow => {
    const y = top + place * height;
    const name = 'row' in shown ? (names[shown.row] ?? []) : [];
    const nameHeight = narrow ? name.length * line : 0;
    const thick = narrow ? Math.max(12, 2 * Math.round(line / 3)) : Math.min(20, 2 * Math.round((height - 8) / 2));
    const middle = narrow ? y + nameHeight + line / 2 : y + height / 2;
    return {
      shown,
      name,
      nameY: narrow ? y + nameHeight / 2 : middle,
      band: { x: 0, y, width: size.width, height },
      lane: { x: left, y: Math.round(middle) - thick / 2, width: plotWidth, height: thick },
    };
  });
  return { rows: laid, x, narrow, line, top, bottom: top + laid.length * height, scale };
}

/** CSS pixels that all rows need, for a drawing that shows every one of them. */
export function compareHeight(input: CompareInput): number {
  const { top, foot, least } = measure(input);
  return Math.ceil(top + foot + input.rows.length * Math.max(least, 26));
}

/** A name has two lines at most, and ends in an ellipsis when it is longer still: tooltip and table have it in full. */
function measure({ rows, size, font, average, asDots }: CompareInput): Measures {
  const narrow = isNarrow({ size, font });
  const line = Math.ceil(font.size * 1.35);
  const widest = narrow ? size.width : Math.min(size.width * 0.36, font.size * 18);
  const names = rows.map(({ label, own }) => {
    const width = (text: string): number => textWidth(text, font, own);
    const [first = '', ...rest] = wrapText(label, widest, width);
    return [first, rest.join(' ')].filter(Boolean).map((text) => cutText(text, widest, width));
  });
  const lines = Math.max(1, ...names.map((name) => name.length));
  const width = Math.max(0, ...names.flatMap((name, row) => name.map((text) => textWidth(text, font, rows[row]?.own))));
  return {
    narrow,
    line,
    names,
    nameWidth: narrow ? 0 : width + gap,
    least: narrow ? (lines + 1) * line + 6 : Math.max(leastRow, lines * line + 6),
    top: average !== null ? line + 6 : 2,
    foot: asDots ? line + 8 : 2,
  };
}

function isNegative({ observation }: ComparedRow): boolean {
  return (observation.value ?? 0) < 0;
}

/** Room right of the longest bar for its figure. */
function barEnd({ rows }: CompareInput, figureWidth: (rows: readonly ComparedRow[]) => number): number {
  const positive = rows.filter((row) => row.observation.value !== null && !isNegative(row));
  return positive.length > 0 ? figureWidth(positive) + gap : 2;
}
