import type { ReactiveController, ReactiveElement } from 'lit';
import type { Surface } from './drawing-controller.js';
import { walk, type Grid, type Place } from './walk-places.js';

/** What a drawing has at its places. */
export interface Looked {
  /** Null while nothing is drawn. */
  readonly grid: () => Grid | null;
  readonly describe: (place: Place) => string;
  /** Somebody chose a place, by a click or by Enter. */
  readonly choose?: (place: Place) => void;
  /** Another place is looked at, or none any more. */
  readonly look?: (place: Place | null) => void;
}

/** What draws, and tells of each drawing. */
interface Drawn {
  readonly chart: Surface<unknown> | null;
  drawn: (() => void) | null;
}

/** Where keys have led to, as a slider tells it. */
interface Told {
  /** Its number along its line, or of its line where lines have one place each, and the highest that there is. */
  readonly now: number;
  readonly most: number;
  readonly words: string;
  readonly direction: 'horizontal' | 'vertical';
}

/**
 * The one place in the drawing that is looked at, by pointer, touch or keys; the tooltip shows it, and the one that keys
 * lead to is told.
 */
export class PlaceController implements ReactiveController {
  place: Place | null = null;
  /** What is looked at elsewhere; marked only while nothing is looked at here. */
  #linked: Place | null = null;
  /** What the last move by keys led to. */
  #told: Place | null = null;
  #listens = false;
  readonly #host: ReactiveElement;
  readonly #drawing: Drawn;
  readonly #looked: Looked;

  constructor(host: ReactiveElement, drawing: Drawn, looked: Looked) {
    this.#host = host;
    this.#drawing = drawing;
    this.#looked = looked;
    drawing.drawn = this.#mark;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#listen(false);
  }

  hostUpdated(): void {
    // Esc takes the tooltip away also while the focus is elsewhere, or nowhere.
    this.#listen(this.place !== null);
    this.#mark();
  }

  /** What is told of the drawing to who does not see it; nothing while nothing is drawn. */
  get told(): Told | null {
    const grid = this.#looked.grid();
    if (!grid) return null;
    const place = this.#last(grid);
    const along = grid.places > 1;
    return {
      now: along ? place.index : place.line,
      most: (along ? grid.places : grid.lines) - 1,
      words: this.#looked.describe(place),
      direction: along === (grid.stacked ?? false) ? 'vertical' : 'horizontal',
    };
  }

  /** Other figures have other places. */
  forget(): void {
    this.leave();
    this.#told = null;
  }

  /** A tooltip stands where its place is drawn. */
  readonly #mark = (): void => {
    this.#drawing.chart?.highlight(this.place ?? this.#linked);
    this.#placeTooltip();
  };

  readonly leave = (): void => {
    this.#show(null);
  };

  /** Marks a place without showing or saying anything: the one that is looked at in another chart. */
  follow(place: Place | null): void {
    this.#linked = place;
    this.#drawing.chart?.highlight(this.place ?? place);
  }

  readonly point = (event: PointerEvent): void => {
    // Over the tooltip the place stays, so that its text can be read and selected.
    if (isOverTooltip(event)) return;
    this.#show(this.#drawing.chart?.pointAt(event.clientX, event.clientY) ?? null);
  };

  readonly choose = (event: MouseEvent): void => {
    const place = isOverTooltip(event) ? null : this.#drawing.chart?.pointAt(event.clientX, event.clientY);
    if (place) this.#looked.choose?.(place);
  };

  readonly focus = (): void => {
    const grid = this.#looked.grid();
    // Where a pointer already rests, looking begins there.
    if (grid) this.#tell(this.place ?? this.#last(grid));
  };

  readonly press = (event: KeyboardEvent): void => {
    const grid = this.#looked.grid();
    if (!grid || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && this.place && this.#looked.choose) {
      event.preventDefault();
      this.#looked.choose(this.place);
      return;
    }
    const next = walk(event.key, this.place ?? this.#last(grid), grid);
    if (!next) return;
    event.preventDefault();
    this.#tell(next);
  };

  /** Where keys led to last; where looking begins while they did not, or where that is no longer drawn. */
  #last({ start, lines, places }: Grid): Place {
    const told = this.#told;
    return told && told.line < lines && told.index < places ? told : start;
  }

  /** Ahead of whatever else on the page closes by Esc: one press takes away one thing. */
  readonly #dismiss = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.place) return;
    event.stopPropagation();
    event.preventDefault();
    this.#show(null);
  };

  #listen(listens: boolean): void {
    if (listens === this.#listens) return;
    this.#listens = listens;
    if (listens) document.addEventListener('keydown', this.#dismiss, true);
    else document.removeEventListener('keydown', this.#dismiss, true);
  }

  #tell(place: Place): void {
    this.#told = this.place = place;
    this.#looked.look?.(place);
    this.#host.requestUpdate();
  }

  #show(place: Place | null): void {
    if (place?.line === this.place?.line && place?.index === this.place?.index) return;
    this.place = place;
    this.#looked.look?.(place);
    this.#host.requestUpdate();
  }

  /**
   * Beside a point; where that is too narrow the box slides along with the point. Below a bar, or above it where that is
   * too low. Always inside the drawing.
   */
  #placeTooltip(): void {
    const { chart } = this.#drawing;
    const position = this.place && chart?.positionOf(this.place.line, this.place.index);
    if (!position) return;
    const tooltip = this.#host.renderRoot.querySelector<HTMLElement>('.tooltip');
    const drawing = tooltip?.parentElement;
    if (!tooltip || !drawing) return;
    const { clientWidth: width, clientHeight: height } = drawing;
    const { offsetWidth, offsetHeight } = tooltip;
    const gap = 14;
    const sliding = position.x - (position.x / Math.max(1, width)) * offsetWidth;
    if (position.clear === undefined) {
      const beside = position.x > width / 2 ? position.x - gap - offsetWidth : position.x + gap;
      const fits = beside >= 0 && beside + offsetWidth <= width;
      tooltip.style.left = `${fits ? beside : sliding}px`;
      return;
    }
    const [above, below] = [position.y - position.clear - offsetHeight, position.y + position.clear];
    tooltip.style.left = `${sliding}px`;
    const top = below + offsetHeight > height && above >= 0 ? above : below;
    // In a low window a tall one lies over its bar rather than beyond the edge.
    const { top: edge, width: wide } = drawing.getBoundingClientRect();
    const lowest = ((innerHeight - edge) * width) / wide - offsetHeight;
    tooltip.style.top = `${Math.min(top, Math.max(lowest, 0))}px`;
  }
}

function isOverTooltip({ target }: Event): boolean {
  return target instanceof Element && target.closest('.tooltip') !== null;
}
