import type { FastifyRequest } from 'fastify';
import type { View } from '../access/view.js';
import { dutchDay } from '../dutch-day.js';
import { codelistsOf } from '../selection/codelist.js';
import { SelectionError } from '../selection/value-expression.js';
import type { PublishedVersion, SavedQuery } from '../store/store.js';
import { notThere, viewOfVersion, type Context } from './context.js';
import { readCsvFormat } from './csv.js';
import { prepare, type DataQuestion } from './data-answer.js';
import { readDataFormat } from './data-formats.js';
import { notFound } from './problem.js';
import { readLanguage } from './query.js';

/** A saved query with what this caller may see of the version that it pins. */
export interface PinnedQuery {
  readonly id: string;
  readonly query: SavedQuery;
  readonly view: View;
}

/** @throws Problem 404 when there is no such query, or none of a table that this caller may know of. */
export async function requireSavedQuery(context: Context, request: FastifyRequest, id: string): Promise<PinnedQuery> {
  const query = await context.store.savedQuery(id);
  const version = query && (await context.store.version(query.tableId, query.version));
  const view = version && (await pinnedView(context, request, version));
  if (!view || !isWithin(context, view, query)) throw notThere(context, request, 'Saved query', id);
  return { id, query, view };
}

/**
 * A pinned version is open to who may see it by the rules it was published with and by those of today: a table that was
 * closed since is closed in every version.
 */
async function pinnedView(
  { directory }: Context,
  request: FastifyRequest,
  version: PublishedVersion,
): Promise<View | null> {
  const { table } = version;
  // Nobody knows what is so today: the table may have been closed.
  if (await directory.isUnreadable(table.id)) return null;
  const then = viewOfVersion(request, version);
  const today = (await directory.find(table.id))?.table.audience;
  if (!then || !today || JSON.stringify(today) === JSON.stringify(table.audience)) return then;
  const now = viewOfVersion(request, { ...version, table: { ...table, audience: today } });
  return now && codeCount(now) >= codeCount(then) ? then : now;
}

/** Whether a query asks only for what is in the view: else its text would name codes that are not for this caller. */
function isWithin(context: Context, view: View, query: SavedQuery): boolean {
  if (view.positions.every((positions) => positions === null)) return true;
  try {
    prepare(context, view, questionOf(query));
    return true;
  } catch (error) {
    if (error instanceof SelectionError) return false;
    throw error;
  }
}

function codeCount({ table }: View): number {
  return table.dimensions.reduce((sum, { codes }) => sum + codes.length, 0);
}

/** @throws Problem 404 that says when and why, for a version that was taken back. */
export function refuseWithdrawn({ view: { version } }: PinnedQuery): void {
  const { retracted, table } = version;
  if (!retracted) return;
  const { on, why } = retracted;
  throw notFound(`Version ${version.version} of table ${table.id} was withdrawn on ${dutchDay(on)}: ${why}`);
}

/** What a saved query asks, in its own form. */
export function questionOf({
  language,
  outputFormat,
  outputFormatParams,
  selection,
  placement,
}: SavedQuery): DataQuestion {
  return {
    language: readLanguage(language),
    format: readDataFormat(outputFormat),
    csv: readCsvFormat(outputFormatParams),
    selection,
    ...placement,
  };
}

/** Ids of the codelists of a query by id of the dimension. */
export function codelistsIn({ query, view }: PinnedQuery): ReadonlyMap<string, string> {
  const asked = new Map(query.selection.map((each) => [each.variableCode.toLowerCase(), each.codelist]));
  return new Map(
    view.table.dimensions.flatMap((dimension) => {
      const name = asked.get(dimension.id.toLowerCase())?.toLowerCase();
      const codelist = codelistsOf(dimension).find(({ id }) => id.toLowerCase() === name);
      return codelist ? [[dimension.id, codelist.id] as const] : [];
    }),
  );
}
