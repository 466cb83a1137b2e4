import { randomUUID } from 'node:crypto';
import { StatisticalYearbook } from '@peilglas/elements/statistical-yearbook';
import type { Setting, WrittenFigure } from '@peilglas/elements/server';
import type { YearbookWords } from '@peilglas/text';
import { css, html, nothing, type CSSResultGroup } from 'lit';

/** Of a theme with dozens of them a page would become slow to load. */
const mostFigures = 12;

/** Headings of figures that are not there keep no room, and contents are open: nobody opens them. */
const styles = css`
  @media (scripting: none) {
    .tools,
    .contents .contents-button {
      display: none;
    }

    .contents .contents-title,
    ol.closed {
      display: block;
    }

    .figure[data-tag]:has(.figure-heading) .room {
      min-block-size: 0;
    }
  }
`;

/** The class of a yearbook, with contents, descriptions and definitions of all, and the figures of its first theme. */
export class BookOnServer extends StatisticalYearbook {
  static override readonly styles: CSSResultGroup = [StatisticalYearbook.styles, styles];

  /** By what stands for them in the template: a template has text in it, never markup. */
  readonly written = new Map<string, WrittenFigure>();
  readonly places = new Set<string>();

  protected override goToAddress(): void {
    // Nobody came by an address yet.
  }

  protected override setting(words: YearbookWords): Setting {
    return {
      ...super.setting(words),
      writer: {
        place: (key) => {
          this.places.add(key);
          return html`<slot name="at-${key}"></slot>`;
        },
        figure: (figure) => this.#placeOf(figure),
        definition: ({ label, definition, explanation }) => {
          const texts = new Set([definition, explanation].filter(Boolean));
          if (texts.size === 0) return nothing;
          return html`<div>
            <p><b>${label}</b></p>
            ${[...texts].map((text) => html`<p>${text}</p>`)}
          </div>`;
        },
      },
    };
  }

  #placeOf(figure: WrittenFigure): string | null {
    const [known] = [...this.written].find(([, { key }]) => key === figure.key) ?? [];
    const isOfFirst = this.parts[0]?.chapters.some(({ listed }) => listed.id === figure.table) ?? false;
    if (known === undefined && (!isOfFirst || this.written.size >= mostFigures)) return null;
    const place = known ?? randomUUID();
    this.written.set(place, figure);
    return place;
  }
}
