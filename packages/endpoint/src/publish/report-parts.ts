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

/** Never by colour alone: a sign and a word besides. */
export function outcomeMark(outcome: TableReport['outcome'] | RuleOutcome['outcome'], word: string): Html {
  const [look, sign] = outcomeLook[outcome];
  return html`<span class="outcome ${look}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
}

export function nameOf({ title, id, manifest }: TableReport, language: Language): Html {
  const name = title ? inLanguage(title, language) : nearby(manifest);
  return html`<bdi>${name}</bdi>${id === null || !title ? null : html` (<code>${id}</code>)`}`;
}

/**
 * A table that folds its words on a narrow page; with long texts (`wide`) one that keeps its width and scrolls by
 * itself, by keyboard too.
 */
export function grid(name: string, head: readonly string[], rows: readonly Html[], wide = false): Html {
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
  return wide
    ? html`<div class="wide" role="group" aria-label="${name}" tabindex="0">${table}</div>`
    : html`<div class="folds">${table}</div>`;
}
