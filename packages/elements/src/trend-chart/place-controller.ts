import type { ReactiveController, ReactiveElement } from 'lit';
import type { DrawingController } from './drawing-controller.js';
import type { TrendGrid } from './trend-grid.js';
import { walk, type Place } from './walk-places.js';

/**
 * The one place in the drawing that is looked at, by pointer, touch or keys; the tooltip shows it, and a move by keys is
 * spoken.
 */
export class PlaceController implements ReactiveController {
  place: Place | null = null;
  /** What the last move by keys led to, in words. */
  spoken = '';
  readonly #host: ReactiveElement;
  readonly #drawing: DrawingController;
  readonly #grid: () => TrendGrid | null;
  readonly #describe: (place: Place) => string;

  constructor(
    host: ReactiveElement,
    drawing: DrawingController,
    grid: () => TrendGrid | null,
    describe: (place: Place) => string,
  ) {
    this.#host = host;
    this.#drawing = drawing;
    this.#grid = grid;
    this.#describe = describe;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#drawing.chart?.highlight(this.place);
    this.#placeTooltip();
  }

  readonly leave = (): void => {
    this.#show(null);
  };

  readonly point = (event: PointerEvent): void => {
    // Over the tooltip the place stays, so that its text can be read and selected.
    if (event.target instanceof Element && event.target.closest('.tooltip')) return;
    this.#show(this.#drawing.chart?.pointAt(event.clientX, event.clientY) ?? null);
  };

  readonly focus = (): void => {
    const grid = this.#grid();
    // Where a pointer already rests, looking begins there.
    if (grid) this.#speak(this.place ?? lastFigure(grid));
  };

  readonly press = (event: KeyboardEvent): void => {
    const grid = this.#grid();
    if (!grid || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && this.place) {
      event.stopPropagation();
      this.#show(null);
      return;
    }
    const next = walk(event.key, this.place ?? lastFigure(grid), grid.rows.length, grid.steps.length);
    if (!next) return;
    event.preventDefault();
    this.#speak(next);
  };

  #speak(place: Place): void {
    this.spoken = this.#describe(place);
    this.place = place;
    this.#host.requestUpdate();
  }

  #show(place: Place | null): void {
    if (place?.line === this.place?.line && place?.index === this.place?.index) return;
    this.place = place;
    this.#host.requestUpdate();
  }

  /** Beside the point; where that is too narrow the box slides along with the point, always inside the drawing. */
  #placeTooltip(): void {
    const tooltip = this.#host.renderRoot.querySelector<HTMLElement>('.tooltip');
    const position = this.place && this.#drawing.chart?.positionOf(this.place.line, this.place.index);
    if (!tooltip || !position) return;
    const { width } = this.#drawing;
    const gap = 14;
    const { offsetWidth } = tooltip;
    const beside = position.x > width / 2 ? position.x - gap - offsetWidth : position.x + gap;
    const sliding = position.x - (position.x / Math.max(1, width)) * offsetWidth;
    const fits = beside >= 0 && beside + offsetWidth <= width;
    tooltip.style.left = `${fits ? beside : sliding}px`;
  }
}

/** The last figure of the line the chart is about, where looking begins. */
function lastFigure(grid: TrendGrid): Place {
  const last = (grid.rows[0] ?? []).findLastIndex(({ observation }) => observation.value !== null);
  return { line: 0, index: Math.max(0, last) };
}
