import { describeStatus, formatShare, shareWordsFor } from '@peilglas/text';
import type { Box } from './bar-boxes.js';
import { chartColours } from './chart-colours.js';
import { missingStyle, partStyle, restStyle, type PartStyle } from './part-style.js';
import type { PixelText } from './pixel-space.js';
import { restShare, type ShareInput } from './share-input.js';
import { shortFigure } from './short-figure.js';
import { cutText, textWidth } from './text-width.js';

/** What says which part is which. */
export interface ShareKey {
  readonly samples: readonly (Box & { readonly style: PartStyle })[];
  readonly texts: readonly PixelText[];
  /** CSS pixels. */
  readonly height: number;
}

interface Entry {
  readonly name: string;
  readonly style: PartStyle;
}

const sample = 12;

/** Lists the parts of one whole below its bar, with figure and share. */
export function listKey(input: ShareInput, top: number): ShareKey {
  const { bars, font, size, lang, indicator } = input;
  const [bar] = bars;
  const line = listLine(font.size);
  const width = (text: string): number => textWidth(text, font);
  const rows = entriesOf(input).map((entry, part) => {
    const observation = bar?.observations[part];
    const share = bar ? (observation ? (bar.composition.shares[part] ?? null) : restShare(bar)) : null;
    const reason = observation?.value === null ? (describeStatus(observation, lang)?.split(':')[0] ?? '') : null;
    const value = observation ?? { value: bar?.composition.rest ?? null, status: 'A', reason: null };
    return {
      ...entry,
      style: reason === null ? entry.style : missingStyle,
      figure: reason ?? (value.value === null ? '' : shortFigure(value, indicator, lang)),
      share: share === null ? '' : formatShare(share, lang),
    };
  });
  const shareWidth = Math.max(0, ...rows.map(({ share }) => width(share)));
  const figureWidth = Math.max(0, ...rows.map(({ figure }) => width(figure)));
  const nameWidth = Math.max(0, ...rows.map(({ name }) => width(name)));
  // Figures stand near their names, not at the far edge of a wide page.
  const end = Math.min(size.width, sample + 8 + nameWidth + 24 + figureWidth + (shareWidth ? 20 + shareWidth : 0));
  const room = end - sample - 8 - 12 - figureWidth - (shareWidth ? 20 + shareWidth : 0);
  return {
    height: rows.length * line,
    samples: rows.map(({ style }, row) => ({
      x: 0,
      y: top + row * line + (line - sample) / 2,
      width: sample,
      height: sample,
      style,
    })),
    texts: rows.flatMap(({ name, figure, share }, row): readonly PixelText[] => {
      const y = top + (row + 0.5) * line;
      return [
        { x: sample + 8, y, text: cutText(name, room, width) },
        { x: end - (shareWidth ? shareWidth + 20 : 0), y, text: figure, align: 'right', colour: chartColours.muted },
        { x: end, y, text: share, align: 'right', bold: true },
      ];
    }),
  };
}

export function listLine(fontSize: number): number {
  return Math.ceil(fontSize * 1.4) + 6;
}

/** The parts beside each other, on as many lines as they need. */
export function flowKey(input: ShareInput): ShareKey {
  const { font, size } = input;
  const line = Math.ceil(font.size * 1.4) + 2;
  const width = (text: string): number => textWidth(text, font);
  let [x, row] = [0, 0];
  const placed = entriesOf(input).map(({ name, style }) => {
    const text = cutText(name, size.width - sample - 6, width);
    const wide = sample + 6 + width(text);
    if (x > 0 && x + wide > size.width) [x, row] = [0, row + 1];
    const at = { x, y: row * line, text, style };
    x += wide + 16;
    return at;
  });
  return {
    height: (row + 1) * line + 8,
    samples: placed.map((each) => ({
      x: each.x,
      y: each.y + (line - sample) / 2,
      width: sample,
      height: sample,
      style: each.style,
    })),
    texts: placed.map((each) => ({ x: each.x + sample + 6, y: each.y + line / 2, text: each.text })),
  };
}

/** The parts, and what they leave where they leave something. */
function entriesOf({ parts, bars, lang }: ShareInput): readonly Entry[] {
  const named = parts.map((name, part) => ({ name, style: partStyle(part) }));
  const leaves = bars.some((bar) => restShare(bar) !== null);
  return leaves ? [...named, { name: shareWordsFor(lang).rest, style: restStyle }] : named;
}
