import { KpiTile } from '@peilglas/elements/kpi-tile';
import { readTile, type Tile } from '@peilglas/elements/server';
import type { Cube, Indicator, Point } from '@peilglas/model';
import { formatObservation, formatPoint, formatUnit, summariseFigure } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';

/** The class of a tile, with what it shows in a sentence and a table for those who know nothing of shadow roots. */
export class TileOnServer extends KpiTile {
  get figuresTable(): unknown {
    const lang = this.language.lang();
    const { cube } = this;
    const tile = cube && readTile(cube, this.periodSelection, this.since, lang);
    if (!tile) return null;
    const { indicator, region, point, previous, comparisons, history } = tile;
    const { breaks } = cube.publication;
    const sentence = summariseFigure({ region, indicator, point, previous, breaks, lang });
    const others = comparisons.map(({ region, point }) => `${region}: ${tell(point, indicator, lang)}`);
    const source = !this.withoutSource && cube.source !== null ? this.language.words.sourceLine(cube.source) : nothing;
    return html`<p>${sentence} ${others.join('; ')}</p>
      ${tableView(tile, cube, this.withoutSparkline ? [point] : history, lang)}
      <p>${source}</p>`;
  }
}

/** The periods of the small line, the newest first. */
function tableView(tile: Tile, cube: Cube, points: readonly Point[], lang: string): TemplateResult {
  const { indicator, region } = tile;
  const { language } = cube.publication;
  const unit = formatUnit(indicator, lang);
  const title = [indicator.label, region].filter(Boolean).join(', ');
  const rows = points.toReversed().map(
    (point) =>
      html`<tr>
        <th scope="row">${formatPoint(point, lang)}</th>
        <td>${tell(point, indicator, lang)}</td>
      </tr>`,
  );
  return html`<table>
    <caption lang=${language ?? nothing}>
      ${unit ? `${title} (${unit})` : title}
    </caption>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function tell(point: Point, indicator: Indicator, lang: string): string {
  return formatObservation(point.observation, indicator, lang).text;
}
