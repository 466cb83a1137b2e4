import type { Chart, TrendInput } from '@peilglas/charts';
import type { ReactiveController, ReactiveElement } from 'lit';

type ChartsModule = typeof import('@peilglas/charts');

/** What is drawn, but for what only the page knows: size, font and motion. */
export type DrawingInput = Omit<TrendInput, 'size' | 'font' | 'reducedMotion'>;

/**
 * Fetches the charts' code when there is first something to draw, draws into the host's `.canvas`, and lets go when
 * the host leaves the page. Knows after drawing what only the drawing decides.
 */
export class DrawingController implements ReactiveController {
  /** The charts' code, once it is there. */
  module: ChartsModule | null = null;
  chart: Chart | null = null;
  /** CSS pixels; 0 before the first drawing. */
  width = 0;
  startsAtZero = true;
  /** The charts' code could not be fetched; sentence and table still say everything. */
  failed = false;
  readonly #host: ReactiveElement;
  readonly #input: () => DrawingInput | null;
  #canvas: HTMLElement | null = null;
  #drawn: DrawingInput | null = null;
  #tried: DrawingInput | null = null;

  /** @param input what to draw; the same object as long as nothing changed */
  constructor(host: ReactiveElement, input: () => DrawingInput | null) {
    this.#host = host;
    this.#input = input;
    host.addController(this);
  }

  /** Whether a legend has to say which line is which; known before the first drawing, so that nothing moves then. */
  get needsLegend(): boolean {
    const input = this.#input();
    if (!this.module || !input) return false;
    const width = this.width || this.#host.clientWidth;
    return this.module.needsLegend({ ...input, size: { width, height: 0 }, font: fontOf(this.#host) });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const input = this.#input();
    if (input === null) this.#letGo();
    else if (this.module) this.#draw(this.module, input);
    else if (input !== this.#tried) void this.#load(input);
  }

  hostDisconnected(): void {
    this.#letGo();
  }

  /** Once for each new drawing: after a failure the next one tries again. */
  async #load(input: DrawingInput): Promise<void> {
    this.#tried = input;
    try {
      this.module = await import('@peilglas/charts');
      this.failed = false;
    } catch {
      this.failed = true;
    }
    // The host may have left while the code was on its way; it draws when it comes back.
    if (this.#host.isConnected) this.#host.requestUpdate();
  }

  #draw(module: ChartsModule, input: DrawingInput): void {
    const canvas = this.#host.renderRoot.querySelector<HTMLElement>('.canvas');
    if (!canvas || !this.#host.isConnected) return;
    if (canvas !== this.#canvas) this.#letGo();
    // Hovering updates the host often; the same drawing is not made twice.
    if (input === this.#drawn) return;
    this.#canvas = canvas;
    this.#drawn = input;
    this.chart ??= new module.Chart(canvas);
    this.chart.draw((size) => {
      const font = fontOf(canvas);
      const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const option = module.trendOption({ ...input, size, font, reducedMotion });
      this.#learn(size.width, module.axisStartsAtZero(option));
      return option;
    });
  }

  #learn(width: number, startsAtZero: boolean): void {
    if (width === this.width && startsAtZero === this.startsAtZero) return;
    this.width = width;
    this.startsAtZero = startsAtZero;
    // Drawing happens inside the host's update and inside a resize; both want the next update, not this one.
    queueMicrotask(() => {
      this.#host.requestUpdate();
    });
  }

  #letGo(): void {
    this.chart?.dispose();
    this.chart = null;
    this.#canvas = null;
    this.#drawn = null;
  }
}

/** Text in drawings is a little smaller than around them, and never too small to read. */
function fontOf(element: Element): { family: string; size: number } {
  const { fontFamily, fontSize } = getComputedStyle(element);
  return { family: fontFamily, size: Math.max(12, Number.parseFloat(fontSize) * 0.8125) };
}
