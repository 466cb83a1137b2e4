import { formatObservation, formatUnit, tableWordsFor } from '@peilglas/text';
import type { Indicator, Observation } from '@peilglas/model';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { headerText } from './header-text.js';
import type { Stretch } from './row-window.js';
import { breakCue } from './table-breaks.js';
import { regionLevel } from './table-facts.js';
import type { TableLook } from './table-look.js';

/** A row of the page: one of the table, or room for those that are not there. */
type Item = { readonly row: number; readonly place: number } | { readonly gap: Stretch; readonly key: string };

/** The rows at these places, with room for all others. */
export function rowsView(look: TableLook, stretches: readonly Stretch[]): unknown {
  if (!look.isWindowed && look.grid.rows.dimensions.length > 1) return groupsView(look);
  const items = itemsOf(stretches, look);
  const key = (item: Item): string | number => ('gap' in item ? item.key : item.row);
  return html`<tbody part="body">
    ${repeat(items, key, (item) => ('gap' in item ? spacerView(item.gap, look) : guardedRow(look, item.row, item.place)))}
  </tbody>`;
}

function itemsOf(stretches: readonly Stretch[], { grid, rowAt }: TableLook): readonly Item[] {
  const items: Item[] = [];
  let [next, gaps] = [0, 0];
  for (const { from, to } of [...stretches, { from: grid.rows.size, to: grid.rows.size }]) {
    if (from > next) items.push({ gap: { from: next, to: from }, key: `gap ${gaps++}` });
    for (let place = from; place < to; place++) items.push({ row: rowAt(place), place });
    next = to;
  }
  return items;
}

/** Its height is that of the rows it stands for; row-window.ts sets it. */
function spacerView({ from, to }: Stretch, { grid: { rows, columns } }: TableLook): TemplateResult {
  const width = Math.max(1, rows.dimensions.length) + columns.size;
  return html`<tr class="spacer" aria-hidden="true">
    <td colspan=${width} data-from=${from} data-to=${to}></td>
  </tr>`;
}

/** Scrolling makes many updates, and most rows stay as they are. */
function guardedRow(look: TableLook, row: number, place: number): unknown {
  const { grid, lang, own, pickable, isWindowed, hasUnits } = look;
  const tabStop = pickable === null ? null : pickable === row;
  return guard([grid, lang, own, tabStop, isWindowed, hasUnits, row, place, look.rowAt], () =>
    rowView(look, row, place, headersView(look, row, place)),
  );
}

/** Rows under headers of several levels: a body for each run of one outermost code, with the header of all of it. */
function groupsView(look: TableLook): readonly TemplateResult[] {
  const { rows } = look.grid;
  const codesAt = (place: number, level: number): string =>
    rows.dimensions
      .slice(0, level + 1)
      .map((_, each) => rows.codeAt(look.rowAt(place), each))
      .join('/');
  const runFrom = (place: number, level: number): number => {
    let end = place + 1;
    while (end < rows.size && codesAt(end, level) === codesAt(place, level)) end += 1;
    return end - place;
  };
  const isFirst = (place: number, level: number): boolean =>
    place === 0 || codesAt(place - 1, level) !== codesAt(place, level);
  const bodies: TemplateResult[] = [];
  for (let start = 0; start < rows.size;) {
    const length = runFrom(start, 0);
    const lines = Array.from({ length }, (_, offset) => {
      const place = start + offset;
      const last = rows.dimensions.length - 1;
      const spans = rows.dimensions.map((_dimension, level) =>
        level === last ? 1 : isFirst(place, level) ? runFrom(place, level) : 0,
      );
      return rowView(look, look.rowAt(place), place, headersView(look, look.rowAt(place), place, spans));
    });
    bodies.push(
      html`<tbody>
        ${lines}
      </tbody>`,
    );
    start += length;
  }
  return bodies;
}

function rowView(look: TableLook, row: number, place: number, headers: unknown): TemplateResult {
  const { grid, lang, isWindowed } = look;
  const index = isWindowed ? Math.max(1, grid.columns.dimensions.length) + place + 1 : nothing;
  const cells = Array.from({ length: grid.columns.size }, (_, column) =>
    cellView(grid.observation(row, column), grid.indicator(row, column), lang),
  );
  const level = regionLevel(grid);
  const own = level >= 0 && grid.rows.codeAt(row, level) === look.own ? 'own' : '';
  return html`<tr data-place=${place} aria-rowindex=${index} class=${own}>
    ${headers}${cells}
  </tr>`;
}

/** @param spans rows that each header covers; 0 where a header above covers this row */
function headersView(look: TableLook, row: number, place: number, spans: readonly number[] = []): unknown {
  const { grid, lang, own, hasUnits, breaks } = look;
  if (grid.rows.dimensions.length === 0) return html`<th scope="row" class="first">${grid.cube.indicator().label}</th>`;
  return grid.rows.dimensions.map((dimension, level) => {
    const span = spans[level] ?? 1;
    if (span === 0) return nothing;
    const code = grid.rows.codeAt(row, level);
    const text = headerText(dimension, code, lang);
    const unit = hasUnits && dimension.role === 'metric' ? formatUnit(grid.cube.indicator(code), lang) : '';
    const isOwn = dimension.role === 'geo' && code === own;
    const cue = isOwn ? tableWordsFor(lang).own : breakCue(breaks, grid.rows, row, level, lang);
    const more = html`${unit ? html` <span class="unit">(${unit})</span>` : nothing}${cue ? html` <span class="cue">${cue}</span>` : nothing}`;
    const label = dimension.role === 'geo' ? pickView(look, row, place, text) : text;
    const scope = level === 0 && span > 1 ? 'rowgroup' : 'row';
    return html`<th scope=${scope} rowspan=${span} class=${level === 0 ? 'first' : ''}>${label}${more}</th>`;
  });
}

function pickView(
  { pickable, pick, focusRow, pressRow }: TableLook,
  row: number,
  place: number,
  text: string,
): unknown {
  if (pickable === null) return text;
  return html`<button
    type="button"
    class="pick"
    part="select-button"
    tabindex=${pickable === row ? 0 : -1}
    aria-describedby="keys"
    @click=${() => {
      pick(row);
    }}
    @focus=${() => {
      focusRow(row);
    }}
    @keydown=${(event: KeyboardEvent) => {
      pressRow(event, place);
    }}
  >
    ${text}
  </button>`;
}

/** Figures stay in line: a mark hangs beside them, and its word is for those who hear the table. */
function cellView(observation: Observation, indicator: Indicator, lang: string): TemplateResult {
  const { figure, marker, note } = formatObservation(observation, indicator, lang);
  if (note === null) return html`<td>${figure}</td>`;
  const heard = html`<span class="visually-hidden">${note}</span>`;
  if (observation.value === null) {
    return html`<td class="missing"><span aria-hidden="true" title=${note}>${figure}</span>${heard}</td>`;
  }
  if (marker) return html`<td>${figure}<span class="mark" aria-hidden="true">${marker}</span> ${heard}</td>`;
  return html`<td>${figure} <span class="note">${note}</span></td>`;
}
