import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { View } from '../access/view.js';
import { applyCodelists, codelistsOf } from '../selection/codelist.js';
import { defaultSelection, type Selection, type VariableSelection } from '../selection/resolve-selection.js';
import { shorten } from '../selection/value-expression.js';
import type { Language } from '../table.js';
import { isFresh } from './caching.js';
import { identity, requireTable, type Context } from './context.js';
import { buildDataset, type Excerpt } from './dataset.js';
import { prepare } from './data-answer.js';
import { suggestedPlacement } from './placement.js';
import { badRequest } from './problem.js';
import { flag, languageOf, parseQuery, type Query } from './query.js';
import { questionOf, refuseWithdrawn, requireSavedQuery } from './saved-queries.js';
import { selectionByQuery } from './selection-by-query.js';
import { selectionObject } from './selection-object.js';
import { tableObject } from './table-object.js';

/** `/tables/{id}`, `/metadata` and `/defaultselection`. */
export function addTableRoutes(app: FastifyInstance, context: Context): void {
  app.get('/tables/:id', async (request, reply) => {
    const language = languageOf(parseQuery(request.url, ['lang']));
    const view = await requireTable(context, request);
    if (isFresh(context, { request, reply }, ['table', ...identity(view), language])) return reply.code(304).send();
    return { language, ...tableObject(view.table, language, context.linkRoot) };
  });

  app.get('/tables/:id/metadata', async (request, reply) => {
    const query = parseQuery(request.url, ['lang', 'defaultselection', 'savedquery', 'codelist[]', 'outputformat']);
    refuseOtherFormats(query);
    const language = languageOf(query);
    const reduced = flag(query, 'defaultSelection');
    const current = await requireTable(context, request);
    const saved = query.plain.get('savedquery');
    const { view, wanted, selection } =
      saved === undefined
        ? { view: current, wanted: selectionByQuery(query).selection, selection: null }
        : await savedSelection(context, request, current, saved);
    const shown = { ...view, table: applyCodelists(view.table, wanted).table };
    const chosen = selection ?? (reduced ? defaultSelection(shown.table) : everything(shown));
    if (isFresh(context, { request, reply }, ['metadata', ...identity(view), language, wanted, chosen]))
      return reply.code(304).send();
    return metadata(context, shown, view.table.dimensions.map(codelistsOf), language, chosen);
  });

  app.get('/tables/:id/defaultselection', async (request, reply) => {
    const language = languageOf(parseQuery(request.url, ['lang']));
    const view = await requireTable(context, request);
    if (isFresh(context, { request, reply }, ['selection', ...identity(view), language])) return reply.code(304).send();
    const { table } = view;
    const path = `${context.linkRoot}/tables/${table.id}`;
    return selectionObject(language, {
      table,
      selection: defaultSelection(table),
      codelists: new Map(),
      placement: suggestedPlacement(table),
      self: `${path}/defaultselection`,
      data: `${path}/data`,
    });
  });
}

/**
 * Clients from before the specification was final ask for the form in which metadata comes, of which one is left.
 *
 * @throws Problem 400 for another.
 */
function refuseOtherFormats(query: Query): void {
  const format = query.plain.get('outputformat') ?? 'json-stat2';
  if (format.toLowerCase() !== 'json-stat2')
    throw badRequest(`Metadata comes as json-stat2, not as ${shorten(format)}: leave outputFormat out`);
}

/** What a saved query of this table chose, from the version it pins. */
async function savedSelection(context: Context, request: FastifyRequest, { table }: View, id: string): Promise<Shown> {
  const pinned = await requireSavedQuery(context, request, id);
  if (pinned.query.tableId !== table.id) throw badRequest(`The saved query is not of table ${table.id}`);
  refuseWithdrawn(pinned);
  const { selection } = prepare(context, pinned.view, questionOf(pinned.query));
  return { view: pinned.view, wanted: pinned.query.selection, selection };
}

interface Shown {
  readonly view: View;
  readonly wanted: readonly VariableSelection[];
  readonly selection: Selection;
}

function everything({ table }: View): Selection {
  return table.dimensions.map(({ codes }) => codes.map((_, position) => position));
}

function metadata(
  { linkRoot: root }: Context,
  view: View,
  codelists: Excerpt['codelists'],
  language: Language,
  selection: Selection,
): object {
  const order = view.table.dimensions.map((_, index) => index);
  return buildDataset({ view, codelists, root, language, selection, order, placement: null, cells: null });
}
