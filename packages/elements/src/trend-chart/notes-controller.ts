import { parsePeriod, placeOfPeriod, samePeriod, type Point } from '@peilglas/model';
import { formatPoint } from '@peilglas/text';
import type { ReactiveController, ReactiveElement } from 'lit';

/** A note as the page gives it: a period in any notation, and what there is to know about it. */
export interface GivenNote {
  readonly period: string;
  readonly text: string;
}

/** A note at its period, with the number that stands for it in the drawing. */
export interface PlacedNote {
  /** Of the period, as the table has it. */
  readonly code: string;
  readonly period: string;
  readonly mark: string;
  readonly text: string;
}

/** The `<chart-note>` children of a chart, as text; the host updates when one is added, changed or taken away. */
export class NotesController implements ReactiveController {
  notes: readonly GivenNote[] = [];
  readonly #host: ReactiveElement;
  /** Not before it is in a page: a server that fills pages has none. */
  #observer: MutationObserver | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    this.#observer ??= new MutationObserver(() => {
      this.#read();
    });
    this.#observer.observe(this.#host, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['period'],
    });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const notes = [...this.#host.querySelectorAll(':scope > chart-note')].flatMap((child): readonly GivenNote[] => {
      const text = child.textContent.replaceAll(/\s+/g, ' ').trim();
      return text ? [{ period: child.getAttribute('period')?.trim() ?? '', text }] : [];
    });
    if (JSON.stringify(notes) === JSON.stringify(this.notes)) return;
    this.notes = notes;
    this.#host.requestUpdate();
  }
}

/** Notes in order of time, numbered; those about no period in the chart are left out. A year means its first month. */
export function placeNotes(
  notes: readonly GivenNote[],
  periods: readonly Point[],
  lang: string,
): readonly PlacedNote[] {
  const placed = notes.flatMap(({ period, text }) => {
    const at = periods.findIndex((point) => means(period, point));
    const point = periods[at];
    return point ? [{ at, code: point.code, period: formatPoint(point, lang), text }] : [];
  });
  return placed
    .sort((a, b) => a.at - b.at)
    .map(({ code, period, text }, index) => ({ code, period, text, mark: String(index + 1) }));
}

function means(written: string, { code, period }: Point): boolean {
  if (written === code) return true;
  const wanted = parsePeriod(written);
  if (!wanted || !period) return false;
  const [start, end] = placeOfPeriod(period);
  return samePeriod(wanted, period) || (wanted.start <= start && end <= wanted.end);
}
