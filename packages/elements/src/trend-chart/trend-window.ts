import type { TrendLine } from '@peilglas/charts';
import type { Point } from '@peilglas/model';
import { formatPoint, trendWordsFor } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';

/** With fewer periods than this there is nothing to look closer at. */
const leastPeriods = 24;

/** First and last period to show, by code. */
export interface TrendWindow {
  readonly from: string;
  readonly to: string;
}

/** The codes in a window; all of them without one, or when the figures no longer have its ends. */
export function codesIn(periods: readonly Point[], window: TrendWindow | null): ReadonlySet<string> {
  const codes = periods.map(({ code }) => code);
  const [from, to] =
    window && codes.length >= leastPeriods ? [codes.indexOf(window.from), codes.indexOf(window.to)] : [-1, -1];
  return new Set(from < 0 || to <= from ? codes : codes.slice(from, to + 1));
}

export function within(line: TrendLine, codes: ReadonlySet<string>): TrendLine {
  const points = line.points.filter(({ code }) => codes.has(code));
  const margins = line.margins && new Map([...line.margins].filter(([code]) => codes.has(code)));
  return { ...line, points, ...(margins && { margins }) };
}

/** Two lists to choose first and last period from, each without what would turn them around. */
export function windowView(
  periods: readonly Point[],
  shown: ReadonlySet<string>,
  lang: string,
  choose: (window: TrendWindow | null) => void,
): unknown {
  if (periods.length < leastPeriods) return nothing;
  const words = trendWordsFor(lang);
  const from = periods.findIndex(({ code }) => shown.has(code));
  const to = periods.findLastIndex(({ code }) => shown.has(code));
  const codeAt = (index: number): string => periods[index]?.code ?? '';
  const list = (
    label: string,
    name: string,
    first: number,
    last: number,
    chosen: number,
    pick: (index: number) => TrendWindow,
  ): TemplateResult =>
    html`<label class="choice"
      >${label}
      <select
        part=${name}
        .value=${String(chosen)}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLSelectElement) choose(pick(Number(event.target.value)));
        }}
      >
        ${periods.slice(first, last + 1).map((period, offset) => {
          const index = first + offset;
          return html`<option value=${index} .selected=${index === chosen}>${formatPoint(period, lang)}</option>`;
        })}
      </select></label
    >`;
  const all = periods.length === shown.size;
  return html`${list(words.from, 'from', 0, to - 1, from, (index) => ({ from: codeAt(index), to: codeAt(to) }))}
  ${list(words.to, 'to', from + 1, periods.length - 1, to, (index) => ({ from: codeAt(from), to: codeAt(index) }))}
  ${
    all
      ? nothing
      : html`<button
          type="button"
          part="all-button"
          @click=${(event: Event) => {
            // This button goes away: the focus goes to what stays.
            const root = event.target instanceof Element ? event.target.getRootNode() : null;
            if (root instanceof ShadowRoot) root.querySelector('select')?.focus();
            choose(null);
          }}
        >
          ${words.showAll}
        </button>`
  }`;
}

/** `U ziet 2010–2020 van 1995–2023`; empty when all periods are shown. */
export function tellWindow(periods: readonly Point[], shown: ReadonlySet<string>, lang: string): string {
  const range = (points: readonly Point[]): string =>
    [points.at(0), points.at(-1)].flatMap((point) => (point ? [formatPoint(point, lang)] : [])).join('\u2013');
  if (periods.length === shown.size) return '';
  return trendWordsFor(lang).shown(range(periods.filter(({ code }) => shown.has(code))), range(periods));
}
