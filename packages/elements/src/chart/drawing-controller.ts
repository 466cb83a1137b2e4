import type { Chart, DrawingRoom, DrawnOption } from '@peilglas/charts';
import type { ReactiveController, ReactiveElement } from 'lit';

export type ChartsModule = typeof import('@peilglas/charts');

/** How an input is drawn, and what its host must know of the result: the host updates when that becomes another text. */
export interface Drawer<I, O extends DrawnOption> {
  readonly option: (module: ChartsModule, input: I, room: DrawingRoom) => O;
  readonly learn: (module: ChartsModule, option: O) => string;
}

/**
 * Fetches the charts' code when there is first something to draw, draws into the host's `.canvas`, and lets go when
 * the host leaves the page. Knows after drawing what only the drawing decides.
 */
export class DrawingController<I extends object, O extends DrawnOption> implements ReactiveController {
  /** The charts' code, once it is there. */
  module: ChartsModule | null = null;
  chart: Chart | null = null;
  /** What was drawn last; null before the first drawing. */
  option: O | null = null;
  /** CSS pixels; 0 before the first drawing. */
  width = 0;
  /** The charts' code could not be fetched; sentence and table still say everything. */
  failed = false;
  readonly #host: ReactiveElement;
  readonly #input: () => I | null;
  readonly #drawer: Drawer<I, O>;
  #canvas: HTMLElement | null = null;
  #drawn: I | null = null;
  #tried: I | null = null;
  #learned = '';

  /** @param input what to draw; the same object as long as nothing changed */
  constructor(host: ReactiveElement, input: () => I | null, drawer: Drawer<I, O>) {
    this.#host = host;
    this.#input = input;
    this.#drawer = drawer;
    host.addController(this);
  }

  /** The room that a drawing will have, as far as it is known before the first one. */
  get room(): DrawingRoom {
    return roomOf(this.#host, { width: this.width || this.#host.clientWidth, height: 0 });
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
  async #load(input: I): Promise<void> {
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

  #draw(module: ChartsModule, input: I): void {
    const canvas = this.#host.renderRoot.querySelector<HTMLElement>('.canvas');
    if (!canvas || !this.#host.isConnected) return;
    if (canvas !== this.#canvas) this.#letGo();
    // Hovering updates the host often; the same drawing is not made twice.
    if (input === this.#drawn) return;
    this.#canvas = canvas;
    this.#drawn = input;
    this.chart ??= new module.Chart(canvas);
    this.chart.draw((size) => {
      const option = this.#drawer.option(module, input, roomOf(canvas, size));
      this.#learn(size.width, option, this.#drawer.learn(module, option));
      return option;
    });
  }

  #learn(width: number, option: O, learned: string): void {
    this.option = option;
    if (width === this.width && learned === this.#learned) return;
    this.width = width;
    this.#learned = learned;
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
function roomOf(element: Element, size: DrawingRoom['size']): DrawingRoom {
  const { fontFamily, fontSize } = getComputedStyle(element);
  return {
    size,
    font: { family: fontFamily, size: Math.max(12, Number.parseFloat(fontSize) * 0.8125) },
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
