/** The report as a page that a privacy officer reads: one file, without scripts, that asks the network for nothing. */
import { createHash } from 'node:crypto';
import type { Language } from '../table.js';
import type { Finding } from './finding.js';
import type { TableReport } from './publish-tables.js';
import { html, Html } from './report-html.js';
import { reportStyle } from './report-style.js';
import { grid, nameOf, outcomeMark, type Page } from './report-parts.js';
import { tableSection } from './report-section.js';
import { dutchReport } from './report-words-nl.js';
import { englishReport } from './report-words-en.js';

const styleHash = createHash('sha256').update(reportStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** The whole page. Every text of the tables is shown as it is written, and does nothing. */
export function reportPage(tables: readonly TableReport[], made: Date, language: Language = 'nl'): string {
  const words = language === 'nl' ? dutchReport : englishReport;
  const page = { words, language };
  const time = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${words.title}</title>
        ${new Html(`<style>${reportStyle}</style>`)}
      </head>
      <body>
        <header>
          <h1>${words.title}</h1>
          <p>${words.made} <time datetime="${made.toISOString()}">${time.format(made)}</time>.</p>
          <p>${words.intro}</p>
        </header>
        <main>
          <h2 id="summary">${words.summary}</h2>
          ${summary(tables, page)} ${tables.map((table, index) => tableSection(table, index, page))}
        </main>
      </body>
    </html> `.text;
}

function summary(tables: readonly TableReport[], { words, language }: Page): Html {
  const outcomes = (['refused', 'published', 'unchanged', 'accepted'] as const).flatMap((outcome) => {
    const count = tables.filter((table) => table.outcome === outcome).length;
    return count > 0 ? [html`<li>${outcomeMark(outcome, words.outcomes[outcome])}: ${words.count(count)}</li>`] : [];
  });
  const rows = tables.map((table, index) => {
    const count = (severity: Finding['severity']): number =>
      table.findings.filter((finding) => finding.severity === severity).length;
    return html`<tr>
      <th scope="row"><a href="#table-${index + 1}">${nameOf(table, language)}</a></th>
      <td>${outcomeMark(table.outcome, words.outcomes[table.outcome])}</td>
      <td>${words.counts(count('error'), count('warning'))}</td>
    </tr> `;
  });
  const head = [words.table, words.outcome, words.findings];
  return html`<ul>
      ${outcomes}
    </ul>
    ${grid(words.summary, head, rows)}`;
}
