import type { PlotPlace, PlotPosition } from '../plot.js';
import type { Size } from '../trend-input.js';
import type { MapDrawing } from './draw-map.js';
import { hatchPattern, mapElements, outline, svgElement } from './map-elements.js';

/** As far from an area a pointer still means it, CSS pixels: a finger is wider than an island. */
const nearby = 14;
/** Furthest below its place that the words about an area stand. */
const mostClear = 44;

/**
 * A map in a container: draws areas as SVG, follows the container's size, and says which area is where. The same to an
 * element as a `Chart`: the drawing is hidden from assistive technology, and `dispose` ends it.
 */
export class MapSurface {
  readonly #container: HTMLElement;
  readonly #svg = svgElement('svg', { 'aria-hidden': 'true', color: 'var(--_surface)' });
  readonly #mark = svgElement('g', { 'pointer-events': 'none' });
  readonly #observer: ResizeObserver;
  #make: ((size: Size) => MapDrawing) | null = null;
  #drawing: MapDrawing | null = null;
  #size: Size = { width: 0, height: 0 };
  #places = new WeakMap<Element, number>();
  #marked: number | null = null;
  #frame = 0;

  /** The container must be positioned, and its size must not depend on its content. */
  constructor(container: HTMLElement) {
    this.#container = container;
    container.append(this.#svg);
    this.#observer = new ResizeObserver(() => this.#resizeSoon());
    this.#observer.observe(container);
  }

  draw(make: (size: Size) => MapDrawing): void {
    this.#make = make;
    this.#render();
  }

  /** The area at a point of the viewport, or the nearest one not far from it; null where there is none. */
  pointAt(clientX: number, clientY: number): PlotPlace | null {
    const root = this.#container.getRootNode();
    const hit = root instanceof Document || root instanceof ShadowRoot ? root.elementFromPoint(clientX, clientY) : null;
    // The border of a neighbour may cover all of an area that is smaller than that.
    const index =
      this.#nearest(clientX, clientY, 2) ?? (hit && this.#places.get(hit)) ?? this.#nearest(clientX, clientY, nearby);
    return index === null ? null : { line: 0, index };
  }

  /** Where the words about an area stand, in CSS pixels from the container's top left, so near that a pointer can go there. */
  positionOf(_line: number, index: number): PlotPosition | null {
    const place = this.#drawing?.areas[index]?.place;
    return place ? { x: place.x, y: place.y, clear: Math.min(mostClear, Math.max(6, place.below)) } : null;
  }

  /** Draws a line around one area; null takes it away. */
  highlight(place: PlotPlace | null): void {
    if (place?.index === this.#marked || (place === null && this.#marked === null)) return;
    this.#marked = place?.index ?? null;
    const area = place && this.#drawing?.areas[place.index];
    this.#mark.replaceChildren(...(area ? outline<SVGElement>(area.path, 'var(--_accent)', svgElement) : []));
  }

  /** What is drawn is in the page at once; a picture of it has no mark of where somebody looks. */
  settle(): void {
    this.highlight(null);
  }

  dispose(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#make = this.#drawing = null;
    this.#svg.remove();
  }

  #nearest(clientX: number, clientY: number, reach: number): number | null {
    const { left, top, width } = this.#svg.getBoundingClientRect();
    const scale = this.#size.width / width;
    const [x, y] = [(clientX - left) * scale, (clientY - top) * scale];
    let best: number | null = null;
    let least = reach;
    for (const [index, { place }] of (this.#drawing?.areas ?? []).entries()) {
      const away = Math.hypot(place.x - x, place.y - y);
      if (away < least) [best, least] = [index, away];
    }
    return best;
  }

  /** At most once per frame, and outside the observer's own round, so that no resize can cause another. */
  /** Follows the container's size now; it else does so with the next frame. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#container;
    if (clientWidth !== this.#size.width || clientHeight !== this.#size.height) this.#render();
  }

  #resizeSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.fit());
  }

  #render(): void {
    const { clientWidth: width, clientHeight: height } = this.#container;
    if (!this.#make || width === 0 || height === 0) return;
    this.#size = { width, height };
    const drawing = this.#make(this.#size);
    this.#drawing = drawing;
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
      this.#svg.setAttribute(name, String(value));
    }
    const { fontFamily } = getComputedStyle(this.#container);
    const { elements, places } = mapElements<SVGElement>(drawing, this.#mark, fontFamily, svgElement);
    this.#places = places;
    this.#svg.replaceChildren(hatchPattern<SVGElement>(svgElement), ...elements);
    const marked = this.#marked;
    this.#marked = null;
    this.highlight(marked === null ? null : { line: 0, index: marked });
  }
}
