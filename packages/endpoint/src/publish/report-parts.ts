import { inLanguage, type Language } from '../table.js';
import type { TableReport } from './publish-tables.js';
import { html, type Html } from './report-html.js';
import type { ReportWords } from './report-words.js';
import { nearby } from './report.js';
import type { RuleOutcome } from './rule-outcome.js';

export interface Page {
  readonly words: ReportWords;
  readonly language: Language;
}

const outcomeLook = {
  published: ['good', '✓'],
  unchanged: ['good', '='],
  accepted: ['good', '✓'],
  refused: ['bad', '✗'],
  passed: ['good', '✓'],
  warned: ['mind', '!'],
} as const;

/** A day as people write it, from one as `2026-01-31`. */
export function dayOf(date: string, language: Language): string {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** Never by colour alone: a sign and a word besides. */
export function outcomeMark(outcome: TableReport['outcome'] | RuleOutcome['outcome'], word: string): Html {
  const [look, sign] = outcomeLook[outcome];
  return html`<span class="outcome ${look}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
}

export function nameOf({ title, id, manifest }: TableReport, language: Language): Html {
  const name = title ? inLanguage(title, language) : nearby(manifest);
  return html`<bdi>${name}</bdi>${id === null || !title ? null : html` (<code>${id}</code>)`}`;
}

/** A table that keeps its words whole: on a narrow page it scrolls by itself, by keyboard too. */
export function grid(name: string, head: readonly string[], rows: readonly Html[]): Html {
  const cells = head.map((each) => html`<th scope="col">${each}</th>`);
  const table = html`<table>
    <thead>
      <tr>
        ${cells}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return html`<div class="grid" role="group" aria-label="${name}" tabindex="0">${table}</div>`;
}
