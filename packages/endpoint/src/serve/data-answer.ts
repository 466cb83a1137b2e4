import type { FastifyReply } from 'fastify';
import { storedSelection, type View } from '../access/view.js';
import { aggregate, memberSelection } from '../selection/aggregate.js';
import { cellCount } from '../selection/cells.js';
import { applyCodelists, codelistsOf, type Recoded } from '../selection/codelist.js';
import { withRegionLives } from '../selection/region-life.js';
import { resolveSelection, type Selection, type VariableSelection } from '../selection/resolve-selection.js';
import type { Cells } from '../store/store.js';
import type { Language } from '../table.js';
import { noteCells } from './asker.js';
import { isFresh } from './caching.js';
import { identity, type Context, type Exchange } from './context.js';
import { buildCsv, type CsvFormat } from './csv.js';
import type { DataFormat } from './data-formats.js';
import { buildDataset, type Excerpt } from './dataset.js';
import { readPlacement, reorderCells, suggestedPlacement, type Placement } from './placement.js';
import { Problem } from './problem.js';
import { buildPx } from './px.js';

/** What is asked of a table, and in which form. */
export interface DataQuestion {
  readonly language: Language;
  readonly format: DataFormat;
  readonly csv: CsvFormat;
  readonly selection: readonly VariableSelection[];
  readonly heading?: readonly string[] | undefined;
  readonly stub?: readonly string[] | undefined;
}

/** A question that this table can answer. */
export interface Prepared {
  readonly recoded: Recoded;
  readonly selection: Selection;
  readonly placement: Placement | null;
  /** Cells that are read for it. */
  readonly read: number;
}

/** Aggregates are made of many cells: so many times more may be read than are given. */
const membersPerCell = 10;

/** @throws SelectionError or Problem for a question that this table cannot answer, or not in one go. */
export function prepare({ maxDataCells }: Context, view: View, question: DataQuestion): Prepared {
  const recoded = applyCodelists(view.table, question.selection);
  const placement = readPlacement(recoded.table, question.heading, question.stub);
  const selection = resolveSelection(recoded.table, question.selection);
  const size = (each: Selection): number => cellCount(each.map((chosen) => chosen.length));
  const [given, read] = [size(selection), size(memberSelection(view.table, recoded, selection))];
  if (given > maxDataCells) throw tooMany(`resulted in ${given} cells`, maxDataCells);
  const most = maxDataCells * membersPerCell;
  if (read > most) throw tooMany(`needs ${read} cells to aggregate`, most);
  return { recoded, selection, placement, read };
}

function tooMany(what: string, most: number): Problem {
  return new Problem(403, `The query ${what}, which exceeds the number allowed: ${most}`);
}

/** The figures of a view, or 304 for who has them already. */
export async function answerData(
  context: Context,
  { request, reply }: Exchange,
  view: View,
  question: DataQuestion,
): Promise<unknown> {
  const prepared = prepare(context, view, question);
  const { selection, placement, read } = prepared;
  const given = cellCount(selection.map((chosen) => chosen.length));
  noteCells(request, given);
  const { language, format, csv } = question;
  const codelists = question.selection.flatMap(({ variableCode, codelist }) =>
    codelist ? [variableCode, codelist] : [],
  );
  const parts = ['data', ...identity(view), language, format, csv, placement, codelists, selection];
  // A cache may keep what an address gives; the answer to a POST has no address.
  if (request.method === 'POST') reply.header('cache-control', 'no-store');
  else if (isFresh(context, { request, reply }, parts)) return reply.code(304).send();
  const isGiven = (): boolean => context.giveLate({ request, reply });
  return context.workload.figures(request, Math.max(given, read), isGiven, async () =>
    makeAnswer(context, reply, view, question, prepared),
  );
}

async function makeAnswer(
  context: Context,
  reply: FastifyReply,
  view: View,
  { language, format, csv }: DataQuestion,
  { recoded, selection, placement }: Prepared,
): Promise<unknown> {
  const printed = placement ?? (format === 'px' ? suggestedPlacement(recoded.table) : null);
  const order = printed ? [...printed.stub, ...printed.heading] : selection.map((_, index) => index);
  const sizes = selection.map((chosen) => chosen.length);
  const excerpt: Excerpt = {
    view: { ...view, table: recoded.table },
    codelists: view.table.dimensions.map(codelistsOf),
    root: context.linkRoot,
    language,
    selection,
    order,
    placement: printed,
    cells: await reorderCells(await readCells(context, view, recoded, selection), sizes, order),
  };
  if (format === 'json-stat2') return buildDataset(excerpt);
  const [type, body] =
    format === 'px'
      ? ['application/octet-stream', await buildPx(excerpt)]
      : ['text/csv; charset=utf-8', await buildCsv(excerpt, csv)];
  reply.type(type).header('content-disposition', `attachment; filename="${view.table.id}.${format}"`);
  // Not sent here: a reply is awaited until the asker has it, and the turn is over before that.
  return body;
}

async function readCells({ store }: Context, view: View, recoded: Recoded, selection: Selection): Promise<Cells> {
  const members = memberSelection(view.table, recoded, selection);
  const stored = await store.cells(view.version, storedSelection(view, members));
  const cells = await withRegionLives(view.table, members, stored);
  return members === selection ? cells : aggregate(view.table, recoded, selection, cells);
}
