import { inLanguage, type Category, type Dimension, type Text } from '../table.js';
import type { Excerpt } from './dataset.js';
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
export function buildCsv(excerpt: Excerpt, format: CsvFormat): string {
  const { view, language, placement } = excerpt;
  const rows = placement ? crossTable(excerpt, format) : list(excerpt, format);
  const title = format.title ? [[asText(inLanguage(view.table.title, language))]] : [];
  return [...title, ...rows]
    .map((row) => row.map((cell) => quote(cell, format.separator)).join(format.separator) + '\r\n')
    .join('');
}

type Row = readonly string[];

const valueName: Text = { nl: 'waarde', en: 'value' };

function list(excerpt: Excerpt, format: CsvFormat): readonly Row[] {
  const dimensions = chosenDimensions(excerpt, excerpt.order, format);
  const head = [
    ...dimensions.map(({ name }) => name),
    format.show === 'UseCodes' ? 'value' : inLanguage(valueName, excerpt.language),
    'status',
  ];
  return [
    head.map(asText),
    ...combinations(dimensions.map(({ values }) => values)).map((codes, cell) => {
      return [...codes.map(asText), figure(excerpt, cell), excerpt.cells?.status.get(cell) ?? ''];
    }),
  ];
}

function crossTable(excerpt: Excerpt, format: CsvFormat): readonly Row[] {
  const stub = chosenDimensions(excerpt, excerpt.placement?.stub ?? [], format);
  const heading = chosenDimensions(excerpt, excerpt.placement?.heading ?? [], format);
  const columns = combinations(heading.map(({ values }) => values));
  const head = [...stub.map(({ name }) => name), ...columns.map((values) => values.join(' '))];
  return [
    head.map(asText),
    ...combinations(stub.map(({ values }) => values)).map((values, row) => {
      const cells = columns.map((_, column) => row * columns.length + column);
      return [
        ...values.map(asText),
        ...cells.map((cell) => figure(excerpt, cell) || (excerpt.cells?.status.get(cell) ?? '')),
      ];
    }),
  ];
}

function figure({ cells }: Excerpt, cell: number): string {
  return cells?.values[cell]?.toString() ?? '';
}

function chosenDimensions(
  { view, selection, language }: Excerpt,
  indexes: readonly number[],
  { show }: CsvFormat,
): readonly { readonly name: string; readonly values: readonly string[] }[] {
  const write = (code: string, label: Text): string => {
    const text = inLanguage(label, language);
    if (show === 'UseCodes') return code;
    return show === 'UseTexts' || text === code ? text : `${code} ${text}`;
  };
  return indexes.flatMap((index) => {
    const dimension: Dimension | undefined = view.table.dimensions[index];
    if (!dimension) return [];
    const categories: readonly Category[] = (selection[index] ?? []).flatMap(
      (position) => dimension.codes[position] ?? [],
    );
    const name = show === 'UseCodes' ? dimension.id : inLanguage(dimension.label, language);
    return [{ name, values: categories.map(({ code, label }) => write(code, label)) }];
  });
}

/** Every combination in row-major order; one empty combination when there is nothing to combine. */
function combinations(lists: readonly (readonly string[])[]): readonly Row[] {
  return lists.reduce<readonly Row[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe, which keeps it text; also after blanks, in the wide
 * forms of East Asian scripts, and after a separator, since a spreadsheet goes by that of its own language. Figures are not
 * texts: -5 is a number.
 */
function asText(text: string): string {
  return text.replaceAll(/(?<=^|[,;\t\r\n])(?=[^\S\t\r\n]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])/g, "'");
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
