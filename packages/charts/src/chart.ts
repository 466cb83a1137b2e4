import { init, type EChartsType } from 'echarts/core';
import './echarts-registry.js';
import { HighlightOverlay } from './highlight-overlay.js';
import { boxPosition, nearestBox } from './bar-boxes.js';
import type { DrawnOption } from './drawn-option.js';
import { nearestPlace, plotPosition, type PlotPlace, type PlotPosition } from './plot.js';
import type { Size } from './trend-input.js';

/** An option, or how to make one for a size; only the latter keeps its layout when the container changes size. */
export type Drawing = DrawnOption | ((size: Size) => DrawnOption);

/**
 * ECharts in a container: draws options as SVG, follows the container's size, and says where figures are.
 *
 * Drawing into a container without a size, or outside the document, waits until it has one. After `dispose` every
 * method does nothing. The drawing takes no pointer events and is hidden from assistive technology: the element
 * around it listens, and offers the same figures as text.
 */
export class Chart {
  readonly #container: HTMLElement;
  readonly #surface: HTMLElement;
  readonly #overlay = new HighlightOverlay();
  readonly #observer: ResizeObserver;
  #echarts: EChartsType | null = null;
  #drawing: Drawing | null = null;
  #option: DrawnOption | null = null;
  #size: Size = { width: 0, height: 0 };
  #highlighted: PlotPlace | null = null;
  #frame = 0;
  #disposed = false;

  /** The container must be positioned, and its size must not depend on its content. */
  constructor(container: HTMLElement) {
    this.#container = container;
    this.#surface = document.createElement('div');
    // A drawing counts from the left; where a page reads from the right, its texts would begin at their other end.
    this.#surface.style.cssText = 'position:absolute;inset:0;overflow:hidden;pointer-events:none;direction:ltr';
    this.#surface.setAttribute('aria-hidden', 'true');
    const canvas = document.createElement('div');
    canvas.style.cssText = 'position:absolute;inset:0';
    this.#surface.append(canvas, this.#overlay.element);
    container.append(this.#surface);
    // Here the page is laid out already, and looking costs nothing.
    this.#observer = new ResizeObserver(() => this.#resizeSoon(this.#measure()));
    this.#observer.observe(container);
  }

  /** @param size of the container, where it was just measured: measuring lays the whole page out anew */
  draw(drawing: Drawing, size = this.#measure()): void {
    if (this.#disposed) return;
    this.#drawing = drawing;
    cancelAnimationFrame(this.#frame);
    this.#render(size);
  }

  /** Follows the container's size now; it else does so with the next frame. */
  fit(size = this.#measure()): void {
    // What was measured for the next frame is no longer so.
    cancelAnimationFrame(this.#frame);
    if (size.width !== this.#size.width || size.height !== this.#size.height) this.#render(size);
  }

  /** The figure nearest to a point of the viewport; null when nothing is drawn. `index` is a place on the axis. */
  pointAt(clientX: number, clientY: number): PlotPlace | null {
    if (!this.#option) return null;
    const box = this.#surface.getBoundingClientRect();
    const scale = box.width > 0 ? this.#size.width / box.width : 1;
    const at = { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
    const { plot, bars } = this.#option;
    return plot ? nearestPlace(plot, this.#size, at) : nearestBox(bars, at);
  }

  /**
   * Where a figure is drawn, in CSS pixels from the container's top left; for a missing one its place at the bottom
   * of the plot; for a bar its middle; null when nothing is drawn or there is no such place.
   */
  positionOf(line: number, index: number): PlotPosition | null {
    if (!this.#option) return null;
    const { plot, bars } = this.#option;
    return plot ? plotPosition(plot, this.#size, { line, index }) : boxPosition(bars, { line, index });
  }

  /** Marks a period and its figures, one of them more than the others, or a bar; null takes the mark away. */
  highlight(place: PlotPlace | null): void {
    this.#highlighted = place;
    if (place && this.#option?.plot) this.#overlay.show(this.#option.plot, this.#size, place);
    else if (place && this.#option?.bars) this.#overlay.frame(this.#option.bars, place);
    else this.#overlay.clear();
  }

  /** Puts what was drawn last into the page now; it else comes with the next frame. */
  settle(): void {
    this.#echarts?.getZr().refreshImmediately();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#echarts?.dispose();
    this.#echarts = this.#option = this.#drawing = null;
    this.#surface.remove();
  }

  /** At most once per frame, and outside the observer's own round, so that no resize can cause another. */
  #resizeSoon(size: Size): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.fit(size));
  }

  #measure(): Size {
    return { width: this.#container.clientWidth, height: this.#container.clientHeight };
  }

  #render(size: Size): void {
    const { width, height } = size;
    if (!this.#drawing || width === 0 || height === 0) return;
    const option = typeof this.#drawing === 'function' ? this.#drawing(size) : this.#drawing;
    const resized = width !== this.#size.width || height !== this.#size.height;
    this.#size = size;
    this.#option = option;
    const merge = option.bars ? { notMerge: true } : { replaceMerge: ['series'] };
    this.#echarts ??= this.#start(size);
    // A drawing follows its container at once; only a change of figures moves. Size and option together are drawn once.
    this.#echarts.setOption(resized ? { ...option, animation: false } : option, { ...merge, lazyUpdate: resized });
    if (resized) {
      this.#echarts.resize({ ...size, silent: true });
      // Where it cannot be drawn anew for paper that is narrower, it is made smaller.
      this.#surface.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
      // Until the next frame it would be of one size and what is in it of another, and paper has no frames.
      this.settle();
    }
    this.highlight(this.#highlighted);
  }

  #start(size: Size): EChartsType {
    const canvas = this.#surface.firstElementChild;
    if (!(canvas instanceof HTMLElement)) throw new Error('The chart has no surface');
    return init(canvas, null, { renderer: 'svg', ...size });
  }
}
