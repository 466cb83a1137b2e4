import { inLanguage } from '../table.js';
import type { TableReport } from './publish-tables.js';
import { html, type Html } from './report-html.js';
import { dayOf, grid, nameOf, outcomeMark, type Page } from './report-parts.js';
import { nearby } from './report.js';

/** All that the report says of one table. */
export function tableSection(table: TableReport, index: number, page: Page): Html {
  const { words, language } = page;
  return html`<section>
    <h2 id="table-${index + 1}">${nameOf(table, language)}</h2>
    <p>${outcomeMark(table.outcome, words.outcomes[table.outcome])} ${words.outcomeMeans[table.outcome]}</p>
    ${facts(table, page)}
    <h3>${words.protection}</h3>
    ${protection(table, page)}
    <h3>${words.rules}</h3>
    ${rules(table, page)}
    <h3>${words.findings}</h3>
    ${findings(table, page)}
  </section> `;
}

function facts(
  { id, version, observationCount, manifest, validation, personal, audience }: TableReport,
  page: Page,
): Html {
  const { words, language } = page;
  const fact = (name: string, value: Html | string | null): Html =>
    html`<dt>${name}</dt>
      <dd>${value ?? words.unknown}</dd> `;
  const approvals = validation ? [validation, ...(validation.second ? [validation.second] : [])] : [];
  const seen =
    audience === null || audience === 'public'
      ? audience && words.public
      : words.theme(audience.theme, audience.municipalityBound);
  const approved = approvals.map(
    ({ by, on }) => html`<div><bdi>${words.validatedBy(by, dayOf(on, language))}</bdi></div>`,
  );
  return html`<dl>
    ${fact(words.table, id)} ${fact(words.manifest, html`<code>${nearby(manifest)}</code>`)}
    ${version === null ? null : fact(words.version, String(version))}
    ${observationCount === null ? null : fact(words.observations, observationCount.toLocaleString(language))}
    ${fact(words.personal, personal && words.personalKinds[personal])} ${fact(words.audience, seen)}
    ${fact(words.validated, approved.length > 0 ? html`${approved}` : null)}
  </dl>`;
}

function protection({ disclosure, confidentialCount }: TableReport, { words, language }: Page): Html {
  if (!disclosure) return html`<p>${words.unknown}.</p>`;
  const total = confidentialCount === null ? null : html`<p>${words.confidential(confidentialCount)}</p>`;
  if (disclosure.every(({ rule }) => rule === null))
    return html`<p>${words.noProtection}</p>
      ${total}`;
  const rows = disclosure.map(
    ({ indicator, rule }) =>
      html`<tr>
        <th scope="row"><bdi>${inLanguage(indicator, language)}</bdi></th>
        <td>${rule ? words.disclosure(rule) : words.noRule}</td>
      </tr> `,
  );
  return html`${total}${grid(words.protection, [words.indicator, words.rule], rows)}`;
}

function rules({ rules: outcomes, outcome: result }: TableReport, { words }: Page): Html {
  if (outcomes.length === 0) return html`<p>${words.noRules}</p>`;
  const rows = outcomes.map(({ rule, outcome }) => {
    const means = words.ruleMeans(rule);
    return html`<tr>
      <th scope="row"><code>${rule}</code></th>
      <td>${means ?? ''}</td>
      <td>${outcomeMark(outcome, words.ruleOutcomes[outcome])}</td>
    </tr> `;
  });
  const note = result === 'refused' ? html`<p>${words.notReached}</p>` : null;
  return html`${note}${grid(words.rules, [words.rule, words.what, words.outcome], rows)}`;
}

function findings({ findings: all, manifest, personal }: TableReport, { words }: Page): Html {
  if (all.length === 0) return html`<p>${words.noFindings}</p>`;
  const rows = all.map(({ rule, severity, location, message, remedy }) => {
    const { file, field, line, row } = location;
    const where = line === undefined ? (row === undefined ? null : `${words.row} ${row}`) : `${words.line} ${line}`;
    const place = [nearby(file), ...(where === null ? [] : [where])].join(', ');
    const mark = outcomeMark(severity === 'error' ? 'refused' : 'warned', words.severities[severity]);
    // What is said of the data before it is protected can hold a small count.
    const quotes = file !== manifest && personal !== null && personal !== 'none';
    return html`<tr>
      <td>${mark}</td>
      <td><code>${place}</code>${field === undefined ? null : html`<br /><code>${field}</code>`}</td>
      <td>${quotes ? words.kept : html`<bdi lang="en">${message}</bdi>`}<br /><code>${rule}</code></td>
      <td><bdi lang="en">${remedy}</bdi></td>
    </tr> `;
  });
  return grid(words.findings, [words.severity, words.where, words.what, words.remedy], rows);
}
