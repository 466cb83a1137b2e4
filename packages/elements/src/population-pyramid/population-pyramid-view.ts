import type { Indicator, Observation } from '@peilglas/model';
import {
  chartWordsFor,
  formatObservation,
  formatPoint,
  formatShare,
  formatUnit,
  pyramidWordsFor,
} from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import { figureCell, marksView } from '../chart/figure-cell-view.js';
import type { Population, Pyramid } from './read-population.js';

/** Unit, and the region and period that hold for all. */
export function subline(
  { populations, comparesRegions }: Pyramid,
  measured: Pick<Indicator, 'unit'>,
  lang: string,
): string {
  const [main, other] = populations;
  const place = comparesRegions ? null : main?.place;
  const isOneTime = !other || comparesRegions;
  const when = main && isOneTime ? formatPoint(main.point, lang) : null;
  return [formatUnit(measured, lang), place, when].filter(Boolean).join(' · ');
}

/** What tells a population from the other one: its region, or its period. */
export function nameOf({ place, point }: Population, { comparesRegions }: Pyramid, lang: string): string {
  return comparesRegions ? place : formatPoint(point, lang);
}

interface Told {
  readonly side: string;
  readonly of: string;
  readonly text: string;
}

/** A group in words: for each side and population its figure with its share, or why there is none. */
function tell(
  pyramid: Pyramid,
  group: number,
  sides: readonly number[],
  withShares: boolean,
  lang: string,
): readonly Told[] {
  const { indicator, populations } = pyramid;
  return sides.flatMap((side) =>
    populations.flatMap((population): readonly Told[] => {
      const observation = population.sides[side]?.[group];
      if (!observation) return [];
      const { text } = formatObservation(observation, indicator, lang);
      const share = withShares ? shareOf(population, side, group) : null;
      return [
        {
          side: pyramid.sides[side] ?? '',
          of: populations.length > 1 ? nameOf(population, pyramid, lang) : '',
          text: share === null ? text : `${text}, ${formatShare(share, lang)}`,
        },
      ];
    }),
  );
}

function shareOf({ sides, composition }: Population, side: number, group: number): number | null {
  return composition.shares[side * (sides[0]?.length ?? 0) + group] ?? null;
}

/** One bar as it is spoken: `20 tot 25 jaar, Mannen: 5.310 inwoners, 3,3 %; Nederland: …`. */
export function speakGroup(pyramid: Pyramid, side: number, group: number, withShares: boolean, lang: string): string {
  const told = tell(pyramid, group, [side], withShares, lang);
  const figures = told.map(({ of, text }) => [of, text].filter(Boolean).join(' '));
  return `${pyramid.groups[group] ?? ''}, ${pyramid.sides[side] ?? ''}: ${figures.join('; ')}`;
}

export function tooltipView(
  pyramid: Pyramid,
  side: number,
  group: number,
  withShares: boolean,
  lang: string,
): TemplateResult {
  const told = tell(pyramid, group, [...pyramid.sides.keys()], withShares, lang);
  const active = pyramid.sides[side];
  return html`<div class="tooltip" part="tooltip">
    <p>${pyramid.groups[group]}</p>
    <dl>
      ${told.map(
        (each) =>
          html`<dt class=${each.side === active ? 'active' : ''}>${[each.side, each.of].filter(Boolean).join(', ')}</dt>
            <dd class=${each.side === active ? 'active' : ''}>${each.text}</dd>`,
      )}
    </dl>
  </div>`;
}

/** A row per group, a column per side and population, with shares where those are drawn. */
export function tableView(
  pyramid: Pyramid,
  withShares: boolean,
  lang: string,
  tableLang: string | null | undefined,
): TemplateResult {
  const { indicator, groups, groupLabel, sides, populations } = pyramid;
  const words = pyramidWordsFor(lang);
  const columns = populations.flatMap((population) =>
    sides.map((label, side) => {
      const name = populations.length > 1 ? `${label}, ${nameOf(population, pyramid, lang)}` : label;
      return { name, population, side };
    }),
  );
  const observations: readonly Observation[] = populations.flatMap((population) => population.sides.flat());
  return html`<table>
      <caption lang=${tableLang ?? nothing}>
        ${chartWordsFor(lang).tableCaption(indicator.label, indicator.unit)}
      </caption>
      <thead>
        <tr>
          <th scope="col" lang=${tableLang ?? nothing}>${groupLabel}</th>
          ${columns.map(
            ({ name }) =>
              html`<th scope="col" class="number">${name}</th>
                ${withShares ? html`<th scope="col" class="number">${words.share(name)}</th>` : nothing}`,
          )}
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          (group, row) =>
            html`<tr>
              <th scope="row" lang=${tableLang ?? nothing}>${group}</th>
              ${columns.map(({ population, side }) => {
                const observation = population.sides[side]?.[row];
                const share = shareOf(population, side, row);
                return html`${observation ? figureCell(observation, indicator, lang) : html`<td></td>`}
                ${withShares ? html`<td class="number">${share === null ? '' : formatShare(share, lang)}</td>` : nothing}`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
    ${marksView(observations, indicator, lang)}`;
}
