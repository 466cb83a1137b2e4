import type { Cube, Indicator } from '@peilglas/model';
import type { YearbookWords } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { FittingTag } from './fit-element.js';
import type { Attributes, MountController } from './mount-controller.js';
import { needsRegion, ownIndicators, regionIn, type Chapter, type Figure, type ThemePart } from './read-book.js';

/** What all chapters share. */
export interface Setting {
  readonly mounting: MountController;
  readonly words: YearbookWords;
  /** Of the themes; chapters and figures lie below. */
  readonly level: number;
  /** The region that the book is about, with its name; null when it is about none in particular. */
  readonly region: string | null;
  readonly regionName: string;
  /** Keys of the themes of which the definitions are open. */
  readonly opened: ReadonlySet<string>;
  readonly isPaper: boolean;
  readonly openDefinitions: (key: string, isOpen: boolean) => void;
  /** In place of a chapter that could not be had. */
  readonly errorView: (chapter: Chapter) => unknown;
  /** In place of elements of which the code could not be fetched. */
  readonly failureView: () => unknown;
  /** Null in a browser. */
  readonly writer: BookWriter | null;
}

/** An element of a book, to be made somewhere else. */
export interface WrittenFigure {
  readonly key: string;
  readonly table: string;
  readonly tag: FittingTag;
  readonly attributes: Attributes;
  readonly heading: string;
}

/** What stands in a book that is written by a server, where there are no elements to mount and nothing to press. */
export interface BookWriter {
  /** Where a link to a theme or chapter leads. */
  readonly place: (key: string) => unknown;
  /** Null for a heading alone. */
  readonly figure: (figure: WrittenFigure) => unknown;
  readonly definition: (indicator: Indicator) => unknown;
}

/** A theme: its chapters, and what its figures mean. */
export function themeView(part: ThemePart, setting: Setting): TemplateResult {
  const { key, theme, chapters } = part;
  const { cube } = chapters.find((chapter) => chapter.cube) ?? {};
  const lang = theme && cube?.publication.language;
  return html`<section class="theme" aria-labelledby=${key}>
    ${setting.writer?.place(key)}
    ${headingView('theme-heading', key, theme?.label ?? setting.words.otherTheme, setting.level, lang)}
    ${chapters.map((chapter) => chapterView(chapter, setting))} ${definitionsView(part, setting)}
  </section>`;
}

/** @param lang of what tables and themes are called, which may not be that of the page */
function headingView(
  name: string,
  key: string,
  text: unknown,
  level: number,
  lang: string | null | undefined,
): TemplateResult {
  return html`<div
    id=${key}
    class=${name}
    part=${name}
    role="heading"
    aria-level=${Math.min(level, 6)}
    tabindex="-1"
    lang=${lang ?? nothing}
  >
    ${text}
  </div>`;
}

function chapterView(chapter: Chapter, setting: Setting): TemplateResult {
  const { key, listed, cube } = chapter;
  const { words, level } = setting;
  const lang = cube?.publication.language;
  // No landmark: there may be dozens, and some are named as their theme is.
  return html`<div class="chapter" part="chapter" data-chapter=${key} role="group" aria-labelledby=${key}>
    ${setting.writer?.place(key)} ${headingView('chapter-heading', key, listed.label, level + 1, lang)}
    ${listed.isPublic ? nothing : html`<p class="private">${words.private}</p>`}
    ${listed.description ? html`<p class="description" lang=${lang ?? nothing}>${listed.description}</p>` : nothing}
    ${cube ? figuresView(chapter, cube, setting) : setting.errorView(chapter)}
  </div>`;
}

function figuresView({ key, sheets }: Chapter, cube: Cube, setting: Setting): unknown {
  const { mounting, words, region, regionName } = setting;
  const shown = region === null ? null : regionIn(cube, region);
  const shownName = shown === null ? '' : (cube.dimensionFor('geo')?.labelOf(shown) ?? '');
  const note = shown === region ? nothing : html`<p class="note">${words.otherRegion(regionName, shownName)}</p>`;
  // A region of its own only where the book's is not in the table: then it follows the book.
  const about = { region: shown === region ? null : shown };
  const isUnchosen = region === null && needsRegion(cube);
  return html`${note}
  ${sheets.map((figures, place) => {
    const sheet = `${key} ${place}`;
    const isThere = mounting.shows({ key: sheet, tags: figures.map(({ fitting }) => fitting.tag) });
    const roomFor = ({ fitting: { tag } }: Figure): Room =>
      isUnchosen && tag !== 'municipality-compare' ? 'unchosen' : isThere ? 'near' : 'far';
    return html`<div class="sheet" data-sheet=${sheet}>
      ${figures.map((figure) => figureView(figure, shownName, about, roomFor(figure), setting))}
    </div>`;
  })}`;
}

/** Whether a figure is near the screen, or far away, or says nothing before somebody chooses a region. */
type Room = 'near' | 'far' | 'unchosen';

/** The heading alone while the element is far away: headings are how many readers find their way. */
function figureView(
  { key, table, indicator, fitting }: Figure,
  place: string,
  about: Attributes,
  room: Room,
  { mounting, words, level, failureView, writer }: Setting,
): TemplateResult {
  const heading = words.figure(indicator.label, place);
  const figureLevel = Math.min(level + 2, 6);
  const own = { table, indicator: indicator.code, 'heading-level': String(figureLevel) };
  const { tag } = fitting;
  const isUnchosen = room === 'unchosen';
  const attributes = { ...fitting.attributes, ...own, ...about };
  const element = room === 'near' ? mounting.element(key, tag, attributes) : null;
  if (element) giveHeading(element, heading);
  const waiting = html`<p class="figure-heading" role="heading" aria-level=${figureLevel}>${heading}</p>
    ${isUnchosen ? html`<p class="note">${words.chooseRegion}</p>` : mounting.failed ? failureView() : nothing}`;
  return html`<div class="figure" part="figure" data-tag=${tag}>
    <div class="room">
      ${element ?? (isUnchosen ? null : writer?.figure({ key, table, tag, attributes, heading })) ?? waiting}
    </div>
  </div>`;
}

/** In its slot: files, pictures and citations have the indicator's own name, and name the place themselves. */
function giveHeading(element: Element, text: string): void {
  const heading = element.querySelector(':scope > [slot=heading]') ?? document.createElement('span');
  heading.slot = 'heading';
  if (heading.textContent !== text) heading.textContent = text;
  if (!heading.parentElement) element.append(heading);
}

function definitionsView({ key, theme, chapters }: ThemePart, setting: Setting): unknown {
  const { mounting, words, level, opened, isPaper, openDefinitions, writer } = setting;
  const described = chapters.flatMap(({ listed, cube }) =>
    cube ? ownIndicators(cube).map((indicator) => ({ listed, indicator })) : [],
  );
  if (described.length === 0) return nothing;
  const labels = described.map(({ indicator }) => indicator.label);
  const isOpen = isPaper || opened.has(key);
  // Tables of one theme may measure the same, in another way.
  const headingOf = ({ listed, indicator: { label } }: (typeof described)[number]): string =>
    labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${listed.label})`;
  const panels = (): readonly unknown[] =>
    described.map((each) =>
      mounting.element(`definition ${each.listed.id} ${each.indicator.code}`, 'definition-panel', {
        table: each.listed.id,
        indicator: each.indicator.code,
        heading: headingOf(each),
        'heading-level': String(Math.min(level + 1, 6)),
      }),
    );
  const sheet = `definitions ${key}`;
  return html`<details
    class="definitions"
    part="definitions"
    ?open=${isOpen}
    @toggle=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLDetailsElement && !isPaper) openDefinitions(key, currentTarget.open);
    }}
  >
    <summary>${words.definitions(theme?.label ?? words.otherTheme)}</summary>
    <div data-sheet=${sheet}>
      ${isOpen && mounting.shows({ key: sheet, tags: ['definition-panel'] }) ? panels() : nothing}
      ${writer ? described.map(({ indicator }) => writer.definition(indicator)) : nothing}
    </div>
  </details>`;
}

/** Chooses the municipality for the whole book, in room that was kept for it. */
export function pickerView(table: string | null, { mounting }: Setting): TemplateResult {
  const isThere = table !== null && mounting.shows({ key: 'picker', tags: ['municipality-picker'] });
  return html`<div class="picker" data-sheet="picker">
    ${isThere ? mounting.element('picker', 'municipality-picker', { table }) : nothing}
  </div>`;
}
