import type { Dimension } from '@peilglas/model';
import { formatUnit, tableWordsFor, wordsFor } from '@peilglas/text';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { definitionButton } from '../shared/definition-button-view.js';
import { headerText } from './header-text.js';
import type { Ordering } from './order-rows.js';
import { breakCue } from './table-breaks.js';
import type { TableLook } from './table-look.js';

/** Groups of columns, so that a header above several of them is the header of just those. */
export function columnGroupsView({ grid: { rows, columns } }: TableLook): unknown {
  const [width = 1] = columns.spans;
  if (columns.dimensions.length < 2 || width < 2) return nothing;
  const groups = Array.from({ length: columns.size / width }, () => html`<colgroup span=${width}></colgroup>`);
  return html`<colgroup span=${Math.max(1, rows.dimensions.length)}></colgroup>
    ${groups}`;
}

/** Header rows: one for each dimension in the columns. The last has the buttons to sort by. */
export function headView(look: TableLook): TemplateResult {
  const { columns } = look.grid;
  const levels = Math.max(1, columns.dimensions.length);
  const rows = Array.from({ length: levels }, (_, level) => {
    const index = look.isWindowed ? level + 1 : nothing;
    const corner = level === 0 ? cornerView(look, levels) : nothing;
    return html`<tr aria-rowindex=${index}>
      ${corner}${levelView(look, level, level === levels - 1)}
    </tr>`;
  });
  return html`<thead part="head">
    ${rows}
  </thead>`;
}

/** What the row headers are about. The first sorts by them. */
function cornerView(look: TableLook, levels: number): unknown {
  const { dimensions } = look.grid.rows;
  if (dimensions.length === 0) return html`<td rowspan=${levels}></td>`;
  return dimensions.map(({ label }, level) => {
    if (level > 0) return html`<th scope="col" rowspan=${levels} class="label">${label}</th>`;
    return html`<th scope="col" rowspan=${levels} class="label first" aria-sort=${sortState(look, 'label')}>
      ${sortButton(look, 'label', label)}
    </th>`;
  });
}

function levelView(look: TableLook, level: number, isLast: boolean): readonly TemplateResult[] {
  const { columns } = look.grid;
  const dimension = columns.dimensions[level];
  const span = columns.spans[level] ?? 1;
  return Array.from({ length: columns.size / span }, (_, group) => {
    const column = group * span;
    const code = columns.codeAt(column, level);
    const text = dimension ? headerText(dimension, code, look.lang) : wordsFor(look.lang).figure;
    const isOwn = dimension?.role === 'geo' && code === look.own;
    const told = isOwn ? tableWordsFor(look.lang).own : breakCue(look.breaks, columns, column, level, look.lang);
    const cue = told ? html` <span class="more cue">${told}</span>` : nothing;
    const more = html`${cue}${measureView(look, dimension, code)}`;
    const marks = `${isOwn ? ' own' : ''}${dimension?.role === 'time' ? ' period' : ''}`;
    if (isLast) {
      return html`<th scope="col" class="number${marks}" aria-sort=${sortState(look, column)}>
        ${sortButton(look, column, text)}${more}
      </th>`;
    }
    const scope = level === 0 && span > 1 ? 'colgroup' : 'col';
    return html`<th scope=${scope} colspan=${span} class="group${marks}"><span class="stay">${text}${more}</span></th>`;
  });
}

/** Unit and definition of an indicator that has a column of its own. */
function measureView(
  { grid, lang, hasUnits, define }: TableLook,
  dimension: Dimension | undefined,
  code: string,
): unknown {
  if (dimension?.role !== 'metric') return nothing;
  const indicator = grid.cube.indicator(code);
  const unit = hasUnits ? formatUnit(indicator, lang) : '';
  const button =
    define &&
    definitionButton(wordsFor(lang).about(indicator.label), ({ currentTarget }) => {
      if (currentTarget instanceof HTMLElement) define(currentTarget, code);
    });
  if (!unit && !button) return nothing;
  return html`<span class="more"><span class="unit">${unit}</span> ${button}</span>`;
}

function sortState({ ordering }: TableLook, by: Ordering['by']): unknown {
  if (ordering?.by !== by) return nothing;
  return ordering.descending ? 'descending' : 'ascending';
}

function sortButton({ ordering, sort }: TableLook, by: Ordering['by'], label: string): TemplateResult {
  const state = ordering?.by === by ? (ordering.descending ? 'down' : 'up') : 'none';
  const shapes = { up: 'M5 2 9 7H1z', down: 'M5 12 9 7H1z', none: 'M5 1 8 5H2zM5 13 8 9H2z' };
  const press = (): void => {
    sort(by);
  };
  const arrow = html`<svg class=${state === 'none' ? 'arrow idle' : 'arrow'} viewBox="0 0 10 14" aria-hidden="true">
    ${svg`<path d=${shapes[state]}></path>`}
  </svg>`;
  // Before the text of figures, so that headers are in line with them.
  return html`<button type="button" class="sort" part="sort-button" @click=${press}>
    ${by === 'label' ? [label, arrow] : [arrow, label]}
  </button>`;
}
