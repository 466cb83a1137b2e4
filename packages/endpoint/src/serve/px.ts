import { parsePeriod, samePeriod, type PeriodKind } from '@peilglas/model';
import { disclosureNote } from '../publish/disclosure/disclosure-note.js';
import { inLanguage, type Indicator, type Text } from '../table.js';
import { chosenIndicators, type Excerpt } from './dataset.js';
import { gather } from './gather.js';
import { dataLines, dataSymbols, observationStatus } from './px-data.js';
import { keyword, pxList, pxName, pxNames } from './px-keywords.js';
import { suggestedPlacement } from './placement.js';

/** One variable of the file, in the order of the cells. */
interface Variable {
  readonly id: string;
  readonly name: string;
  readonly role: string | undefined;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly total: string | undefined;
  readonly note: string | undefined;
  /** Remarks about single values, by name of the value. */
  readonly remarks: readonly (readonly [name: string, text: string])[];
}

/**
 * The excerpt as a PX file, format of 2013, in UTF-8. Its cells must be in the order of stub, then heading.
 * https://www.pxtools.net/px-file-format/px-2013
 */
export function buildPx(excerpt: Excerpt): Promise<Buffer> {
  return gather('', texts(excerpt));
}

function* texts(excerpt: Excerpt): Generator<string> {
  const { view, language } = excerpt;
  const variables = variablesOf(excerpt);
  const columns = variables.slice(stubSize(excerpt)).reduce((product, { codes }) => product * codes.length, 1);
  const most = Math.max(...indicatorsOf(excerpt).map((indicator) => indicator.decimals));
  const head = [
    ...identification(excerpt),
    keyword('DECIMALS', most),
    keyword('SHOWDECIMALS', Math.min(...shownDecimals(excerpt))),
    ...subject(excerpt, variables),
    ...layout(excerpt, variables),
    ...contents(excerpt, variables),
    keyword('SOURCE', inLanguage(view.table.source, language)),
    ...notes(excerpt, variables),
    ...dataSymbols(language),
  ];
  const codes = variables.map((variable) => variable.codes);
  for (const line of head) yield `${line}\r\n`;
  for (const line of observationStatus(excerpt, codes)) yield `${line}\r\n`;
  yield* dataLines(excerpt, columns, most);
}

/** PX keeps up to 15 decimals, and shows up to 6. */
const mostShown = 6;

/** Per indicator. */
function shownDecimals(excerpt: Excerpt): readonly number[] {
  return indicatorsOf(excerpt).map(({ decimals }) => Math.min(decimals, mostShown));
}

function variablesOf({ view, language, order, selection }: Excerpt): readonly Variable[] {
  const dimensions = order.flatMap((index) => view.table.dimensions[index] ?? []);
  const names = pxNames(dimensions.map(({ id, label }) => ({ code: id, text: inLanguage(label, language) })));
  return dimensions.map((dimension, place) => {
    const chosen = selection[order[place] ?? -1] ?? [];
    const categories = chosen.flatMap((position) => dimension.codes[position] ?? []);
    const values = pxNames(categories.map(({ code, label }) => ({ code, text: inLanguage(label, language) })));
    const total = categories.findIndex(({ code }) => code === dimension.total);
    return {
      id: dimension.id,
      name: names[place] ?? dimension.id,
      role: dimension.role,
      codes: categories.map(({ code }) => code),
      names: values,
      total: values[total],
      note: dimension.note && inLanguage(dimension.note, language),
      remarks: categories.flatMap(({ code, note }, index) =>
        note ? [[values[index] ?? code, inLanguage(note, language)] as const] : [],
      ),
    };
  });
}

function stubSize({ view, placement }: Excerpt): number {
  return (placement ?? suggestedPlacement(view.table)).stub.length;
}

function identification({ view: { version, table }, language }: Excerpt): readonly string[] {
  return [
    keyword('CHARSET', 'ANSI'),
    keyword('AXIS-VERSION', '2013'),
    keyword('CODEPAGE', 'utf-8'),
    keyword('LANGUAGE', language),
    // Of the version, not of the request: one version gives one and the same file.
    keyword('CREATION-DATE', pxMoment(version.publishedAt)),
    ...(table.nextUpdate === undefined ? [] : [keyword('NEXT-UPDATE', pxMoment(table.nextUpdate))]),
    keyword('TABLEID', table.id),
  ];
}

function subject(excerpt: Excerpt, variables: readonly Variable[]): readonly string[] {
  const { view, language } = excerpt;
  const { table } = view;
  const text = (each: Text): string => inLanguage(each, language);
  const by = language === 'nl' ? 'naar' : 'by';
  return [
    keyword('MATRIX', table.id.slice(0, 20)),
    keyword(
      'AGGREGALLOWED',
      indicatorsOf(excerpt).every(({ additive }) => additive === true),
    ),
    keyword('SUBJECT-CODE', table.theme.code.slice(0, 20)),
    keyword('SUBJECT-AREA', pxName(text(table.theme.label))),
    keyword('DESCRIPTION', text(table.description)),
    keyword('TITLE', `${text(table.title)} ${by} ${variables.map(({ name }) => name).join(', ')}`),
    keyword('CONTENTS', pxName(text(table.title))),
    keyword('OFFICIAL-STATISTICS', table.officialStatistics),
  ];
}

function layout(excerpt: Excerpt, variables: readonly Variable[]): readonly string[] {
  const names = variables.map(({ name }) => name);
  const [stub, heading] = [names.slice(0, stubSize(excerpt)), names.slice(stubSize(excerpt))];
  return [
    ...(stub.length > 0 ? [keyword('STUB', stub)] : []),
    ...(heading.length > 0 ? [keyword('HEADING', heading)] : []),
    ...variables.filter(({ role }) => role === 'metric').map(({ name }) => keyword('CONTVARIABLE', name)),
    ...variables.map((each) => keyword('VALUES', each.names, [each.name])),
    ...variables.filter(({ role }) => role === 'time').flatMap(timeValues),
    ...variables.map((each) => keyword('CODES', each.codes, [each.name])),
    // Newer than the format of 2013, and written by PxWeb: without it the code of a variable is lost.
    ...variables.map(({ id, name }) => keyword('VARIABLECODE', id, [name])),
    ...variables.flatMap(({ name, total }) => (total === undefined ? [] : [keyword('ELIMINATION', total, [name])])),
  ];
}

const timeScales: Partial<Record<PeriodKind, { readonly scale: string; readonly digits: number }>> = {
  year: { scale: 'A1', digits: 0 },
  'half-year': { scale: 'H1', digits: 1 },
  quarter: { scale: 'Q1', digits: 1 },
  month: { scale: 'M1', digits: 2 },
  week: { scale: 'W1', digits: 2 },
};

/** TIMEVAL, for periods of one kind that PX knows. */
function timeValues({ name, codes }: Variable): readonly string[] {
  const periods = codes.flatMap((code) => parsePeriod(code) ?? []);
  const kinds = new Set(periods.map(({ kind }) => kind));
  const [kind] = kinds;
  const scale = kind && timeScales[kind];
  if (!scale || kinds.size > 1 || periods.length < codes.length) return [];
  const values = periods.map(
    ({ year, part }) => `${year}${scale.digits > 0 ? String(part).padStart(scale.digits, '0') : ''}`,
  );
  const key = `TIMEVAL("${name}")=TLIST(${scale.scale}),`;
  return [`${key}${pxList(key, values)};`];
}

const stockFlowAverage: Readonly<Record<Indicator['measuringType'], string>> = {
  Stock: 'S',
  Flow: 'F',
  Average: 'A',
  Other: 'X',
};

/** What is said per indicator. */
function contents(excerpt: Excerpt, variables: readonly Variable[]): readonly string[] {
  const { view, language } = excerpt;
  const { contact, owner, updated } = view.table;
  const indicators = indicatorsOf(excerpt);
  const metric = variables.find(({ role }) => role === 'metric');
  const decimals = shownDecimals(excerpt);
  const fewest = Math.min(...decimals);
  return indicators.flatMap((indicator, index) => {
    const value = metric?.names[index] ?? indicator.code;
    const { unit, measuringType, refperiod } = indicator;
    const shown = decimals[index] ?? fewest;
    return [
      ...(shown > fewest && metric ? [keyword('PRECISION', shown, [metric.name, value])] : []),
      keyword('UNITS', pxName(inLanguage(unit, language)), [value]),
      keyword('LAST-UPDATED', pxMoment(updated), [value]),
      keyword('STOCKFA', stockFlowAverage[measuringType], [value]),
      keyword('CONTACT', `${contact.name}, ${inLanguage(owner, language)}, , , ${contact.mail}`, [value]),
      ...(refperiod ? [keyword('REFPERIOD', inLanguage(refperiod, language), [value])] : []),
    ];
  });
}

function notes(excerpt: Excerpt, variables: readonly Variable[]): readonly string[] {
  const { view, language } = excerpt;
  const metric = variables.find(({ role }) => role === 'metric');
  const licence = language === 'nl' ? 'Licentie' : 'Licence';
  const disclosure = disclosureNote(view.table);
  return [
    ...(view.table.notes ?? []).map((note) => keyword(note.mandatory ? 'NOTEX' : 'NOTE', inLanguage(note, language))),
    ...(disclosure ? [keyword('NOTE', inLanguage(disclosure.note, language))] : []),
    keyword('NOTE', `${licence}: ${view.table.licence}`),
    ...variables.flatMap(({ name, note }) => (note === undefined ? [] : [keyword('NOTE', note, [name])])),
    ...variables.flatMap(({ name, remarks }) =>
      remarks.map(([value, text]) => keyword('VALUENOTE', text, [name, value])),
    ),
    ...indicatorsOf(excerpt).flatMap(({ definition }, index) => {
      const value = metric?.names[index];
      return metric && value ? [keyword('VALUENOTE', inLanguage(definition, language), [metric.name, value])] : [];
    }),
    ...breaks(excerpt, variables),
  ];
}

/** Breaks in the series, each at its period. */
function breaks(excerpt: Excerpt, variables: readonly Variable[]): readonly string[] {
  const { view, language } = excerpt;
  const time = variables.find(({ role }) => role === 'time');
  if (!time) return [];
  const periods = time.codes.map(parsePeriod);
  return (view.table.breaks ?? []).flatMap(({ period: code, indicators, note }) => {
    const period = parsePeriod(code);
    const value = time.names[periods.findIndex((each) => each && period && samePeriod(each, period))];
    const broken = indicatorsOf(excerpt).filter((indicator) => indicators?.includes(indicator.code) ?? true);
    if (value === undefined || broken.length === 0) return [];
    const about = indicators ? `${broken.map(({ label }) => inLanguage(label, language)).join(', ')}: ` : '';
    return [keyword('VALUENOTE', about + inLanguage(note, language), [time.name, value])];
  });
}

function indicatorsOf({ view, selection }: Excerpt): readonly Indicator[] {
  return chosenIndicators(view.table, selection);
}

/** `20240301 00:00`, in UTC. */
function pxMoment(iso: string): string {
  const [date = '', time = '00:00'] = iso.split('T');
  return `${date.replaceAll('-', '')} ${time.slice(0, 5)}`;
}
