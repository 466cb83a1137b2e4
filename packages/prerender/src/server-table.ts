import { DataTable } from '@peilglas/elements/data-table';
import type { Grid, Stretch } from '@peilglas/elements/server';
import type { Cube } from '@peilglas/model';
import { adoptWordsFor, formatNumber, wordsFor } from '@peilglas/text';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';

/** As many as a browser has in the page of a table that it does not cut. */
const mostCells = 4000;
/** Longest address that every browser and server takes, more or less. */
const longestAddress = 4000;

/** Nobody sorts or chooses without scripts: headers are texts then, and below the table stands what buttons would tell. */
const styles = css`
  /* While a browser still reads the table its columns grow. */
  .scroller:last-child {
    visibility: hidden;
  }

  .for-reading {
    display: none;
  }

  @media (scripting: none) {
    .scroller :is(.sort, .pick),
    .downloads {
      display: none;
    }

    .for-reading {
      display: block;
    }

    /* As large as the button in its place. */
    span.for-reading {
      display: inline-block;
      line-height: max(1.5em, 1.5rem, 24px);
      overflow-wrap: break-word;
    }

    .number span.for-reading {
      max-inline-size: max(11rem, 176px);
      padding-inline-start: 14px;
    }

    .tools {
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: baseline;
      font-size: 0.875em;
    }

    .tools p {
      margin: 0;
    }

    details.for-reading {
      flex-basis: 100%;
    }

    details.for-reading p {
      max-inline-size: 65ch;
      margin-block: 8px;
    }
  }
`;

/** The class of a table, with all its rows within a bound, and with words in place of what buttons open. */
export class TableOnServer extends DataTable {
  static override readonly styles: CSSResultGroup = [DataTable.styles, styles];

  protected override someRows({ rows, columns }: Grid): readonly Stretch[] {
    return [{ from: 0, to: shownRows(rows.size, columns.size) }];
  }

  protected override toolsView(grid: Grid): TemplateResult {
    return html`${super.toolsView(grid)} ${this.#restView(grid)} ${this.#definitionsView(grid)}`;
  }

  /** How much of a long table is there, and where the rest is. */
  #restView({ rows, columns, cube }: Grid): unknown {
    const lang = this.language.lang();
    const shown = shownRows(rows.size, columns.size);
    if (rows.size * columns.size <= mostCells || shown === rows.size) return nothing;
    const words = adoptWordsFor(lang);
    const [some, all] = [shown, rows.size].map((count) => formatNumber(count, 0, lang));
    // Who may see other figures shows it by a token, which a link has not.
    const address = cube.publication.audience === 'public' ? this.#fileAddress(cube) : null;
    const link = address === null ? nothing : html`<a href=${address}>${words.allRows}</a>`;
    return html`<p class="for-reading">${words.firstRows(some ?? '', all ?? '')} ${link}</p>`;
  }

  #fileAddress({ dimensions }: Cube): string | null {
    const { endpoint = '', table = '' } = this.ask() ?? {};
    if (table === '') return null;
    const file = new URL(`${endpoint.replace(/\/$/, '')}/tables/${encodeURIComponent(table)}/data`);
    file.searchParams.set('lang', this.language.lang());
    for (const { id, codes } of dimensions) file.searchParams.set(`valueCodes[${id}]`, codes.join(','));
    file.searchParams.set('outputFormat', 'csv');
    return file.href.length <= longestAddress ? file.href : null;
  }

  /** In place of the definition buttons. */
  #definitionsView({ cube }: Grid): unknown {
    const { about } = wordsFor(this.language.lang());
    const language = cube.publication.language ?? nothing;
    return cube.indicators.map(({ label, definition, explanation }) => {
      const texts = new Set([definition, explanation].filter(Boolean));
      if (texts.size === 0) return nothing;
      return html`<details class="for-reading">
        <summary>${about(label)}</summary>
        ${[...texts].map((text) => html`<p lang=${language}>${text}</p>`)}
      </details>`;
    });
  }
}

function shownRows(rows: number, columns: number): number {
  return Math.min(rows, Math.max(1, Math.floor(mostCells / columns)));
}
