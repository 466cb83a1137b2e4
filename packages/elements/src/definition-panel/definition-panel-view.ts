import { breaksBetween, inTimeOrder, parsePeriod, type Cube, type Period } from '@peilglas/model';
import {
  formatDate,
  formatObservation,
  formatPeriod,
  formatPoint,
  formatUnit,
  definitionWordsFor,
} from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import { cite } from '../shared/cite.js';
import type { DefinedFigure } from './defined-figure.js';

/** The definition in full; an entry of which the publisher says nothing is left out. */
export function definitionView(figure: DefinedFigure, lang: string): TemplateResult {
  const { cube, indicator } = figure;
  const words = definitionWordsFor(lang);
  const { publication } = cube;
  const { language } = publication;
  const { validation, nextUpdate, disclosure } = publication;
  return html`
    ${paragraphs([...new Set([indicator.definition, indicator.explanation])], language)}
    <dl>
      ${entry(words.unit, formatUnit(indicator, lang), language)}
      ${entry(words.reference, indicator.referencePeriod, language)} ${entry(words.method, indicator.method, language)}
      ${entry(words.breaks, paragraphs(breaksOf(figure, lang), language))}
      ${entry(words.smallNumbers, disclosure?.note ?? null, language)}
      ${entry(
        words.notes,
        paragraphs(
          cube.notes.filter((note) => note !== indicator.definition),
          language,
        ),
      )}
      ${entry(words.source, cube.source, language)} ${entry(words.licence, publication.licence)}
      ${entry(words.validated, validation && words.validatedBy(validation.by, formatDate(validation.on, lang)))}
      ${entry(words.nextUpdate, nextUpdate && formatDate(nextUpdate, lang))}
      ${entry(words.version, publication.version)} ${entry(words.citation, citation(figure, lang))}
      ${entry(words.contact, contactView(figure, lang))}
    </dl>
  `;
}

/** @param language of the table, which may lack that of the page */
function paragraphs(texts: readonly (string | null)[], language: string | null): readonly TemplateResult[] | null {
  const views = texts.flatMap((text) => (text ? [html`<p lang=${language ?? nothing}>${text}</p>`] : []));
  return views.length > 0 ? views : null;
}

function entry(term: string, description: unknown, language: string | null = null): unknown {
  if (description === null || description === '') return nothing;
  return html`<div class="entry">
    <dt>${term}</dt>
    <dd lang=${language ?? nothing}>${description}</dd>
  </div>`;
}

function breaksOf({ cube, indicator }: DefinedFigure, lang: string): readonly string[] {
  const breaks = breaksBetween(cube.publication.breaks, indicator.code, null, lastPeriod(cube));
  return breaks.map(({ period, note }) => {
    const parsed = parsePeriod(period);
    return `${parsed ? formatPeriod(parsed, lang) : period}: ${note}`;
  });
}

function lastPeriod(cube: Cube): Period | null {
  const codes = cube.dimensionFor('time')?.codes ?? [];
  return inTimeOrder(codes).findLast(({ period }) => period !== null)?.period ?? null;
}

function periodOf({ point }: DefinedFigure, lang: string): string {
  return point ? formatPoint(point, lang) : '';
}

function citation(figure: DefinedFigure, lang: string): string {
  const { cube, indicator, region } = figure;
  return cite(cube, { title: indicator.label, region, period: periodOf(figure, lang) }, lang);
}

function contactView(figure: DefinedFigure, lang: string): unknown {
  const { cube, indicator, region, point } = figure;
  const { figure: observation = point?.observation } = figure;
  const { contact } = cube.publication;
  if (!contact) return null;
  if (contact.mail === null) return contact.name;
  const words = definitionWordsFor(lang);
  const question = {
    title: indicator.label,
    region,
    period: periodOf(figure, lang),
    figure: observation ? formatObservation(observation, indicator, lang).text : '',
    url: location.href,
  };
  const query = new URLSearchParams({ subject: words.askSubject(question), body: words.askBody(question) });
  // Mail programs read a plus sign as it stands, not as a space.
  const href = `mailto:${encodeURIComponent(contact.mail)}?${query.toString().replaceAll('+', '%20')}`;
  return html`${contact.name} · <a href=${href}>${words.ask}</a>`;
}
