import { csvField } from '@peilglas/model';
import { inLanguage, type Category, type Dimension, type Text } from '../table.js';
import type { Excerpt } from './dataset.js';
import { distinctNames } from './distinct-names.js';
import { gather } from './gather.js';
import { badRequest } from './problem.js';

export const formatParameters = [
  'UseCodes',
  'UseTexts',
  'UseCodesAndTexts',
  'IncludeTitle',
  'SeparatorTab',
  'SeparatorSpace',
  'SeparatorSemicolon',
] as const;

export interface CsvFormat {
  readonly show: 'UseCodes' | 'UseTexts' | 'UseCodesAndTexts';
  readonly separator: string;
  readonly title: boolean;
}

const separators = { SeparatorTab: '\t', SeparatorSpace: ' ', SeparatorSemicolon: ';' } as const;

export type FormatParameter = (typeof formatParameters)[number];

/** @throws Problem 400 for a name that is unknown. */
export function readFormatParameters(names: readonly string[]): readonly FormatParameter[] {
  return names.map((name) => {
    const known = formatParameters.find((each) => each.toLowerCase() === name.toLowerCase());
    if (!known) throw badRequest(`Unknown outputFormatParams; use ${formatParameters.join(', ')}`);
    return known;
  });
}

/** @throws Problem 400 for an unknown parameter, or two that exclude each other. */
export function readCsvFormat(names: readonly string[]): CsvFormat {
  const chosen = readFormatParameters(names);
  const has = <T extends FormatParameter>(options: readonly T[]): T | undefined => {
    const found = options.filter((option) => chosen.includes(option));
    if (found.length > 1) throw badRequest(`${found.join(' and ')} can not be combined`);
    return found[0];
  };
  const separator = has(['SeparatorTab', 'SeparatorSpace', 'SeparatorSemicolon']);
  return {
    show: has(['UseCodes', 'UseTexts', 'UseCodesAndTexts']) ?? 'UseTexts',
    separator: separator ? separators[separator] : ',',
    title: chosen.includes('IncludeTitle'),
  };
}

/**
 * Without a placement one line per observation, with its status, so that every figure keeps its reason. With heading
 * and stub a table as it would be printed, where an empty figure shows its status code.
 */
export async function buildCsv(excerpt: Excerpt, format: CsvFormat): Promise<Buffer> {
  const { view, language, placement } = excerpt;
  const title = format.title ? `${write(inLanguage(view.table.title, language), format)}\r\n` : '';
  return gather(title, placement ? crossTable(excerpt, format) : list(excerpt, format));
}

const valueName: Text = { nl: 'waarde', en: 'value' };

function* list(excerpt: Excerpt, format: CsvFormat): Generator<string> {
  const { separator } = format;
  const dimensions = chosenDimensions(excerpt, excerpt.order, format);
  const last = format.show === 'UseCodes' ? 'value' : inLanguage(valueName, excerpt.language);
  yield `${[...dimensions.map(({ name }) => name), last, 'status'].map((text) => write(text, format)).join(separator)}\r\n`;
  let cell = 0;
  for (const codes of combinations(dimensions, separator)) {
    const status = quote(excerpt.cells?.status.get(cell) ?? '', separator);
    yield `${codes}${figure(excerpt, cell)}${separator}${status}\r\n`;
    cell++;
  }
}

function* crossTable(excerpt: Excerpt, format: CsvFormat): Generator<string> {
  const { separator } = format;
  const stub = chosenDimensions(excerpt, excerpt.placement?.stub ?? [], format);
  const heading = chosenDimensions(excerpt, excerpt.placement?.heading ?? [], format);
  let before = '';
  for (const { name } of stub) {
    yield before + write(name, format);
    before = separator;
  }
  for (const each of columnNames(heading)) {
    yield before + write(each, format);
    before = separator;
  }
  const columns = heading.reduce((product, { texts }) => product * texts.length, 1);
  let cell = 0;
  for (const codes of combinations(stub, separator)) {
    yield `\r\n${codes}`;
    for (let column = 0; column < columns; column++, cell++) {
      const text = figure(excerpt, cell) || quote(excerpt.cells?.status.get(cell) ?? '', separator);
      yield column === 0 ? text : separator + text;
    }
  }
  yield '\r\n';
}

function figure({ cells }: Excerpt, cell: number): string {
  return cells?.values[cell]?.toString() ?? '';
}

interface Chosen {
  readonly name: string;
  readonly texts: readonly string[];
  /** The same as they stand in the file, written once for all the lines they are in. */
  readonly written: readonly string[];
}

function chosenDimensions(
  { view, selection, language }: Excerpt,
  indexes: readonly number[],
  format: CsvFormat,
): readonly Chosen[] {
  const { show } = format;
  const textsOf = (categories: readonly Category[]): readonly string[] => {
    const items = categories.map(({ code, label }) => ({ code, text: inLanguage(label, language) }));
    if (show === 'UseTexts') return distinctNames(items);
    return items.map(({ code, text }) => (show === 'UseCodes' || text === code ? code : `${code} ${text}`));
  };
  return indexes.flatMap((index) => {
    const dimension: Dimension | undefined = view.table.dimensions[index];
    if (!dimension) return [];
    const name = show === 'UseCodes' ? dimension.id : inLanguage(dimension.label, language);
    const texts = textsOf((selection[index] ?? []).flatMap((position) => dimension.codes[position] ?? []));
    return [{ name, texts, written: texts.map((text) => write(text, format)) }];
  });
}

/** Every combination in row-major order, each followed by a separator; one empty combination when there is nothing to combine. */
function* combinations(
  [first, ...others]: readonly Chosen[],
  separator: string,
  before = '',
): Generator<string, void, undefined> {
  if (!first) yield before;
  else for (const text of first.written) yield* combinations(others, separator, before + text + separator);
}

/** The texts of each combination of the heading. */
function* columnNames([first, ...others]: readonly Chosen[], before = ''): Generator<string, void, undefined> {
  if (!first) yield before;
  else for (const text of first.texts) yield* columnNames(others, before === '' ? text : `${before} ${text}`);
}

function write(text: string, { separator }: CsvFormat): string {
  const field = csvField(text);
  // A space that separates is a reason for quotes here only.
  return field.startsWith('"') ? field : quote(field, separator);
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
