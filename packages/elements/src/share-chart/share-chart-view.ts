import type { PartStyle } from '@peilglas/charts';
import type { Indicator, Observation } from '@peilglas/model';
import {
  chartWordsFor,
  formatNumber,
  formatObservation,
  formatPoint,
  formatShare,
  formatUnit,
  shareWordsFor,
} from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { figureCell, marksView } from '../chart/figure-cell-view.js';
import type { Place } from '../chart/walk-places.js';
import { restShare, type Shares, type Whole } from './read-shares.js';

/** Unit, region and period, where one holds for all bars. */
export function subline({ indicator, region, period, wholes }: Shares, lang: string): string {
  const ends = [wholes.at(0), wholes.at(-1)].flatMap((each) => (each ? [formatPoint(each.point, lang)] : []));
  const when = period ? formatPoint(period, lang) : [...new Set(ends)].join('\u2013');
  return [formatUnit(indicator, lang), region, when].filter(Boolean).join(' · ');
}

interface Told {
  readonly name: string;
  /** Figure with unit and share, or why there is none. */
  readonly text: string;
}

/** One part of a bar in words; null where the bar has no such part. */
function tellPart({ parts, indicator }: Shares, whole: Whole, line: number, lang: string): Told | null {
  const observation = line < parts.length ? whole.observations[line] : restOf(whole);
  if (!observation) return null;
  const { shares, origin } = whole.composition;
  const share = line < parts.length ? shares[line] : restShare(whole);
  const { text } = formatObservation(observation, indicator, lang);
  const name = parts[line] ?? shareWordsFor(lang).rest;
  return {
    name,
    text: typeof share === 'number' && origin !== 'percentage' ? `${text}, ${formatShare(share, lang)}` : text,
  };
}

function restOf({ composition: { rest } }: Whole): Observation | null {
  return rest === null ? null : { value: rest, status: 'A', reason: null };
}

/** One part as it is spoken: `Enschede, 2025: 65 jaar of ouder 31.000 inwoners, 19,1 %`. */
export function speakPart(shares: Shares, { line, index }: Place, lang: string): string {
  const whole = shares.wholes[index];
  const told = whole && tellPart(shares, whole, line, lang);
  return told ? `${titleOf(whole, lang)}: ${told.name} ${told.text}` : '';
}

function titleOf({ place, point }: Whole, lang: string): string {
  return [place, formatPoint(point, lang)].filter(Boolean).join(', ');
}

function sampleView({ fill, edge }: PartStyle): TemplateResult {
  return html`<svg class="sample square" viewBox="0 0 12 12" aria-hidden="true">
    ${svg`<path d="M1 1h10v10H1z" fill=${fill} stroke=${edge}></path>`}
  </svg>`;
}

/** All parts of a bar, the one that is looked at in bold. */
export function tooltipView(
  shares: Shares,
  { line, index }: Place,
  styleOf: (line: number, whole: Whole) => PartStyle,
  lang: string,
): unknown {
  const whole = shares.wholes[index];
  if (!whole) return nothing;
  return html`<div class="tooltip" part="tooltip">
    <p>${titleOf(whole, lang)}</p>
    <dl>
      ${Array.from({ length: shares.parts.length + 1 }, (_, part) => {
        const told = tellPart(shares, whole, part, lang);
        const active = part === line ? 'active' : '';
        return told
          ? html`<dt class=${active}>${sampleView(styleOf(part, whole))} ${told.name}</dt>
              <dd class=${active}>${told.text}</dd>`
          : nothing;
      })}
    </dl>
  </div>`;
}

/** A row per part, two columns per bar: figure and share. */
export function tableView(shares: Shares, lang: string, tableLang: string | null | undefined): TemplateResult {
  const { indicator, parts, wholes } = shares;
  const words = shareWordsFor(lang);
  const named = wholes.map((whole) => whole.label || formatPoint(whole.point, lang));
  const observations = wholes.flatMap((whole) => whole.observations);
  const hasRest = wholes.some(({ composition }) => composition.rest !== null);
  const row = (name: string, cells: (whole: Whole) => TemplateResult): TemplateResult =>
    html`<tr>
      <th scope="row">${name}</th>
      ${wholes.map(cells)}
    </tr>`;
  return html`<table>
      <caption lang=${tableLang ?? nothing}>
        ${chartWordsFor(lang).tableCaption(indicator.label, indicator.unit)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.part}</th>
          ${named.map(
            (name) =>
              html`<th scope="col" class="number">${name}</th>
                <th scope="col" class="number">${words.share(wholes.length > 1 ? name : '')}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${parts.map((name, part) => row(name, (whole) => partCells(whole, part, indicator, lang)))}
        ${hasRest ? row(words.rest, ({ composition: { rest, whole } }) => valueCells(rest, whole, indicator, lang)) : nothing}
        ${totalRow(wholes, row, indicator, lang)}
      </tbody>
    </table>
    ${marksView(observations, indicator, lang)}`;
}

function partCells(
  { observations, composition }: Whole,
  part: number,
  indicator: Indicator,
  lang: string,
): TemplateResult {
  const observation = observations[part];
  const share = composition.shares[part] ?? null;
  return html`${observation ? figureCell(observation, indicator, lang) : html`<td></td>`}
    <td class="number">${share === null ? '' : formatShare(share, lang)}</td>`;
}

function valueCells(value: number | null, whole: number | null, { decimals }: Indicator, lang: string): TemplateResult {
  return html`<td class="number">${value === null ? '' : formatNumber(value, decimals, lang)}</td>
    <td class="number">${value === null || whole === null ? '' : formatShare(value / whole, lang)}</td>`;
}

/** The published total with its status, or the sum where all parts are known; percentages need none. */
function totalRow(
  wholes: readonly Whole[],
  row: (name: string, cells: (whole: Whole) => TemplateResult) => TemplateResult,
  indicator: Indicator,
  lang: string,
): unknown {
  const words = shareWordsFor(lang);
  const isPublished = wholes.some(({ total }) => total !== null);
  if (!isPublished && !wholes.some(({ composition }) => composition.origin === 'sum')) return nothing;
  return row(isPublished ? words.total : words.sum, ({ total, composition: { whole } }) => {
    if (!total) return valueCells(whole, whole, indicator, lang);
    return html`${figureCell(total, indicator, lang)}
      <td class="number">${total.value === null || whole === null ? '' : formatShare(1, lang)}</td>`;
  });
}
