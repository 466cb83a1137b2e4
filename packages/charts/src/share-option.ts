import { formatShare } from '@peilglas/text';
import type { LineSeriesOption } from 'echarts/charts';
import type { BarBox, Box } from './bar-boxes.js';
import type { BarredOption } from './drawn-option.js';
import { isNarrow } from './end-labels.js';
import { missingStyle, partStyle, restStyle, type PartStyle } from './part-style.js';
import { fill, hatch, outline, pixelSpace, write, type PixelText } from './pixel-space.js';
import { flowKey, listKey, listLine, type ShareKey } from './share-key.js';
import { restShare, type ShareBar, type ShareInput } from './share-input.js';
import { cutText, textWidth } from './text-width.js';

/** Width of a part without a figure, CSS pixels, where there is room: it says that there is one, not how large it is. */
const widestStub = 22;
/** Of the room, what all parts without a figure together take at most. */
const mostStubs = 0.6;
/** Height of a bar, CSS pixels. */
const thickest = 40;
const thinnest = 18;
/** Of a bar, and of the gap below it, where few bars have the room of many to themselves. */
const stoutest = 64;
const widestGap = 32;
/** Below the only bar: no axis keeps it from what is written there. */
const below = 6;

export interface ShareOption extends BarredOption {
  readonly series: readonly LineSeriesOption[];
}

interface Part extends BarBox {
  readonly style: PartStyle;
  /** Null without a figure. */
  readonly share: number | null;
}

/**
 * Wholes below each other, each as a bar of its parts, as an ECharts option. One whole has a list of its parts below
 * it; several have a legend above them, unless the names fit above the parts of the first.
 */
export function shareOption(input: ShareInput): ShareOption {
  const { bars, size } = input;
  const left = size.height - listHeight(input);
  const listed = bars.length === 1 && left >= thickest;
  const above: ShareKey = listed ? { samples: [], texts: [], height: 2 } : flowKey(input);
  const lanes = lanesOf(input, above.height, soleThickness(listed ? left : size.height - above.height - below));
  const drawn = bars.flatMap((bar, index) => partsOf(bar, index, lanes, input));
  const key = listed ? listKey(input, lanes.thick + 16) : above;
  const samples = key.samples.map(({ style, ...box }) => ({ ...box, style, isMissing: style === missingStyle }));
  const shown = [...drawn.map((part) => ({ ...part, isMissing: part.share === null })), ...samples];
  return {
    ...pixelSpace(size, input),
    bars: drawn,
    series: [
      ...filled(shown),
      ...write('names', lanes.names),
      ...write('shares', labels(drawn, input)),
      ...write('key', key.texts),
    ],
  };
}

/** CSS pixels that the bars and what says which part is which need at least. */
export function shareHeight(input: ShareInput): number {
  const { bars, font, size } = input;
  const key = flowKey(input).height;
  if (bars.length < 2) return thickest + Math.min(Math.ceil(key) + below, listHeight(input));
  const above = isNarrow({ size, font }) ? Math.ceil(font.size * 1.4) : 0;
  return Math.ceil(key + bars.length * (above + thinnest + 8));
}

/** CSS pixels of the only bar in the room that words leave. */
function soleThickness(room: number): number {
  return Math.max(thickest, Math.min(stoutest, Math.floor(room)));
}

/** CSS pixels of the list below one bar with the room between them. */
function listHeight({ parts, font }: ShareInput): number {
  return 16 + (parts.length + 1) * listLine(font.size);
}

interface Lanes {
  readonly y: (index: number) => number;
  readonly thick: number;
  readonly row: number;
  readonly left: number;
  /** CSS pixels that a whole takes. */
  readonly whole: number;
  /** CSS pixels of a part without a figure. */
  readonly stub: number;
  readonly names: readonly PixelText[];
}

/** @param sole how thick a bar is that is the only one */
function lanesOf({ bars, size, font }: ShareInput, top: number, sole: number): Lanes {
  const narrow = isNarrow({ size, font });
  const isOne = bars.length === 1;
  const line = Math.ceil(font.size * 1.4);
  const width = (text: string): number => textWidth(text, font);
  const widest = narrow ? size.width : Math.min(size.width * 0.3, font.size * 14);
  const texts = bars.map(({ label }) => cutText(label, widest, width));
  const left = isOne || narrow ? 0 : Math.max(0, ...texts.map(width)) + 8;
  const above = isOne || !narrow ? 0 : line;
  const row = isOne
    ? sole
    : Math.max(above + thinnest + 8, Math.min(above + stoutest + widestGap, (size.height - top) / bars.length));
  const thick = isOne ? sole : Math.min(stoutest, 2 * Math.round((row - above - 8) / 2));
  const y = (index: number): number => Math.round(top + index * row + above);
  const stubs = Math.max(0, ...bars.map(({ composition }) => composition.unknown));
  const longest = Math.max(
    1,
    ...bars.map(({ composition }) => composition.shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)),
  );
  const names = isOne
    ? []
    : texts.map((text, index) => ({ x: 0, y: narrow ? y(index) - line / 2 : y(index) + thick / 2, text }));
  const room = size.width - left;
  const stub = Math.min(widestStub, (room * mostStubs) / Math.max(1, stubs));
  return { y, thick, row, left, whole: (room - stubs * stub) / longest, stub, names };
}

/** Known parts from the left in their order, what they leave, then those without a figure. */
function partsOf(
  bar: ShareBar,
  index: number,
  { y, thick, left, whole, stub }: Lanes,
  { parts }: ShareInput,
): readonly Part[] {
  let x = left;
  const place = (line: number, width: number, share: number | null, style: PartStyle): Part => {
    const box: Box = { x, y: y(index), width: Math.max(0, width - (width > 3 ? 1 : 0)), height: thick };
    x += width;
    return { line, index, ...box, band: { ...box, y: box.y - 4, height: thick + 8 }, share, style };
  };
  const { shares } = bar.composition;
  const known = shares.flatMap((share, part) =>
    share === null ? [] : [place(part, share * whole, share, partStyle(part))],
  );
  const rest = restShare(bar);
  const remainder = rest === null ? [] : [place(parts.length, rest * whole, rest, restStyle)];
  const missing = bar.observations.flatMap(({ value, status }, part) =>
    value === null && status !== 'M' ? [place(part, stub, null, missingStyle)] : [],
  );
  return [...known, ...remainder, ...missing];
}

interface Filled extends Box {
  readonly style: PartStyle;
  readonly isMissing: boolean;
}

/** One series for each colour and height. */
function filled(boxes: readonly Filled[]): readonly LineSeriesOption[] {
  const kinds = new Map<string, Filled[]>();
  for (const box of boxes) {
    const kind = `${box.style.fill} ${box.style.edge} ${box.height} ${box.isMissing}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), box]);
  }
  return [...kinds].flatMap(([kind, same]) => {
    const [{ style, isMissing } = { style: restStyle, isMissing: false }] = same;
    const edge = { colour: style.edge, width: 1 };
    const inset = same.map((box) => ({
      ...box,
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: Math.max(0, box.width - 1),
      height: box.height - 1,
    }));
    return [
      ...fill(`fill ${kind}`, same, style.fill),
      ...(isMissing ? hatch(`hatch ${kind}`, inset, edge) : []),
      // What has no width has no edge either.
      ...outline(
        `edge ${kind}`,
        inset.filter(({ width }) => width > 0),
        edge,
      ),
    ];
  });
}

/** The share within its part, where it fits. */
function labels(drawn: readonly Part[], { font, lang }: ShareInput): readonly PixelText[] {
  return drawn.flatMap(({ x, y, width, height, share, style }) => {
    const text = share === null ? '' : formatShare(share, lang);
    if (text === '' || textWidth(text, font) + 8 > width || height < font.size + 2) return [];
    return [{ x: x + width / 2, y: y + height / 2, text, align: 'center' as const, colour: style.text }];
  });
}
