import { paint } from './paint.js';
import { tenths } from './svg-shape.js';

const colours = ['fill', 'stroke'] as const;
/** What style sheets may say of a shape; all of it is inherited. */
const styled: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
};
/** What means nothing without the page, or to programs that know SVG 1.1 alone. */
const leftOut = [
  'style',
  'class',
  'color',
  'part',
  'aria-hidden',
  'pointer-events',
  'paint-order',
  'dominant-baseline',
  'dy',
];

/** A drawn SVG that needs no style sheet and no variable: everything as the page shows it now. */
export function copyDrawing(drawn: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(drawn, true);
  const copies = [copy, ...copy.querySelectorAll('*')];
  const lives = [drawn, ...drawn.querySelectorAll('*')];
  const edged: Element[] = [];
  for (const [index, live] of lives.entries()) {
    const target = copies[index];
    if (!target) continue;
    fixStyle(live, target, live === drawn);
    if (live instanceof SVGTextContentElement) fixText(live, target);
    if (live instanceof SVGTextElement && getComputedStyle(live).paintOrder.startsWith('stroke')) edged.push(target);
  }
  for (const text of edged) edgeFirst(text);
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${drawn.clientWidth} ${drawn.clientHeight}`);
  return copy;
}

function fixStyle(live: Element, copy: Element, isRoot: boolean): void {
  const style = getComputedStyle(live);
  const above = isRoot || !live.parentElement ? null : getComputedStyle(live.parentElement);
  for (const [name, initial] of Object.entries(styled)) {
    const value = style.getPropertyValue(name);
    const inherited = above?.getPropertyValue(name) ?? initial;
    if (!live.hasAttribute(name) && value !== inherited) copy.setAttribute(name, value);
  }
  for (const name of colours) {
    if (!copy.hasAttribute(name)) continue;
    for (const [attribute, value] of Object.entries(paint(name, style.getPropertyValue(name)))) {
      copy.setAttribute(attribute, value);
    }
  }
  for (const name of leftOut) copy.removeAttribute(name);
}

/** A text in its place, and as wide as it is, also in programs that have another font or know SVG 1.1 alone. */
function fixText(live: SVGTextContentElement, copy: Element): void {
  // Two ways to have its middle at y.
  if (live.getAttribute('dominant-baseline') === 'central' || live.getAttribute('dy') === '0.35em') {
    const below = 0.35 * parseFloat(getComputedStyle(live).fontSize);
    copy.setAttribute('y', tenths(Number(live.getAttribute('y')) + below));
  }
  const width = live.childElementCount > 0 ? 0 : live.getComputedTextLength();
  if (width === 0) return;
  copy.setAttribute('textLength', tenths(width));
  copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
}

/** The edge of a text as a text of its own below it: where an edge is always painted last, nothing else were seen. */
function edgeFirst(text: Element): void {
  const edge = document.importNode(text, true);
  edge.setAttribute('fill', 'none');
  text.before(edge);
  text.setAttribute('stroke', 'none');
}
