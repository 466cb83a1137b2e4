import { parsePeriod, type StatusCode } from '@peilglas/model';
import { readCell, withoutStars, type WrittenCell } from './read-cell.js';
import { textWithoutMarks } from './text-without-marks.js';

/** A row or column of a table: what its header says, and its code. */
interface Header {
  readonly code: string;
  readonly label: string;
  /** Of all figures below or beside a period with a star: `2023*`. Null without. */
  readonly status: StatusCode | null;
}

type Role = 'time' | 'geo' | 'metric';

/**
 * JSON-stat from a plain table: the first row has periods, regions or indicators, the first column regions or periods,
 * and the caption says what is measured. Without a caption the first row says it. `data-code` on a header gives its code
 * where that is not its text; `data-unit` on the table or on a header gives the unit, where the figures have no % or €.
 * Numbers are read as the language of the table writes them. The first region is the one shown where none is asked for.
 */
export function readTable(table: HTMLTableElement): unknown {
  const [head, ...rows] = [...table.rows].filter((row) => row.cells.length > 1);
  const columns = headersOf([...(head?.cells ?? [])].slice(1));
  const lines = headersOf(rows.flatMap((row) => row.cells[0] ?? []));
  const lang = table.closest('[lang]')?.getAttribute('lang') ?? 'nl';
  const cells = rows.flatMap((row, line) =>
    columns.map((column, index): WrittenCell => {
      const cell = readCell(row.cells[index + 1], lang);
      const ofAll = column.status ?? lines[line]?.status ?? null;
      return cell.value === null || cell.status !== null ? cell : { ...cell, status: ofAll };
    }),
  );
  const caption = textWithoutMarks(table.caption);
  const [down, across] = rolesOf(lines, columns, caption !== '');
  const indicators = across === 'metric' ? columns : [{ code: 'indicator', label: caption, status: null }];
  const units = (index: number): unknown => {
    const own = across === 'metric' ? cells.filter((_, cell) => cell % columns.length === index) : cells;
    const given = across === 'metric' ? head?.cells[index + 1]?.dataset.unit : undefined;
    return unitOf(own, given ?? table.dataset.unit);
  };
  const corner = textWithoutMarks(head?.cells[0]);
  const statuses = cells.flatMap(({ status }, cell) => (status === null ? [] : [[cell, status] as const]));
  const sides = [
    { id: 'rows', role: down, headers: lines, label: corner },
    { id: 'columns', role: across, headers: columns, label: '' },
    ...(across === 'metric' ? [] : [{ id: 'indicator', role: 'metric', headers: indicators, label: '' }]),
  ];
  return {
    version: '2.0',
    class: 'dataset',
    label: caption,
    source: table.dataset.source,
    id: sides.map(({ id }) => id),
    size: sides.map(({ headers }) => headers.length),
    role: { [down]: ['rows'], [across]: ['columns'], metric: [across === 'metric' ? 'columns' : 'indicator'] },
    dimension: Object.fromEntries(
      sides.map(({ id, role, headers, label }) => [
        id,
        {
          label: label || id,
          category: {
            index: headers.map(({ code }) => code),
            label: Object.fromEntries(headers.map(({ code, label: text }) => [code, text] as const)),
            unit:
              role === 'metric' && Object.fromEntries(headers.map(({ code }, index) => [code, units(index)] as const)),
          },
          extension: { eliminationValueCode: role === 'geo' ? headers[0]?.code : undefined },
        },
      ]),
    ),
    value: cells.map(({ value }) => value),
    status: Object.fromEntries(statuses),
  };
}

/** What the rows and the columns are. Rows are regions unless they are periods, and columns what rows leave. */
function rolesOf(lines: readonly Header[], columns: readonly Header[], hasCaption: boolean): readonly [Role, Role] {
  const arePeriods = (headers: readonly Header[]): boolean => headers.every(({ code }) => parsePeriod(code) !== null);
  if (!arePeriods(lines)) return ['geo', arePeriods(columns) ? 'time' : 'metric'];
  return ['time', hasCaption ? 'geo' : 'metric'];
}

/** Texts may be the same twice; codes may not. */
function headersOf(cells: readonly HTMLTableCellElement[]): readonly Header[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    const said = textWithoutMarks(cell);
    const { text, status } = withoutStars(said);
    const isPeriod = parsePeriod(cell.dataset.code ?? text) !== null;
    const label = isPeriod ? text : said;
    const wanted = cell.dataset.code ?? label;
    const times = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, times);
    return { code: times === 1 ? wanted : `${wanted} (${times})`, label, status: isPeriod ? status : null };
  });
}

function unitOf(cells: readonly WrittenCell[], given: string | undefined): unknown {
  const decimals = Math.max(0, ...cells.map((cell) => cell.decimals));
  return { base: given ?? cells.find(({ unit }) => unit !== '')?.unit ?? '', decimals };
}
