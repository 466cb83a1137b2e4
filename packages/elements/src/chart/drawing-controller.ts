import type { DrawingRoom, PlotPlace, PlotPosition } from '@peilglas/charts';
import type { ReactiveController, ReactiveElement } from 'lit';
import { drawTogether, fitTogether, followPaper, leavePaper, type DrawingStep } from './draw-together.js';
import { followText } from './follow-text.js';
import { LazyCode } from './lazy-code.js';

export type ChartsModule = typeof import('@peilglas/charts');

/** The code of most drawings. */
export const chartsCode = new LazyCode<ChartsModule>(() => import('@peilglas/charts'));

/** Where a drawing is made: in a container, of which it follows the size. */
export interface Surface<O> {
  /** @param size of the container, where it was just measured */
  draw(make: (size: DrawingRoom['size']) => O, size?: DrawingRoom['size']): void;
  /** The place at a point of the viewport; null where there is none. */
  pointAt(clientX: number, clientY: number): PlotPlace | null;
  /** In CSS pixels from the container's top left; null when there is no such place. */
  positionOf(line: number, index: number): PlotPosition | null;
  highlight(place: PlotPlace | null): void;
  /** Follows the container's size now; `size` where it was just measured. */
  fit(size?: DrawingRoom['size']): void;
  /** Puts what was drawn last into the page now. */
  settle(): void;
  dispose(): void;
}

/** Code that is fetched when there will be something to draw. */
export interface DrawingModule<O> {
  readonly Chart: new (container: HTMLElement) => Surface<O>;
}

/** How an input is drawn, and what its host must know of the result: the host updates when that becomes another text. */
export interface Drawer<I, O, M> {
  readonly code: () => LazyCode<M>;
  readonly option: (module: M, input: I, room: DrawingRoom) => O;
  readonly learn: (module: M, option: O) => string;
  /** Whether all that is told around it is known before it is drawn: then nothing moves where those words are seen first. */
  readonly isForetold: () => boolean;
}

/**
 * Has the code that draws fetched when that is prepared, or when there is something to draw; draws into the host's `.canvas`, and
 * lets go when the host leaves the page. Knows after drawing what only the drawing decides.
 */
export class DrawingController<I extends object, O, M extends DrawingModule<O>> implements ReactiveController {
  /** That code, once it is there. */
  module: M | null = null;
  chart: Surface<O> | null = null;
  /** What was drawn last; null before the first drawing. */
  option: O | null = null;
  /** CSS pixels; 0 before the first drawing. */
  width = 0;
  /** It could not be fetched; sentence and table still say everything. */
  failed = false;
  /** Called after a drawing that its host need not update for. */
  drawn: (() => void) | null = null;
  readonly #host: ReactiveElement;
  readonly #input: () => I | null;
  readonly #drawer: Drawer<I, O, M>;
  #canvas: HTMLElement | null = null;
  #leaveText: (() => void) | null = null;
  #drawn: I | null = null;
  /** Draws that. */
  #step: DrawingStep | null = null;
  /** What of the room it was drawn in words depend on. */
  #drawnIn = '';
  #tried: I | null = null;
  #learned = '';
  /** Looked up before all who waited for the code change the page: each look after that would lay it out anew. */
  #expected: DrawingRoom | null = null;
  /** The same for which was decided what is told around the drawing; null when that is the same for any. */
  #toldFor: string | null = null;
  /** What is told around the drawing has changed, and may have left it other room. */
  #mayFit = false;

  /** @param input what to draw; the same object as long as nothing changed */
  constructor(host: ReactiveElement, input: () => I | null, drawer: Drawer<I, O, M>) {
    this.#host = host;
    this.#input = input;
    this.#drawer = drawer;
    host.addController(this);
  }

  /** The room that a drawing will have, as far as it is known before the first one. */
  get room(): DrawingRoom {
    const room = this.#expected ?? this.#expect();
    this.#toldFor = manner(room);
    return room;
  }

  #expect(): DrawingRoom {
    return roomOf(this.#host, { width: this.width || this.#host.clientWidth, height: 0 });
  }

  hostConnected(): void {
    followPaper(this.#fit);
    // What it showed before it left is drawn now: where it comes back for paper, Firefox leaves no time for an update.
    this.hostUpdated();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { here } = this.#drawer.code();
    if (here === null) return;
    this.module = here;
    this.failed = false;
  }

  hostUpdated(): void {
    this.#expected = null;
    const input = this.#input();
    if (input === null) this.#letGo();
    else if (this.module) this.#draw(this.module, input);
    else if (input !== this.#tried) void this.#load(input);
  }

  hostDisconnected(): void {
    leavePaper(this.#fit);
    this.#letGo();
  }

  /** Once for each new drawing: after a failure the next one tries again. */
  async #load(input: I): Promise<void> {
    this.#tried = input;
    try {
      this.module = await this.#drawer.code().load();
      this.failed = false;
    } catch {
      this.failed = true;
    }
    // The host may have left while the code was on its way; it draws when it comes back.
    if (!this.#host.isConnected) return;
    this.#expected = this.#expect();
    this.#host.requestUpdate();
  }

  #draw(module: M, input: I): void {
    const canvas = this.#host.renderRoot.querySelector<HTMLElement>('.canvas');
    if (!canvas || !this.#host.isConnected) return;
    if (canvas !== this.#canvas) {
      this.#letGo();
      const probe = this.#host.renderRoot.querySelector('.probe');
      this.#leaveText = probe && followText(probe, this.#drawAnew);
    }
    // Hovering updates the host often; the same drawing is not made twice.
    if (input === this.#drawn) {
      // Before the browser paints: else labels are seen to move.
      if (this.#mayFit) fitTogether(this.#fit);
      this.#mayFit = false;
      return;
    }
    this.#canvas = canvas;
    this.#drawn = input;
    // Words and first drawings together would keep the browser from its readers too long.
    const mayWait = this.chart === null && this.#drawer.isForetold();
    let hasDrawn = false;
    this.#step = () => {
      const room = roomOf(canvas, sizeOf(canvas));
      // Only a change of figures moves.
      const measured = hasDrawn ? { ...room, reducedMotion: true } : room;
      const darkened = isDarkened(canvas);
      return () => {
        if (input !== this.#drawn || canvas !== this.#canvas) return;
        canvas.classList.toggle('darkened', darkened);
        // Not sooner: what is empty shows others that it is not drawn yet.
        this.chart ??= new module.Chart(canvas);
        this.chart.draw((size) => {
          const room = size === measured.size ? measured : roomOf(canvas, size);
          const option = this.#drawer.option(module, input, room);
          hasDrawn = true;
          this.#learn(room, option, this.#drawer.learn(module, option));
          return option;
        }, measured.size);
      };
    };
    drawTogether(canvas, this.#step, mayWait);
  }

  /** Where text is another than it was drawn for. */
  readonly #drawAnew = (): void => {
    if (!this.chart || !this.#canvas || !this.#step) return;
    const { width } = this;
    if (manner(roomOf(this.#canvas, { width, height: 0 })) !== this.#drawnIn) drawTogether(this.#canvas, this.#step);
  };

  readonly #fit = (): (() => void) => {
    const size = this.#canvas ? sizeOf(this.#canvas) : undefined;
    return () => this.chart?.fit(size);
  };

  #learn(room: DrawingRoom, option: O, learned: string): void {
    this.option = option;
    this.width = room.size.width;
    this.#drawnIn = manner(room);
    const isTold = learned === this.#learned && (this.#toldFor === null || this.#toldFor === this.#drawnIn);
    this.#learned = learned;
    if (!isTold) this.#mayFit = true;
    // Drawing happens inside the host's update and inside a resize: what follows from it comes after both.
    queueMicrotask(() => {
      if (isTold) this.drawn?.();
      else this.#host.requestUpdate();
    });
  }

  #letGo(): void {
    this.chart?.dispose();
    this.chart = null;
    this.#leaveText?.();
    this.#canvas = this.#leaveText = null;
    this.#drawn = this.#step = null;
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLElement): DrawingRoom['size'] {
  return { width, height };
}

/**
 * Whether the browser darkens pages by itself: colours that stay light everywhere else are not, then. It leaves the words in a drawing
 * as dark as they are.
 */
function isDarkened({ nextElementSibling: probe }: Element): boolean {
  return probe !== null && getComputedStyle(probe).backgroundColor !== 'rgb(255, 255, 255)';
}

/** Whatever else of a room changes, drawings follow by themselves. */
function manner({ size, font }: DrawingRoom): string {
  return JSON.stringify([size.width, font]);
}

/** Text in drawings is a little smaller than around them, and never too small to read. */
function roomOf(element: Element, size: DrawingRoom['size']): DrawingRoom {
  const { fontFamily, fontSize, letterSpacing, wordSpacing } = getComputedStyle(element);
  const [letters, words] = [letterSpacing, wordSpacing].map((space) => Math.round(Number.parseFloat(space) * 100) || 0);
  // A family that nobody has tells whoever measures texts in this font about the reader's spacing.
  const spacing = letters || words ? `, spaced-${letters}-${words}` : '';
  return {
    size,
    font: { family: fontFamily + spacing, size: Math.max(12, Number.parseFloat(fontSize) * 0.8125) },
    reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}
