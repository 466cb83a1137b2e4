import { findBox, type BarBox } from './bar-boxes.js';
import { chartColours } from './chart-colours.js';
import { plotPosition, plotX, type Plot, type PlotPlace } from './plot.js';
import type { Size } from './trend-input.js';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The guide line and dots on a period, or the frame around a bar, in an SVG of its own so that moving them never redraws the chart. */
export class HighlightOverlay {
  readonly element: SVGSVGElement;

  constructor() {
    this.element = document.createElementNS(svgNamespace, 'svg');
    // The colour of what lies behind the chart: the rim of the dots.
    this.element.style.cssText = `position:absolute;inset:0;width:100%;height:100%;color:var(--_surface,Canvas)`;
  }

  show(plot: Plot, size: Size, place: PlotPlace): void {
    const at = plotPosition(plot, size, place);
    if (!at) return this.clear();
    const guide = shape('line', { stroke: chartColours.muted, 'stroke-width': 1 });
    const x = plotX(plot, size, place.index);
    set(guide, { x1: x, x2: x, y1: plot.margin.top, y2: size.height - plot.margin.bottom });
    const dots = plot.lines.flatMap(({ heights, colour }, line) => {
      const position = plotPosition(plot, size, { line, index: place.index });
      // No dot where there is no figure: wherever it stood, it would be read as one.
      if (!position || (heights[place.index] ?? null) === null) return [];
      const dot = shape('circle', { fill: colour, stroke: 'currentColor', 'stroke-width': 1.5 });
      set(dot, { cx: position.x, cy: position.y, r: line === place.line ? 6 : 4 });
      return [dot];
    });
    this.element.replaceChildren(guide, ...dots);
  }

  /** A frame in the colour of text around a bar: seen against every colour that a bar may have. */
  frame(bars: readonly BarBox[], place: PlotPlace): void {
    const bar = findBox(bars, place);
    if (!bar) return this.clear();
    const edge = shape('rect', { fill: 'none', stroke: chartColours.text, 'stroke-width': 1.5 });
    set(edge, { x: bar.x - 1.5, y: bar.y - 1.5, width: bar.width + 3, height: bar.height + 3 });
    this.element.replaceChildren(edge);
  }

  clear(): void {
    this.element.replaceChildren();
  }
}

function shape(name: 'line' | 'circle' | 'rect', attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(svgNamespace, name);
  set(element, attributes);
  return element;
}

function set(element: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
