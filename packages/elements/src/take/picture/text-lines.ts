import { paint } from './paint.js';
import { svgShape } from './svg-shape.js';

/** Words of one text that stand on one line of the screen. */
interface Line {
  words: string;
  readonly top: number;
  readonly height: number;
  left: number;
  right: number;
}

/** A text as the browser broke it into lines, as SVG texts at the same places. @param origin in the viewport, of the picture */
export function textLines(text: Text, origin: { readonly x: number; readonly y: number }): readonly SVGElement[] {
  const element = text.parentElement;
  if (!element) return [];
  const { color, direction, fontFamily, fontSize, fontWeight, fontStyle } = getComputedStyle(element);
  const ascent = ascentOf(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`);
  return linesOf(text).map((line) =>
    svgShape(
      'text',
      {
        x: (direction === 'rtl' ? line.right : line.left) - origin.x,
        y: line.top + line.height * ascent - origin.y,
        ...paint('fill', color),
        'font-family': fontFamily,
        'font-size': fontSize,
        'font-weight': fontWeight,
        'font-style': fontStyle,
        direction,
        // Another program may not have the font: the line keeps its width, and stays within the picture.
        textLength: line.right - line.left,
        lengthAdjust: 'spacingAndGlyphs',
      },
      line.words,
    ),
  );
}

function linesOf(text: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    // A word that is itself broken stands where it begins.
    const [rect] = range.getClientRects();
    if (!rect || rect.width === 0) continue;
    const { top, height, left, right } = rect;
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < height / 2) {
      line.words += ` ${word}`;
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    } else lines.push({ words: word, top, height, left, right });
  }
  return lines;
}

/** Which part of a line of this font stands above its baseline. */
function ascentOf(font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0.8;
  context.font = font;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('x');
  // Firefox tells these since 2023.
  return above / (above + below) || 0.8;
}
