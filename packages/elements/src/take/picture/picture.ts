import { chartWordsFor, formatDate, wordsFor } from '@peilglas/text';
import { copyDrawing } from './copy-drawing.js';
import { paint } from './paint.js';
import { svgShape } from './svg-shape.js';
import { textLines } from './text-lines.js';

/** What a picture says beside what is on screen. */
export interface PictureText {
  readonly title: string;
  readonly description: string;
  /** Where the figures come from, when the screen does not say so. */
  readonly source: string | null;
  readonly lang: string;
}

/** Controls and what only shows for a moment. What is heard but not seen has no place in a picture either. */
const leftOut =
  '.tools, .tooltip, .controls, .visually-hidden, [hidden], button:not(.sort, .pick), select, input, summary, details:not([open]), style';

/** Signs that XML has no way to write (XML 1.0, 2.2): with one of them in a label the whole picture could not be read. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const padding = 16;

interface Part {
  readonly shape: SVGElement;
  /** CSS pixels from the top of the frame. */
  readonly bottom: number;
}

/**
 * What a frame shows as an SVG file that stands by itself: words, legend and drawing where the screen has them, in the
 * colours of this moment, without controls.
 *
 * @param frame in the page, so that it has a layout
 * @returns an SVG document of the width of the frame, or of a table that is wider, and 16 pixels of room on each side
 */
export function pictureOf(frame: HTMLElement, text: PictureText): string {
  const width = widthOf(frame) + 2 * padding;
  const { left, top } = frame.getBoundingClientRect();
  const gaps = [...frame.querySelectorAll('.tools, .controls')].map((control) => control.getBoundingClientRect());
  /** Where controls are left out, what stands below them moves up. */
  const originAt = (y: number): { readonly x: number; readonly y: number } => ({
    x: left - padding,
    y: top - padding + gaps.reduce((sum, gap) => (gap.bottom <= y ? sum + gap.height : sum), 0),
  });
  const parts = [...partsOf(frame, originAt)];
  const bottom = Math.max(padding, ...parts.map((part) => part.bottom));
  const below = linesBelow(frame, said(text), bottom);
  const height = bottom + below.height + padding;
  const picture = svgShape(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${Math.ceil(height)}`, role: 'img' },
    svgShape('title', {}, text.title),
    svgShape('desc', {}, text.description),
    svgShape('rect', { width: '100%', height: '100%', ...groundOf(frame) }),
    ...parts.map(({ shape }) => shape),
    ...below.shapes,
  );
  return new XMLSerializer().serializeToString(picture).replaceAll(notInXml, '');
}

/** A table may stick out. */
function widthOf(frame: HTMLElement): number {
  const tables = [...frame.querySelectorAll('table')].map(({ offsetWidth }) => offsetWidth);
  return Math.max(frame.clientWidth, ...tables);
}

/** What a picture says below everything else: it travels without its page. */
function said({ source, lang }: PictureText): readonly string[] {
  const saved = chartWordsFor(lang).savedOn(formatDate(new Date().toISOString(), lang));
  return [...(source ? [wordsFor(lang).sourceLine(source)] : []), saved];
}

function* partsOf(
  node: Node,
  originAt: (y: number) => { readonly x: number; readonly y: number },
): Generator<Part, void> {
  if (node instanceof Text) {
    const { top, bottom } = rectOf(node);
    const origin = originAt(top);
    for (const shape of textLines(node, origin)) yield { shape, bottom: bottom - origin.y };
  } else if (node instanceof SVGSVGElement) {
    if (node.childElementCount === 0 || !isSeen(node)) return;
    const { x, y, width, height, bottom } = node.getBoundingClientRect();
    const origin = originAt(y);
    const shape = copyDrawing(node);
    for (const [name, value] of Object.entries({ x: x - origin.x, y: y - origin.y, width, height })) {
      shape.setAttribute(name, String(value));
    }
    yield { shape, bottom: bottom - origin.y };
  } else if (node instanceof Element && !node.matches(leftOut) && isSeen(node)) {
    if (node instanceof HTMLTableCellElement) yield* ruleBelow(node, originAt);
    for (const child of childrenOf(node)) yield* partsOf(child, originAt);
  }
}

/** The line below a cell. */
function* ruleBelow(
  cell: HTMLTableCellElement,
  originAt: (y: number) => { readonly x: number; readonly y: number },
): Generator<Part, void> {
  const { borderBottomWidth, borderBottomColor } = getComputedStyle(cell);
  const height = parseFloat(borderBottomWidth);
  if (height === 0) return;
  const { left, width, top, bottom } = cell.getBoundingClientRect();
  const origin = originAt(top);
  const place = { x: left - origin.x, y: bottom - height - origin.y, width, height };
  yield { shape: svgShape('rect', { ...place, ...paint('fill', borderBottomColor) }), bottom: bottom - origin.y };
}

/** As they are on screen: what the page put in a slot stands in for the slot's own. */
function childrenOf(element: Element): Iterable<Node> {
  const assigned = element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : [];
  if (assigned.length > 0) return assigned;
  return (element.shadowRoot ?? element).childNodes;
}

function isSeen(element: Element): boolean {
  return (
    !('checkVisibility' in element) ||
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    element instanceof HTMLSlotElement
  );
}

function rectOf(text: Text): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
}

/** Small and muted, as a source line is. */
function linesBelow(
  frame: HTMLElement,
  texts: readonly string[],
  from: number,
): { readonly shapes: readonly SVGElement[]; readonly height: number } {
  // Set in the page for a moment, so that the browser breaks the lines.
  const block = document.createElement('div');
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.className = 'source';
    paragraph.append(text);
    block.append(paragraph);
  }
  frame.append(block);
  const { left, top, height } = block.getBoundingClientRect();
  const origin = { x: left - padding, y: top - from };
  const shapes = [...block.querySelectorAll('p')].flatMap(({ firstChild }) =>
    firstChild instanceof Text ? textLines(firstChild, origin) : [],
  );
  block.remove();
  return { shapes, height };
}

/** The colour behind the frame; a variable has no computed colour until something is painted in it. */
function groundOf(frame: HTMLElement): Readonly<Record<string, string>> {
  const probe = document.createElement('span');
  probe.style.color = 'var(--_surface, Canvas)';
  frame.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return paint('fill', color);
}
