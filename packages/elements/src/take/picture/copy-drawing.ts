import { plainColour } from './plain-colour.js';

const colours = ['fill', 'stroke', 'color', 'stop-color'];
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

/** A drawn SVG that needs no style sheet and no variable: everything as the page shows it now. */
export function copyDrawing(drawn: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(drawn, true);
  const copies = [copy, ...copy.querySelectorAll('*')];
  const lives = [drawn, ...drawn.querySelectorAll('*')];
  for (const [index, live] of lives.entries()) {
    const target = copies[index];
    if (target) fixStyle(live, target, live === drawn);
  }
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${drawn.clientWidth} ${drawn.clientHeight}`);
  return copy;
}

function fixStyle(live: Element, copy: Element, isRoot: boolean): void {
  const style = getComputedStyle(live);
  const above = isRoot || !live.parentElement ? null : getComputedStyle(live.parentElement);
  for (const [name, initial] of Object.entries(styled)) {
    const value = style.getPropertyValue(name);
    const inherited = above?.getPropertyValue(name) ?? initial;
    if (!live.hasAttribute(name) && value !== inherited) copy.setAttribute(name, readable(name, value));
  }
  for (const name of colours) {
    if (live.getAttribute(name)?.includes('(')) copy.setAttribute(name, plainColour(style.getPropertyValue(name)));
  }
  for (const name of ['style', 'class', 'part', 'aria-hidden']) copy.removeAttribute(name);
}

function readable(name: string, value: string): string {
  return colours.includes(name) ? plainColour(value) : value;
}
